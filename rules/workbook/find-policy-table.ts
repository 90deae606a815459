import { headerText } from "../headers.ts";
import { POLICY_HEADERS, type PolicyRow } from "../policy-table/row.ts";
import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { fold } from "../text.ts";
import type { Grid, TableRange } from "./grid.ts";
import { SheetCells } from "./sheet-cells.ts";

/** The table `Policy` of a workbook, as its cells stand. */
export interface PolicyTable {
  readonly rows: readonly PolicyRow[];
  /** The Excel table's name; undefined for rows below a header on a sheet named so. */
  readonly table: string | undefined;
  /** The number that Excel shows beside its headers, and the sheet's column (from 0) that they begin in. */
  readonly headerRow: number;
  readonly left: number;
  /** Its headers, as they stand. */
  readonly headers: readonly string[];
  /** Of the columns that it has to have, those that it lacks. */
  readonly lacking: readonly string[];
}

const NAME = "policy";
/** Its headers stand among the first rows of a sheet. */
const SEARCHED = 50;
const NEEDED = POLICY_HEADERS.slice(0, 2);

function readFrom(
  cells: SheetCells,
  top: number,
  [left, right]: readonly [number, number],
  table?: TableRange,
): PolicyTable {
  const headers = cells
    .headers(top)
    .slice(left, right + 1)
    .map(headerText);
  const at = (header: string): number => headers.findIndex((one) => fold(one) === fold(header));
  const columns = POLICY_HEADERS.map(at) as [number, number, number];
  const last = table ? table.bottom - table.totalsRows : cells.height;
  // What is typed just below a table belongs to it, up to the first blank row; below its totals nothing does.
  const end = table && table.totalsRows > 0 ? last + 1 : cells.height;
  const rows: PolicyRow[] = [];
  for (let row = top + 1; row < end; row += 1) {
    const found = cells.across(row, left, right);
    if (row > last && (found.every(isBlankCell) || cells.isInTable(row, left))) break;
    const [setting, value, alsoCalled] = columns.map((column): Cell => (column < 0 ? "" : found[column]));
    rows.push({ row: row + 1, setting, value, alsoCalled });
  }
  const lacking = NEEDED.filter((header) => at(header) < 0);
  return { rows: lacking.length > 0 ? [] : rows, table: table?.name, headerRow: top + 1, left, headers, lacking };
}

/** The table `Policy` that a sheet has: a table of that name, or rows below its headers on a sheet of that name. */
export function findPolicyTable(grid: Grid, sheetName: string): PolicyTable | undefined {
  const cells = new SheetCells(grid);
  const table = grid.tables.find(({ name, headerRows }) => fold(name) === NAME && headerRows > 0);
  if (table) return readFrom(cells, table.top, [table.left, table.right], table);
  if (fold(sheetName) !== NAME) return undefined;
  const has = (row: readonly Cell[], header: string): boolean =>
    row.some((cell) => fold(headerText(cell)) === fold(header));
  const top = grid.rows.slice(0, SEARCHED).findIndex((row) => NEEDED.every((header) => has(row, header)));
  const head = grid.rows[top];
  return head && readFrom(cells, top, [0, head.length - 1]);
}
