import { cellAddress, cellKey, MAX_COLUMNS, rangeAddress, type Range } from "../addresses.ts";
import type { CellPatch } from "./patch.ts";
import { isReplaced } from "./sheet-cells.ts";
import type { ScannedSheet } from "./sheet-scan.ts";
import type { FileTable } from "./table-editor.ts";

const holds = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const isOne = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

/** Cells that one formula fills together: one of them cannot hold something else while the formula stays. */
export function formulaConflicts(
  name: string,
  sheet: ScannedSheet,
  cells: ReadonlyMap<number, CellPatch>,
): readonly string[] {
  const changed = [...cells].flatMap(([key, { content }]) =>
    content ? [{ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }] : [],
  );
  return sheet.rows
    .flatMap((row) => row.cells)
    .flatMap((cell): string[] => {
      const { formula } = cell;
      const range = formula?.range;
      if (!range || !["array", "dataTable"].includes(formula.attributes.t ?? "") || isOne(range)) return [];
      const own = cells.get(cellKey(cell.row, cell.column))?.content;
      // A result that is given anew comes with every cell that it fills.
      if (isReplaced(cell, cells) || (own?.kind === "result" && own.spill)) return [];
      const within = changed.find(
        ({ row, column }) => holds(range, row, column) && (row !== cell.row || column !== cell.column),
      );
      return within
        ? [
            `${name}: ${cellAddress(within.row, within.column)} is one of the cells ${rangeAddress(range)} that one formula fills together, and cannot be changed by itself.`,
          ]
        : [];
    });
}

/** The columns of a table that are named otherwise now, as its header cells have been changed, and those that it has gained. */
export function renamedColumns(
  table: FileTable,
  cells: ReadonlyMap<number, CellPatch>,
  now = table.range,
): ReadonlyMap<number, string> {
  if (!table.hasHeader) return new Map();
  const width = Math.max(table.columns.length, now.right - now.left + 1);
  return new Map(
    Array.from({ length: width }, (_, at) => at).flatMap((at) => {
      const content = cells.get(cellKey(table.range.top, table.range.left + at))?.content;
      if (!content && at < table.columns.length) return [];
      return [[at, String(content?.value ?? "")] as const];
    }),
  );
}

/** Why a table cannot have its columns named so: Excel would repair the file. */
export function headerConflicts(
  sheet: string,
  table: FileTable,
  renamed: ReadonlyMap<number, string>,
  isNamed: (column: string) => boolean,
): readonly string[] {
  const columns = [...table.columns];
  for (const [at, name] of renamed) columns[at] = name;
  const where = `${sheet}: the table ${table.name}`;
  const problems = [...renamed].flatMap(([at, name]) => {
    if (name.trim() === "") return [`${where} has a column without a header now. Give it one.`];
    if (columns.some((other, place) => place !== at && other.toLowerCase() === name.toLowerCase()))
      return [`${where} has two columns named '${name}' now. Name one of them otherwise.`];
    const before = table.columns[at];
    return before !== undefined && isNamed(before)
      ? [`${where} has formulas that name its column '${before}', which would no longer find it under '${name}'.`]
      : [];
  });
  return problems;
}
