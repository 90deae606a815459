import type { Page } from "playwright-core";
import { parseCell } from "../../../xlsx/addresses.ts";
import type { WorkbenchWindow } from "../../../web/workbench/page/window.ts";

/** Before that Univer's commands know nothing of the drawn sheet. */
async function rendered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const api = (window as WorkbenchWindow).lpWorkbench?.grid.api;
    return api !== undefined && api.getCurrentLifecycleStage() >= api.Enum.LifecycleStages.Rendered;
  });
}

/** Goes to a cell of the active sheet as a person does by keyboard: its address typed into the name box. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "Cell or name to go to" });
  await rendered(page);
  await box.click();
  await box.fill(address);
  await box.press("Enter");
  // Univer hands the keyboard from the box to the cell a moment later; what is typed before that goes nowhere.
  await page.waitForFunction((cell) => {
    const at = (window as WorkbenchWindow).lpWorkbench?.grid.selection().area;
    return (
      at?.top === cell?.row && at?.left === cell?.column && document.activeElement?.matches("[data-u-comp='editor']")
    );
  }, parseCell(address));
}

/** Types a text into a cell of the active sheet, through the keyboard alone; "" empties the cell. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  if (text === "") {
    await page.keyboard.press("Delete");
    return;
  }
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}
