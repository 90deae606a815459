import type { Move } from "../formulas/moved.ts";
import { moveCells, withoutShared } from "./move-cells.ts";
import { movedNotes } from "./moved-notes.ts";
import { movedXml, type Moving } from "./moved-xml.ts";
import type { PartTexts } from "./part-texts.ts";
import { relationshipsOf } from "./relationships-of.ts";
import { scanSheet, type ScannedSheet } from "./sheet-scan.ts";
import type { FileTable } from "./table-editor.ts";
import { tablesOf, type WorkbookFile } from "./workbook-file.ts";

/** Parts in which a formula may name cells of any sheet. */
const WITH_FORMULAS = /^xl\/(workbook\.xml|worksheets\/[^/]+\.xml|tables\/[^/]+\.xml|charts\/[^/]+\.xml)$/i;
/** What stands on a sheet and moves with its cells, by the kind of its relationship. */
const OWN = new Set(["table", "drawing", "comments", "threadedComment"]);

/** Puts rows or columns into a sheet, or takes some out, and moves all that is said of its cells anywhere in the workbook. */
export function applyMove(file: WorkbookFile, name: string, move: Move): void {
  const { parts } = file;
  const path = file.sheets.get(name);
  if (path === undefined) return;
  const own = new Set([path, ...ownParts(parts, path)]);
  const before = parts.read(path);
  const plain = withoutShared(before, scanSheet(before));
  const cells = moveCells(plain, scanSheet(plain), move);
  if (cells !== before) parts.write(path, cells);
  const same = (sheet: string | undefined): boolean => sheet?.toLowerCase() === name.toLowerCase();
  for (const part of parts.paths()) {
    const isOwn = own.has(part);
    if (!isOwn && !WITH_FORMULAS.test(part)) continue;
    const moving: Moving = { move, isOwn, isOn: (sheet) => (sheet === undefined ? isOwn : same(sheet)) };
    change(parts, part, (text) => movedXml(expanded(part, text), moving));
  }
  for (const { kind, path: target } of relationshipsOf(parts, path).values())
    if (kind === "vmlDrawing" && parts.has(target)) change(parts, target, (text) => movedNotes(text, move));
}

/** A formula that is shared between cells may be of the moved ones in one cell and not in another. */
const expanded = (path: string, text: string): string =>
  /^xl\/worksheets\//i.test(path) && text.includes('"shared"') ? withoutShared(text, scanSheet(text)) : text;

function change(parts: PartTexts, path: string, to: (text: string) => string): void {
  const before = parts.read(path);
  const after = to(before);
  if (after !== before) parts.write(path, after);
}

const ownParts = (parts: PartTexts, path: string): readonly string[] =>
  [...relationshipsOf(parts, path).values()].flatMap(({ kind, path: target }) =>
    OWN.has(kind) && parts.has(target) ? [target] : [],
  );

/** Why rows or columns cannot be put in or taken out without losing something, one sentence each. */
export function moveRefusals({ parts, sheets }: WorkbookFile, name: string, move: Move): readonly string[] {
  const path = sheets.get(name);
  if (path === undefined) return [];
  const done = `${name}: ${move.axis} were ${move.count < 0 ? "deleted" : "inserted"}`;
  const kinds = new Set([...relationshipsOf(parts, path).values()].map(({ kind }) => kind));
  const sheet = scanSheet(parts.read(path));
  return [
    ...(kinds.has("pivotTable") || pivotsOf(parts, name)
      ? [`${done}, but a pivot table stands there or is made from its cells.`]
      : []),
    ...(kinds.has("ctrlProp") || kinds.has("queryTable")
      ? [`${done}, but the sheet has form controls or queries.`]
      : []),
    ...(cutsFormula(sheet, move) ? [`${done} within the cells that one formula fills together.`] : []),
    ...tablesOf(parts, path).flatMap((table) => tableRefusals(done, table, move)),
  ];
}

const pivotsOf = (parts: PartTexts, sheet: string): boolean =>
  parts
    .paths()
    .some((path) => /pivotCacheDefinition[^/]*\.xml$/i.test(path) && parts.read(path).includes(`sheet="${sheet}"`));

function cutsFormula(sheet: ScannedSheet, { axis, at, count }: Move): boolean {
  const last = count < 0 ? at - count - 1 : at;
  return sheet.rows.some(({ cells }) =>
    cells.some(({ formula }) => {
      const range = formula?.range;
      if (!range || !["array", "dataTable"].includes(formula.attributes.t ?? "")) return false;
      const [first, end] = axis === "rows" ? [range.top, range.bottom] : [range.left, range.right];
      const isWithin =
        count < 0 ? at <= end && last >= first && !(at <= first && last >= end) : at > first && at <= end;
      // Our own formulas are given their cells anew.
      return formula.attributes.t === "dataTable" || (isWithin && !formula.text.startsWith("_xldudf_LP_"));
    }),
  );
}

function tableRefusals(
  done: string,
  { name, range, hasHeader }: FileTable,
  { axis, at, count }: Move,
): readonly string[] {
  const last = count < 0 ? at - count - 1 : at;
  if (axis === "columns") {
    const isWithin = count < 0 ? at <= range.right && last >= range.left : at > range.left && at <= range.right;
    return isWithin ? [`${done} within the table ${name}.`] : [];
  }
  if (count >= 0 || last < range.top || at > range.bottom) return [];
  const body = range.top + Number(hasHeader);
  const takesHeader = hasHeader && at <= range.top;
  const leavesNone = at <= body && last >= range.bottom;
  return takesHeader || leavesNone ? [`${done}, of which the table ${name} needs some.`] : [];
}
