import { cellAddress } from "../addresses.ts";
import { movedIndex, movedRange, type Move } from "../formulas/moved.ts";
import { elementXml } from "../writing/xml-text.ts";
import type { ScannedRow, ScannedSheet } from "./sheet-scan.ts";
import { writtenOut } from "./shared-formulas.ts";
import { editedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

/** A sheet's text in which no formula is shared between cells: moved, each becomes another. */
export function withoutShared(text: string, sheet: ScannedSheet): string {
  const edits = new TextEdits(text);
  for (const [{ formula }, own] of writtenOut(sheet, () => true, true))
    if (formula) edits.replace(formula.start, formula.end, own);
  return edits.isEmpty ? text : edits.applied();
}

/** The rows, cells and columns of a sheet's text where they stand when others are put in or taken out. */
export function moveCells(text: string, sheet: ScannedSheet, move: Move): string {
  const edits = new TextEdits(text);
  for (const row of sheet.rows) moveRow(text, row, move, edits);
  if (move.axis === "columns") moveColumns(sheet, move, edits);
  return edits.isEmpty ? text : edits.applied();
}

function moveRow(text: string, { row, element, cells }: ScannedRow, move: Move, edits: TextEdits): void {
  const isRows = move.axis === "rows";
  const to = isRows ? movedIndex(row, move) : row;
  if (to === undefined) {
    edits.replace(element.start, element.end, "");
    return;
  }
  if (isRows && to === row && element.attributes.r !== undefined) return;
  edits.replace(
    element.start,
    element.startTagEnd,
    editedTag(tagText(text, element), { r: to + 1, ...(isRows ? {} : { spans: undefined }) }),
  );
  for (const cell of cells) {
    const column = isRows ? cell.column : movedIndex(cell.column, move);
    if (column === undefined) edits.replace(cell.element.start, cell.element.end, "");
    else
      edits.replace(
        cell.element.start,
        cell.element.startTagEnd,
        editedTag(tagText(text, cell.element), { r: cellAddress(to, column) }),
      );
  }
}

function moveColumns(sheet: ScannedSheet, move: Move, edits: TextEdits): void {
  const prefix = prefixOf(sheet.root);
  const columns = sheet.inner.get("col") ?? [];
  let kept = 0;
  for (const { start, end, attributes } of columns) {
    const run = { top: 0, bottom: 0, left: Number(attributes.min) - 1, right: Number(attributes.max) - 1 };
    const moved = movedRange(run, move);
    if (moved) kept++;
    edits.replace(
      start,
      end,
      moved ? elementXml(`${prefix}col`, { ...attributes, min: moved.left + 1, max: moved.right + 1 }) : "",
    );
  }
  const cols = sheet.children.find(({ name }) => name === "cols");
  if (!cols || kept > 0) return;
  edits.dropWithin((at) => at >= cols.start && at < cols.end);
  edits.replace(cols.start, cols.end, "");
}
