/** The page was opened in a browser: what it is, and where it works. */
export function NotInExcel() {
  return (
    <main class="screen">
      <h1>Lead Professional is part of Excel</h1>
      <p>
        This page is the pane of an add-in. Open an allocations workbook in Excel and choose Lead Professional on the
        Home tab.
      </p>
      <p>
        No Excel at hand? <a href="/">Open the workbench</a>: a sample sheet with the same checks, in this browser.
      </p>
      <p>
        If the add-in is not on the ribbon, ask whoever looks after Microsoft 365 in your council to make it available
        to you.
      </p>
    </main>
  );
}
