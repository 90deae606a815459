/** Runs in the pane's page after Microsoft's client: hands that client to the page around it. */
import type { ClientWindow } from "../host/client.ts";
import type { PaneWindow, WorkbenchWindow } from "./window.ts";

const page = window as PaneWindow;
if (page.lpOffice && page.Office) {
  // In a page with a document the client puts an `Office` of its own in place of the one that was there.
  page.Office = Object.create(page.Office, Object.getOwnPropertyDescriptors(page.lpOffice.given)) as object;
  (window.parent as WorkbenchWindow).lpWorkbench?.answer(window as unknown as ClientWindow, page.lpOffice.controls);
}
