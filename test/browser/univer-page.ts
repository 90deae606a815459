/** A page that holds the grid of the workbench to what every grid keeps to; `window.hold` is for the test. */
import { openedFrom } from "../../web/workbench/file/open-file.ts";
import { openInGrid } from "../../web/workbench/univer/open-in-grid.ts";
import { gridContract } from "../web/workbench/grid-contract/grid-contract.ts";
import { univerClauses } from "./univer-clauses.ts";

const EMPTY = {
  name: "Sheet1",
  visibility: "visible",
  rows: [],
  formulas: new Set<number>(),
  notCalculated: new Set<number>(),
  shownTexts: new Map<number, string>(),
  merges: [],
  dates: new Set<number>(),
  hiddenRows: new Set<number>(),
  hiddenColumns: new Set<number>(),
  isFiltered: false,
  tables: [],
} as const;

async function hold(says: string): Promise<string | undefined> {
  const container = document.createElement("div");
  container.style.height = "600px";
  document.body.replaceChildren(container);
  const grid = openInGrid(
    container,
    openedFrom({ date1904: false, settings: new Map(), names: new Map(), sheets: [EMPTY], unreadSheets: [] }),
  );
  try {
    await [...gridContract, ...univerClauses].find((clause) => clause.says === says)?.holds(grid);
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : "It failed.";
  } finally {
    grid.dispose();
  }
}

Object.assign(window, { hold });
