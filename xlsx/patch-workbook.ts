import type { Move } from "./formulas/moved.ts";
import { applyMove, moveRefusals } from "./patching/apply-moves.ts";
import { patchAddIn } from "./patching/add-in-parts.ts";
import type { CellNeeds } from "./patching/changed-cell.ts";
import { renamedColumns } from "./patching/conflicts.ts";
import { grownRanges } from "./patching/grown-ranges.ts";
import { withSpill } from "./patching/metadata-editor.ts";
import { addTables } from "./patching/new-tables.ts";
import { addPart, freePath, relate, unrelate } from "./patching/package-lists.ts";
import { openPartTexts } from "./patching/part-texts.ts";
import type { NewSheet, Refused, SheetPatch, WorkbookPatch } from "./patching/patch.ts";
import { refusalsOf } from "./patching/refusals.ts";
import { relationshipsOf } from "./patching/relationships-of.ts";
import { hasOtherFormulas, patchedSheet } from "./patching/sheet-patcher.ts";
import { scanSheet } from "./patching/sheet-scan.ts";
import { removeTree } from "./patching/sheet-tree.ts";
import { editStyles, type StylesEditor } from "./patching/styles-editor.ts";
import { editTable } from "./patching/table-editor.ts";
import { editWorkbook, type WorkbookChange } from "./patching/workbook-editor.ts";
import {
  dropCalculationChain,
  onlyPart,
  stylesPart,
  tablesOf,
  workbookFile,
  type WorkbookFile,
} from "./patching/workbook-file.ts";
import { METADATA_XML } from "./writing/metadata-part.ts";
import { requireSheetNames } from "./writing/rules-of-excel.ts";
import { OFFICE, SPREADSHEET } from "./writing/content-types.ts";
import { MAIN, XML_START } from "./writing/xml-text.ts";

/**
 * Changes a workbook's file: what the patch names is changed, and everything else is given back as it stands, to the
 * byte. Where that cannot be done, nothing is, and the sentences say what this very file would lose. Throws for a file
 * that cannot be read, or a patch that breaks one of Excel's rules.
 */
export function patchWorkbook(bytes: Uint8Array, patch: WorkbookPatch): Uint8Array | Refused {
  const parts = openPartTexts(bytes);
  const file = workbookFile(parts);
  // The moves come first, as the cells of the patch are those that they leave; where one cannot be made, nothing is.
  const isMoved = movesOf(patch).length > 0;
  for (const [name, move] of movesOf(patch)) {
    const refused = moveRefusals(file, name, move);
    if (refused.length > 0) return { refused };
    applyMove(file, name, move);
  }
  const refused = refusalsOf(file, patch);
  if (refused.length > 0) return { refused };

  const needs = newNeeds(file);
  let hasOther = isMoved;
  for (const name of patch.removedSheets ?? []) removeSheet(file, name);
  for (const [name, sheet] of patch.sheets ?? []) {
    const path = file.sheets.get(name);
    if (path === undefined || patch.removedSheets?.has(name)) continue;
    hasOther = patchSheet(file, path, sheet, needs) || hasOther;
  }
  const added = (patch.newSheets ?? []).map((sheet) => addSheet(file, sheet, needs));
  needs.finish();
  changeWorkbook(file, {
    names: patch.names ?? new Map(),
    sheets: patch.sheets ?? new Map(),
    removedSheets: patch.removedSheets ?? new Set(),
    newSheets: added,
    isRecalculated: patch.isRecalculated ?? false,
  });
  if (hasOther || (patch.removedSheets?.size ?? 0) > 0) dropCalculationChain(file);
  if (patch.addIn) patchAddIn(parts, patch.addIn);
  return parts.zip();
}

const movesOf = ({ sheets, removedSheets }: WorkbookPatch): readonly (readonly [sheet: string, move: Move])[] =>
  [...(sheets ?? [])].flatMap(([name, { moves = [] }]) =>
    removedSheets?.has(name) ? [] : moves.map((move): readonly [string, Move] => [name, move]),
  );

interface Needs extends CellNeeds {
  /** Writes the styles that were asked for. */
  readonly finish: () => void;
}

/** What cells need of the whole workbook; parts are touched only where something is asked for. */
function newNeeds(file: WorkbookFile): Needs {
  const { parts } = file;
  let styles: StylesEditor | undefined;
  let mark: number | undefined;
  return {
    styleOf({ from, change }, own) {
      if (!change) return from ?? own;
      styles ??= editStyles(parts.read(stylesPart(file)));
      return styles.numberOf(from ?? own, change);
    },
    spillMark() {
      if (mark !== undefined) return mark;
      const path = onlyPart(file, "sheetMetadata", "sheetMetadata", () => METADATA_XML, "metadata");
      const before = parts.read(path);
      const made = withSpill(before);
      if (made.text !== before) parts.write(path, made.text);
      return (mark = made.mark);
    },
    finish() {
      const changed = styles?.changed();
      if (changed !== undefined) parts.write(stylesPart(file), changed);
    },
  };
}

function patchSheet({ parts }: WorkbookFile, path: string, patch: SheetPatch, needs: CellNeeds): boolean {
  const text = parts.read(path);
  const sheet = scanSheet(text);
  const cells = patch.cells ?? new Map();
  const tables = tablesOf(parts, path);
  const growths = tables.flatMap(({ name, range }) => {
    const bottom = patch.tables?.get(name)?.bottom;
    return bottom === undefined || bottom <= range.bottom ? [] : [{ before: range, bottom }];
  });
  const changed = grownRanges(patchedSheet(text, sheet, patch, needs), growths);
  if (changed !== text) parts.write(path, changed);
  for (const table of tables) {
    const range = patch.tables?.get(table.name);
    const names = renamedColumns(table, cells, range);
    if (range || names.size > 0) parts.write(table.path, editTable(parts.read(table.path), range, names));
  }
  addTables(parts, path, patch.newTables ?? []);
  return hasOtherFormulas(sheet, cells);
}

const EMPTY_SHEET = `${XML_START}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

function addSheet(file: WorkbookFile, sheet: NewSheet, needs: CellNeeds): WorkbookChange["newSheets"][number] {
  const { parts } = file;
  requireSheetNames([sheet.name]);
  const path = freePath(parts, "xl/worksheets/sheet", ".xml");
  addPart(parts, path, `${SPREADSHEET}.worksheet+xml`, EMPTY_SHEET);
  patchSheet(file, path, sheet, needs);
  const { name, visibility } = sheet;
  return {
    name,
    relationship: relate(parts, file.path, `${OFFICE}/worksheet`, path),
    ...(visibility === undefined ? {} : { visibility }),
  };
}

function removeSheet({ parts, path, sheets }: WorkbookFile, name: string): void {
  const removed = sheets.get(name);
  if (removed === undefined) return;
  for (const [id, target] of relationshipsOf(parts, path)) if (target.path === removed) unrelate(parts, path, id);
  removeTree(parts, removed);
}

function changeWorkbook({ parts, path }: WorkbookFile, change: WorkbookChange): void {
  const before = parts.read(path);
  const after = editWorkbook(before, change);
  if (after !== before) parts.write(path, after);
}
