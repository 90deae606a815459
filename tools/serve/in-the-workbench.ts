const OFFICE_JS = /<script src="https:\/\/appsforoffice\.microsoft\.com\/[^"]+"><\/script>/g;

/**
 * The pane's page as the workbench shows it: Microsoft's script comes from our own `/workbench/office.js`, and links are
 * those of the add-in's folder. All else stays as it ships.
 */
export function inTheWorkbench(page: string): string {
  const found = page.match(OFFICE_JS) ?? [];
  if (found.length !== 1) throw new Error("taskpane.html must load Microsoft's office.js with one script element.");
  return page.replace(OFFICE_JS, '<base href="/addin/"><script src="/workbench/office.js"></script>');
}
