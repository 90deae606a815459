import type { Page } from "playwright-core";
import type { WorkbenchWindow } from "../../../web/workbench/page/window.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import type { WorkbookModel } from "../../../xlsx/writing/model.ts";

/** Chooses a file by the button "Open". */
export async function chooseFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator("#chosen").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
}

export const chooseWorkbook = (page: Page, name: string, model: WorkbookModel): Promise<void> =>
  chooseFile(page, name, writeWorkbook(model));

/** Has the next workbook that is opened refuse whatever weighs more than so many bytes. */
export async function limitNextAnswers(page: Page, bytes: number): Promise<void> {
  await page.evaluate((limit) => {
    const { lpWorkbench } = window as WorkbenchWindow;
    if (!lpWorkbench) return;
    const answer = lpWorkbench.answer.bind(lpWorkbench);
    Object.assign(lpWorkbench, {
      answer: (...given: Parameters<typeof answer>) => {
        answer(...given);
        Object.assign(lpWorkbench, { answer });
        if (lpWorkbench.host) lpWorkbench.host.payloadLimit = limit;
      },
    });
  }, bytes);
}
