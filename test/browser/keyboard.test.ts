import { beforeAll, describe, expect, test } from "vitest";
import { parseCell } from "../../xlsx/addresses.ts";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { focused, pressUntil } from "./support/focus.ts";
import { SAMPLE } from "./support/sample-places.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
  await opened.pane.getByRole("button", { name: "Check this sheet" }).waitFor();
});

/** Writes into the sheet as somebody else would who works on it. */
const write = (address: { readonly top: number; readonly left: number }, text: string): Promise<void> =>
  opened.page.evaluate(
    ({ top, left, text: value }) => {
      const { grid } = (window as WorkbenchWindow).lpWorkbench ?? {};
      grid?.write(grid.activeSheetId(), { top, left, rows: 1, columns: 1 }, [[value]]);
    },
    { ...address, text },
  );

const selection = (): Promise<unknown> =>
  opened.page.evaluate(() => (window as WorkbenchWindow).lpWorkbench?.grid.selection().area);

describe("the workbench by keyboard alone, from its first key on", () => {
  test("Tab begins with a link past the ribbon and the sheet, to the pane's one button", async () => {
    const { page } = opened;
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ place: "page", name: "Skip to the task pane", isSeen: true });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ place: "pane", name: "Check this sheet", isSeen: true });
  });

  test("its button leads to the findings, whose heading has the keyboard then", async () => {
    const { page } = opened;
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toMatchObject({ place: "pane", tag: "h1", isSeen: true });
    expect((await focused(page)).name).toMatch(/^\d+ findings in \d+ of \d+ rows/);
  });

  test("every screen is reached by Tab and Enter, and its button keeps the keyboard", async () => {
    const { page, pane } = opened;
    await pressUntil(page, "Findings", { key: "Shift+Tab" });
    for (const [tab, heading] of [
      ["People", /people on the sheet$/],
      ["Who leads", /^Who leads, as of/],
      ["Snapshots", /^Snapshots$/],
      ["Set-up", /^Set-up$/],
    ] as const) {
      await pressUntil(page, tab, { most: 1 });
      await page.keyboard.press("Enter");
      await pane.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(await focused(page)).toMatchObject({ name: tab, isSeen: true });
    }
    await pressUntil(page, "Findings", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
  });

  test("the findings are filtered and searched, and whatever has the keyboard is seen", async () => {
    const { page, pane } = opened;
    const way = await pressUntil(page, /^Not eligible \d+$/);
    const all = await pane.locator("li.finding").count();
    await page.keyboard.press("Space");
    await expect.poll(() => pane.locator("li.finding").count()).toBeLessThan(all);
    expect(await focused(page)).toMatchObject({ tag: "input" });
    await page.keyboard.press("Space");
    await expect.poll(() => pane.locator("li.finding").count()).toBe(all);
    way.push(...(await pressUntil(page, "Search")));
    await page.keyboard.type("LP-03");
    await expect.poll(() => pane.locator("li.finding").count()).toBeLessThan(all);
    way.push(...(await pressUntil(page, "Why")));
    expect(way.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });

  test("a reason is opened, and keeps the keyboard while the sheet changes", async () => {
    const { page, pane } = opened;
    await page.keyboard.press("Enter");
    await pane
      .getByText(/^Source: /)
      .first()
      .waitFor();
    const before = await pane.getByRole("heading", { level: 1 }).innerText();
    // A status that is none: one finding more, on a row that comes after.
    await write({ top: 4, left: 4 }, "Nonsense");
    await expect.poll(() => pane.getByRole("heading", { level: 1 }).innerText()).not.toBe(before);
    expect(await focused(page)).toMatchObject({ name: "Why", isSeen: true });
    expect(
      await pane
        .getByText(/^Source: /)
        .first()
        .isVisible(),
    ).toBe(true);
    await write({ top: 4, left: 4 }, "CIN");
  });

  test("Go to shows the finding's cell in the sheet, and the keyboard stays in the pane", async () => {
    const { page } = opened;
    const [to] = (await pressUntil(page, /^Go to [A-Z]+\d+$/, { key: "Shift+Tab" })).slice(-1);
    await page.keyboard.press("Enter");
    const cell = parseCell(to?.name.replace("Go to ", "") ?? "");
    await expect.poll(selection).toEqual({ top: cell?.row, left: cell?.column, rows: 1, columns: 1 });
    expect(await focused(page)).toMatchObject({ name: to?.name, isSeen: true });
  });

  test("F6 leads from the pane to the ribbon, on to the sheet and back to where it was in the pane", async () => {
    const { page } = opened;
    const { name } = await focused(page);
    await page.keyboard.press("F6");
    expect(await focused(page)).toMatchObject({ place: "page", name: "Check sheet", isSeen: true });
    await page.keyboard.press("F6");
    expect(await page.locator("#sheet:focus-within").count()).toBe(1);
    await page.keyboard.press("F6");
    expect(await focused(page)).toMatchObject({ place: "pane", name, isSeen: true });
  });

  test("a column is mapped by arrow keys, and counts only once it is kept", async () => {
    const { page, pane } = opened;
    await pressUntil(page, "Set-up", { key: "Shift+Tab", most: 80 });
    await page.keyboard.press("Enter");
    await pressUntil(page, /^All \d+ columns$/);
    await page.keyboard.press("Enter");
    await pressUntil(page, "Read 'Family ref' as");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ tag: "button", name: "Keep", isSeen: true });
    expect(await pane.getByText(`${SAMPLE.columns} of ${SAMPLE.columns} columns read.`).count()).toBe(1);
    await page.keyboard.press("Enter");
    await pane.getByText(`${SAMPLE.columns - 1} of ${SAMPLE.columns} columns read.`).waitFor();
    expect(await focused(page)).toMatchObject({ name: "Read 'Family ref' as", isSeen: true });
  });

  test("Shift+Tab from the pane's first control leads out of it, and F6 back", async () => {
    const { page } = opened;
    await pressUntil(page, "Findings", { key: "Shift+Tab" });
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page)).toMatchObject({ place: "page" });
    await page.keyboard.press("F6");
    await expect.poll(() => focused(page)).toMatchObject({ place: "pane", name: "Findings" });
  });

  test("Help leads to the introduction, whose heading has the keyboard then", async () => {
    const { page } = opened;
    await pressUntil(page, "Help", { most: 150 });
    await page.keyboard.press("Enter");
    await expect
      .poll(() => focused(page))
      .toMatchObject({ place: "pane", tag: "h1", name: "Who may lead, and is each case in order?", isSeen: true });
  });
});
