/**
 * Stands where Microsoft's office.js stands in Excel: gives the pane's page `Office` and `CustomFunctions`, has it load
 * Microsoft's own Excel client, and then the script by which the page around it answers that client.
 */
import { officeBefore } from "../host/office.ts";
import { CURRENT_EXCEL } from "../host/requirements.ts";
import type { PaneWindow, WorkbenchWindow } from "./window.ts";

const { lpWorkbench } = window.parent as WorkbenchWindow;

if (lpWorkbench) {
  const controls = officeBefore(window, {
    sets: CURRENT_EXCEL,
    paneShown: (isShown) => {
      lpWorkbench.showPane(isShown);
    },
  });
  const page = window as PaneWindow;
  page.lpOffice = { controls, given: { ...page.Office } };
  // Written into the page that is being read, these run before the add-in's script below them, as office.js itself does;
  // an element that is added would run after it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way keeps that order
  document.write(
    '<script src="/workbench/microsoft/excel-web-16.00.js"></script><script src="/workbench/answer.js"></script>',
  );
}
