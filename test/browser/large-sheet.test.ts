import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { rangeAddress } from "../../xlsx/addresses.ts";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import type { CellValue } from "../../xlsx/workbook.ts";
import type { WorkbookModel } from "../../xlsx/writing/model.ts";
import { toSerial } from "../../rules/dates.ts";
import { FIELD_IDS, headerOf } from "../../rules/fields.ts";
import { INVENTED_DAY } from "../../tools/bench/invented-row.ts";
import { inventSheet } from "../../tools/bench/invented-sheet.ts";
import { chooseWorkbook } from "./support/open-file.ts";
import { SAMPLE } from "./support/sample-places.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const ROWS = 2_000;
const EDITED = { top: 1_000, left: FIELD_IDS.indexOf("lead") };
/** Milliseconds that a busy machine may take at the very most; what it took is printed. */
const PATIENCE = 10_000;

const shown = (cell: unknown): CellValue =>
  typeof cell === "number" || typeof cell === "boolean" || typeof cell === "string" ? cell : "";

const rows = [FIELD_IDS.map(headerOf), ...inventSheet(ROWS).sheet.rows.map((row) => row.map(shown))];
const childRef = String(rows[EDITED.top]?.[FIELD_IDS.indexOf("childRef")]);

function invented(): WorkbookModel {
  const range = rangeAddress({ top: 0, left: 0, bottom: ROWS, right: FIELD_IDS.length - 1 });
  return {
    sheets: [{ name: "Cases", rows, tables: [{ name: "Allocations", range }] }],
    names: [{ name: "LP_CheckDate", formula: String(toSerial(INVENTED_DAY)) }],
  };
}

interface Measured {
  /** Milliseconds from the edit to the LP formulas' new results, and to the pane that shows what was found. */
  readonly calculated: number;
  readonly shown: number;
  /** Every range that the pane asked the workbook for meanwhile: what it asked by, and its arguments. */
  readonly asked: readonly (readonly unknown[])[];
  /** What LP why says of the row afterwards. */
  readonly why: string;
}

/** Names a lead in the middle of the list, or nobody, and waits until both the cells and the pane have followed. */
const edit = (page: Page, lead: string): Promise<Measured> =>
  page.evaluate(
    async ({ at, text, whyColumn, patience }) => {
      const { lpWorkbench } = window as WorkbenchWindow;
      const pane = document.querySelector("iframe")?.contentDocument;
      const main = pane?.querySelector("main");
      if (!lpWorkbench?.host || !main) throw new Error("The pane does not show findings.");
      const {
        grid,
        host: { requests },
      } = lpWorkbench;
      const sheet = grid.activeSheetId();
      const why = (): string =>
        String(grid.values(sheet, { top: at.top, left: whyColumn, rows: 1, columns: 1 })[0]?.[0]);
      const [paneBefore, whyBefore, asked, start] = [main.textContent, why(), requests.length, performance.now()];
      let [calculated, paneShown] = [0, 0];
      grid.write(sheet, { ...at, rows: 1, columns: 1 }, [[text]]);
      while (calculated === 0 || paneShown === 0) {
        await new Promise(requestAnimationFrame);
        const passed = performance.now() - start;
        if (calculated === 0 && why() !== whyBefore) calculated = passed;
        if (paneShown === 0 && main.textContent !== paneBefore) paneShown = passed;
        if (passed > patience) break;
      }
      const paths = requests.slice(asked).flatMap(({ ObjectPaths }) => Object.values(ObjectPaths));
      return {
        calculated,
        shown: paneShown,
        why: why(),
        asked: paths
          .filter(({ Name = "" }) => /range/i.test(Name))
          .map(({ Name, ArgumentInfo }) => [Name, ...(ArgumentInfo?.Arguments ?? [])]),
      };
    },
    { at: EDITED, text: lead, whyColumn: FIELD_IDS.length + 2, patience: PATIENCE },
  );

describe("a list of two thousand rows", () => {
  const here = workbench();
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await chooseWorkbook(page, "long-list.xlsx", invented());
    await page.getByText("long-list.xlsx is open.").waitFor();
    await pane.getByRole("heading", { level: 1, name: /^\d+ findings in \d+ of 1[89]\d\d rows/ }).waitFor();
  }, 60_000);

  test("has LP check and LP why beside it as soon as they are asked for", async () => {
    const { pane, page } = opened;
    await pane.getByRole("button", { name: "Set-up" }).click();
    await pane.getByRole("button", { name: "Add check columns" }).click();
    await pane
      .getByText(`LP check and LP why stand at Cases!${SAMPLE.check}1:${SAMPLE.why}1 and follow every edit.`)
      .waitFor();
    await expect
      .poll(
        () =>
          page.evaluate((left) => {
            const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
            return grid?.values(grid.activeSheetId(), { top: 1_999, left, rows: 1, columns: 1 })[0]?.[0];
          }, SAMPLE.columns + 1),
        { timeout: 20_000 },
      )
      .toMatch(/^(Clear|Advice|Check|Action needed|Not eligible)$/);
  });

  test("shows an edit in the pane about when the grid has calculated it, reading nothing but its row", async () => {
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Findings" }).click();
    await pane.getByLabel("Search").fill(childRef);
    const edits: Measured[] = [];
    for (const lead of ["", "Rowan Example", "", "Rowan Example"]) edits.push(await edit(page, lead));
    for (const { calculated, shown: paneShown } of edits) {
      console.info(
        `An edit in ${ROWS} rows: LP why after ${Math.round(calculated)} ms, the pane after ${Math.round(paneShown)} ms.`,
      );
    }
    expect(edits.map(({ why }) => why.includes("LP-01"))).toEqual([true, false, true, false]);
    for (const { calculated, shown: paneShown, asked } of edits) {
      expect(Math.min(calculated, paneShown)).toBeGreaterThan(0);
      expect(asked).toEqual([["GetRangeByIndexes", EDITED.top, 0, 1, FIELD_IDS.length]]);
    }
  });
});
