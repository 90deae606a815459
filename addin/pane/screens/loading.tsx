export function Loading() {
  return (
    <main class="screen">
      <h1>Lead Professional</h1>
      <p class="busy" role="status">
        <progress aria-label="Reading the workbook" />
        <span>Reading the workbook …</span>
      </p>
    </main>
  );
}
