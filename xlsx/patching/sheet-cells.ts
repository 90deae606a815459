import { cellKey, MAX_COLUMNS } from "../addresses.ts";
import { changedCellXml, newCellXml, type CellNeeds, type SheetText } from "./changed-cell.ts";
import type { CellPatch, SheetPatch } from "./patch.ts";
import type { ScannedCell, ScannedRow, ScannedSheet } from "./sheet-scan.ts";
import { writtenOut } from "./shared-formulas.ts";
import { elementXml } from "../writing/xml-text.ts";
import { editedTag, openedTag, tagText } from "./start-tag.ts";
import type { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

type RowPatch = readonly (readonly [column: number, patch: CellPatch])[];

export interface SheetCellNeeds extends CellNeeds {
  /** The style of a column's blank cells. */
  readonly columnStyle: (column: number) => number;
}

interface Patching extends SheetText {
  readonly edits: TextEdits;
  readonly needs: SheetCellNeeds;
  readonly rowsShown: ReadonlyMap<number, boolean>;
}

/** Changes cells in a sheet's text, and hides or shows rows; whatever is not among them stays to the letter. */
export function patchCells(
  text: string,
  sheet: ScannedSheet,
  { cells = new Map(), rowsShown = new Map() }: Pick<SheetPatch, "cells" | "rowsShown">,
  edits: TextEdits,
  needs: SheetCellNeeds,
): void {
  const written = writtenOut(sheet, (cell) => isReplaced(cell, cells));
  const patching: Patching = { text, prefix: prefixOf(sheet.root), written, edits, needs, rowsShown };
  for (const [{ row, column, formula }, instead] of written)
    if (formula && !cells.has(cellKey(row, column))) edits.replace(formula.start, formula.end, instead);
  const left = byRow(cells);
  for (const row of rowsShown.keys()) left.set(row, left.get(row) ?? []);
  for (const row of sheet.rows) {
    const patches = left.get(row.row);
    if (patches) patchRow(row, patches, patching);
    left.delete(row.row);
  }
  addRows(sheet, new Map([...left].sort(([a], [b]) => a - b)), patching);
}

/** Whether a cell's formula, if it has one, is to make way for something else. */
export function isReplaced({ row, column }: ScannedCell, cells: ReadonlyMap<number, CellPatch>): boolean {
  const content = cells.get(cellKey(row, column))?.content;
  return content !== undefined && content.kind !== "result";
}

function byRow(cells: ReadonlyMap<number, CellPatch>): Map<number, RowPatch> {
  const rows = new Map<number, [number, CellPatch][]>();
  for (const [key, patch] of [...cells].sort(([a], [b]) => a - b)) {
    const row = Math.floor(key / MAX_COLUMNS);
    const inRow = rows.get(row) ?? [];
    inRow.push([key % MAX_COLUMNS, patch]);
    rows.set(row, inRow);
  }
  return rows;
}

function patchRow(row: ScannedRow, patches: RowPatch, patching: Patching): void {
  const { edits, needs } = patching;
  const { attributes } = row.element;
  const own = ["1", "true"].includes(attributes.customFormat ?? "") ? Number(attributes.s ?? 0) : undefined;
  const known = new Map(row.cells.map((cell) => [cell.column, cell]));
  let behind = "";
  for (const [column, patch] of patches) {
    const cell = known.get(column);
    if (cell) {
      edits.replace(cell.element.start, cell.element.end, changedCellXml(cell, patch, patching, needs));
      continue;
    }
    const xml = newCellXml(patching.prefix, row.row, column, patch, own ?? needs.columnStyle(column), needs);
    const next = row.cells.find((one) => one.column > column);
    if (next) edits.insert(next.element.start, xml);
    else behind += xml;
  }
  fitRow(row, patches, behind, patching);
}

/** Puts cells behind a row's last, and takes back what the row says of where it reaches if it reaches farther now. */
function fitRow({ row, element }: ScannedRow, patches: RowPatch, behind: string, patching: Patching): void {
  const { text, edits, prefix, rowsShown } = patching;
  const tag = tagText(text, element);
  const isShown = rowsShown.get(row);
  const fitting = editedTag(tag, {
    ...(isWider(element.attributes.spans, patches) ? { spans: undefined } : {}),
    ...(isShown === undefined ? {} : { hidden: isShown ? undefined : 1 }),
  });
  if (element.isEmpty) {
    if (behind === "" && fitting !== tag) edits.replace(element.start, element.end, fitting);
    else if (behind !== "") edits.replace(element.start, element.end, `${openedTag(fitting)}${behind}</${prefix}row>`);
    return;
  }
  if (fitting !== tag) edits.replace(element.start, element.startTagEnd, fitting);
  if (behind !== "") edits.insert(element.contentEnd, behind);
}

function isWider(spans: string | undefined, patches: RowPatch): boolean {
  if (spans === undefined) return false;
  const runs = spans.split(" ").map((run) => run.split(":").map(Number));
  return !patches.every(([column]) => runs.some(([first = 0, last = 0]) => column + 1 >= first && column + 1 <= last));
}

/** Rows that the file does not have yet. */
function addRows(sheet: ScannedSheet, rows: ReadonlyMap<number, RowPatch>, patching: Patching): void {
  const { text, edits, prefix, needs, rowsShown } = patching;
  let behind = "";
  for (const [row, patches] of rows) {
    const cells = patches.map(([column, patch]) =>
      newCellXml(prefix, row, column, patch, needs.columnStyle(column), needs),
    );
    const isHidden = rowsShown.get(row) === false;
    const xml =
      cells.join("") === "" && !isHidden
        ? ""
        : elementXml(`${prefix}row`, { r: row + 1, hidden: isHidden || undefined }, cells.join(""));
    const next = sheet.rows.find((one) => one.row > row);
    if (next) edits.insert(next.element.start, xml);
    else behind += xml;
  }
  if (behind === "") return;
  const { sheetData } = sheet;
  if (sheetData.isEmpty)
    edits.replace(
      sheetData.start,
      sheetData.end,
      `${openedTag(tagText(text, sheetData))}${behind}</${prefix}sheetData>`,
    );
  else edits.insert(sheetData.contentEnd, behind);
}
