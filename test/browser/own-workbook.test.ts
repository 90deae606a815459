import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import type { Workbook } from "../../xlsx/workbook.ts";
import { input } from "../xlsx/inputs.ts";
import { otherParts } from "../xlsx/patching/patched.ts";
import { valueOf } from "./support/cells.ts";
import { chooseFile } from "./support/open-file.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
const RICH = input("rich-manager");
const SOON = { timeout: 15_000 };
const SHEET = "xl/worksheets/sheet1.xml";

/** What Download would give; or the sentences for what it would lose. */
async function given(page: Page): Promise<Uint8Array | readonly string[]> {
  const result = await page.evaluate(() => {
    const saved = (window as WorkbenchWindow).lpWorkbench?.save();
    return saved && "refused" in saved ? { refused: saved.refused } : { bytes: [...(saved ?? [])] };
  });
  return "refused" in result ? result.refused : Uint8Array.from(result.bytes);
}

async function workbookGiven(page: Page): Promise<{ readonly workbook: Workbook; readonly parts: readonly string[] }> {
  const bytes = await given(page);
  if (!(bytes instanceof Uint8Array)) throw new Error(bytes.join(" "));
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  return { workbook, parts: [...otherParts(RICH, bytes)].sort() };
}

/** Puts rows in or takes them out, as the sheet's menu does. */
const moveRows = (page: Page, at: number, count: number): Promise<void> =>
  page.evaluate(
    ([row, rows]) => {
      const sheet = (window as WorkbenchWindow).lpWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet();
      if (rows > 0) sheet?.insertRows(row, rows);
      else sheet?.deleteRows(row, -rows);
    },
    [at, count] as const,
  );

describe("a manager's own workbook in the workbench", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
    await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
    await chooseFile(opened.page, "rich-manager.xlsx", RICH);
    await opened.page.getByText("rich-manager.xlsx is open.").waitFor();
    await opened.pane.getByRole("heading", { level: 1, name: /^\d+ findings? in/ }).waitFor();
  }, 60_000);

  test("looks as it does in Excel: its colours, its merges, and what is hidden is hidden", async () => {
    const shown = await opened.page.evaluate(() => {
      const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
      const [first] = grid?.sheets() ?? [];
      const layout = grid?.layout(first?.id ?? "");
      const cell = [...(grid?.held(first?.id ?? "") ?? [])].find(({ row, column }) => row === 4 && column === 3);
      return {
        sheets: grid?.sheets().map(({ name, isVisible }) => [name, isVisible]),
        merges: layout?.merges,
        hiddenRows: [...(layout?.hiddenRows ?? [])],
        hiddenColumns: [...(layout?.hiddenColumns ?? [])],
        fill: cell?.look.fill,
      };
    });
    expect(shown).toEqual({
      sheets: [
        ["Dover cases", true],
        ["Lists", false],
        ["Team's summary", true],
      ],
      merges: [{ top: 0, left: 0, rows: 1, columns: 6 }],
      hiddenRows: [6],
      hiddenColumns: [2],
      fill: "92D050",
    });
  });

  test("is given back as it is where nothing was changed", async () => {
    expect(await given(opened.page)).toEqual(RICH);
  });

  test("calculates its own formulas, on other sheets too, and is given back with what was changed alone", async () => {
    const { page, faults } = opened;
    expect(await valueOf(page, "B2", "Team's summary")).toBe(7);
    await typeInto(page, "D5", "Leila Samphire");
    await expect.poll(() => valueOf(page, "B2", "Team's summary"), SOON).toBe(6);
    const { workbook, parts } = await workbookGiven(page);
    expect(parts).toEqual([SHEET, "xl/worksheets/sheet3.xml"]);
    expect(workbook.sheets[0]?.rows[4]?.[3]).toBe("Leila Samphire");
    expect(workbook.sheets[2]?.rows[1]?.[1]).toBe(6);
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([6]);
    expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "hidden", "visible"]);
    expect(faults).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => valueOf(page, "B2", "Team's summary"), SOON).toBe(7);
  });

  test("keeps hidden what is hidden when rows are put in above it, and is as before when that is undone", async () => {
    const { page } = opened;
    await moveRows(page, 5, 2);
    await expect.poll(() => valueOf(page, "A8"), SOON).toBe("KC-200001");
    const { workbook } = await workbookGiven(page);
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([8]);
    expect(workbook.sheets[0]?.tables[0]).toMatchObject({ top: 3, bottom: 25 });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => valueOf(page, "A6"), SOON).toBe("KC-200001");
    expect(await given(page)).toEqual(RICH);
  });

  test("says what it would lose, and downloads nothing then", async () => {
    const { page } = opened;
    await page.evaluate(() => {
      (window as WorkbenchWindow).lpWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet().insertColumns(1, 1);
    });
    await expect.poll(() => given(page), SOON).toEqual(["Dover cases: columns were inserted within the table Cases."]);
    await page.getByRole("button", { name: "Download" }).click();
    await page
      .getByText(/^The workbook was not downloaded, .* columns were inserted within the table Cases\.$/)
      .waitFor();
  });
});
