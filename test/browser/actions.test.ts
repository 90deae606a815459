import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { valueOf, valuesOf } from "./support/cells.ts";
import { chooseWorkbook } from "./support/open-file.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

/** A case that another practitioner may not lead, among others; no check columns, and no register. */
const LIST = {
  sheets: [
    {
      name: "Cases",
      rows: [
        ["Child ref", "Team", "Case status", "Lead professional", "Lead role"],
        ["EX-1", "Dover", "Child in need", "Hazel Example", "Social worker"],
        ["EX-2", "Dover", "Child protection", "Rowan Example", "Family support worker"],
        ["EX-3", "Thanet", "Early help", "Hazel Example", "Social worker"],
      ],
    },
  ],
  names: [{ name: "LP_CheckDate", formula: "45626" }],
};
const EMPTY = {
  sheets: [
    {
      name: "Sheet1",
      rows: [
        ["Shopping", "Price"],
        ["Apples", 2],
      ],
    },
  ],
};

const here = workbench();
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
  await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
  await chooseWorkbook(opened.page, "own-list.xlsx", LIST);
  await opened.page.getByText("own-list.xlsx is open.").waitFor();
  await opened.pane.getByRole("button", { name: "Set-up" }).click();
});

const press = (name: string): Promise<void> => opened.pane.getByRole("button", { name, exact: true }).click();

/** What the pane says of the last action, in the region that a screen reader listens to. */
const said = (words: string | RegExp) => opened.pane.getByRole("status").getByText(words).waitFor();

const sheetNames = (page: Page): Promise<readonly string[] | undefined> =>
  page.evaluate(() => (window as WorkbenchWindow).lpWorkbench?.grid.sheets().map(({ name }) => name));

const formula = (page: Page, row: number, column: number): Promise<unknown> =>
  page.evaluate(
    ([top, left]) => {
      const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
      return grid?.formulas(grid.activeSheetId(), { top, left, rows: 1, columns: 1 })[0]?.[0];
    },
    [row, column] as const,
  );

const formats = (page: Page): Promise<readonly string[] | undefined> =>
  page.evaluate(() => {
    const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
    return grid?.formatIds(grid.activeSheetId());
  });

describe("what the pane writes into a workbook when it is asked to", () => {
  test("check columns beside the list, live from then on", async () => {
    const { page } = opened;
    await press("Add check columns");
    await said(/^LP check and LP why stand at Cases!\S+ and follow every edit\.$/);
    expect((await valuesOf(page, "F1:H1")).flat().filter((header) => header !== "")).toEqual(["LP check", "LP why"]);
    await expect.poll(() => valueOf(page, "G3"), { timeout: 10_000 }).toBe("Not eligible");
    expect(await valueOf(page, "H3")).toContain("Next: ");
    await typeInto(page, "C3", "Child in need");
    await expect.poll(() => valueOf(page, "G3"), { timeout: 10_000 }).not.toBe("Not eligible");
    await typeInto(page, "C3", "Child protection");
    await expect.poll(() => valueOf(page, "G3"), { timeout: 10_000 }).toBe("Not eligible");
  });

  test("formulas left at #NAME? are written anew from our own definition", async () => {
    const { page } = opened;
    const whole = await formula(page, 1, 6);
    await typeInto(page, "G2", "=_xldudf_LP_CHECK(A1)");
    await expect.poll(() => valueOf(page, "G2"), { timeout: 10_000 }).toMatch(/^#/);
    await press("Repair #NAME?");
    await said(/written anew/);
    expect(await formula(page, 1, 6)).toBe(whole);
    await expect.poll(() => valueOf(page, "G3"), { timeout: 10_000 }).toBe("Not eligible");
  });

  test("marks on the cells that findings are about, and their end, with a format of the user's own left alone", async () => {
    const { page } = opened;
    await page.evaluate(() => {
      const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
      grid?.addFormat(grid.activeSheetId(), [{ top: 1, left: 0, rows: 1, columns: 1 }], { isItalic: true });
    });
    const own = await formats(page);
    await press("Mark cells");
    await said(/marked/i);
    await expect.poll(async () => (await formats(page))?.length).toBeGreaterThan(own?.length ?? 0);
    await press("Clear marks");
    await expect.poll(() => formats(page)).toEqual(own);
  });

  test("a Practitioners table from the names on the sheet, which is read as the register then", async () => {
    const { page, pane } = opened;
    await press("People");
    await pane.getByText("This workbook has no Practitioners table").waitFor();
    await press("Make a Practitioners table from these names");
    await expect.poll(() => sheetNames(page)).toEqual(["Cases", "Staff"]);
    const names = (await valuesOf(page, "A1:C6", "Staff")).flat();
    expect(names).toEqual(expect.arrayContaining(["Hazel Example", "Rowan Example"]));
    await pane.getByText("What the workbook's Practitioners table says of them.").waitFor();
  });

  test("an example where there is no list, checked at once", async () => {
    const { page, pane, faults } = opened;
    await chooseWorkbook(page, "empty.xlsx", EMPTY);
    await pane.getByRole("heading", { name: "No list of allocations yet" }).waitFor();
    await press("Insert an example");
    await pane.getByRole("heading", { level: 1, name: /^\d+ findings? in \d+ of \d+ rows$/ }).waitFor();
    const [first, example] = (await sheetNames(page)) ?? [];
    expect(first).toBe("Sheet1");
    expect((await valuesOf(page, "A1:AZ8", example)).flat()).toContain("Lead professional");
    expect(await valuesOf(page, "A1:B2", "Sheet1")).toEqual(EMPTY.sheets[0]?.rows);
    expect(faults).toEqual([]);
  });
});
