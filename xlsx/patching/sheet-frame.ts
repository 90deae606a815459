import { MAX_COLUMNS, parseRange, rangeAddress, type Range } from "../addresses.ts";
import { storedWidth } from "../writing/sheet-part.ts";
import { elementXml } from "../writing/xml-text.ts";
import type { SheetPatch } from "./patch.ts";
import type { Placed, ScannedSheet } from "./sheet-scan.ts";
import { editedTag, tagText } from "./start-tag.ts";
import type { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

type ColumnAttributes = Readonly<Record<string, string | number | undefined>>;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly attributes: ColumnAttributes;
}

const runOf = ({ attributes }: Placed): Run => ({
  first: Number(attributes.min) - 1,
  last: Math.min(Number(attributes.max), MAX_COLUMNS) - 1,
  attributes,
});

/** The style of a column's blank cells. */
export function columnStyleIn(sheet: ScannedSheet): (column: number) => number {
  const runs = (sheet.inner.get("col") ?? []).map(runOf);
  return (column) => Number(runs.find(({ first, last }) => column >= first && column <= last)?.attributes.style ?? 0);
}

const DEFAULT_WIDTH = 8.43;

/** Columns with another width, hidden or shown: a run that holds one of them is taken apart about it. */
export function patchColumns(
  sheet: ScannedSheet,
  { columnWidths = new Map(), columnsShown = new Map() }: SheetPatch,
  edits: TextEdits,
): void {
  const changed = [...new Set([...columnWidths.keys(), ...columnsShown.keys()])].sort((a, b) => a - b);
  if (changed.length === 0) return;
  const prefix = prefixOf(sheet.root);
  const elements = sheet.inner.get("col") ?? [];
  const change = (column: number, before: ColumnAttributes): ColumnAttributes => {
    const width = columnWidths.get(column);
    const isShown = columnsShown.get(column);
    return {
      ...before,
      min: column + 1,
      max: column + 1,
      width: width === undefined ? (before.width ?? storedWidth(DEFAULT_WIDTH)) : storedWidth(width),
      ...(width === undefined ? {} : { customWidth: 1 }),
      ...(isShown === undefined ? {} : { hidden: isShown ? undefined : 1 }),
    };
  };
  const xml = (attributes: ColumnAttributes): string => elementXml(`${prefix}col`, attributes);
  const left = new Set(changed);
  for (const element of elements) {
    const { first, last, attributes } = runOf(element);
    const within = changed.filter((column) => column >= first && column <= last);
    for (const column of within) left.delete(column);
    if (within.length > 0)
      edits.replace(element.start, element.end, takenApart(first, last, within, attributes).map(xml).join(""));
  }
  let behind = "";
  for (const column of left) {
    const next = elements.find((element) => runOf(element).first > column);
    if (next) edits.insert(next.start, xml(change(column, {})));
    else behind += xml(change(column, {}));
  }
  if (behind === "") return;
  const cols = sheet.children.find(({ name }) => name === "cols");
  if (cols) edits.insert(cols.contentEnd, behind);
  else edits.insert(sheet.sheetData.start, `<${prefix}cols>${behind}</${prefix}cols>`);

  function takenApart(
    first: number,
    last: number,
    within: readonly number[],
    attributes: ColumnAttributes,
  ): ColumnAttributes[] {
    const pieces: ColumnAttributes[] = [];
    let from = first;
    for (const column of within) {
      if (column > from) pieces.push({ ...attributes, min: from + 1, max: column });
      pieces.push(change(column, attributes));
      from = column + 1;
    }
    if (from <= last) pieces.push({ ...attributes, min: from + 1, max: last + 1 });
    return pieces;
  }
}

/** Behind which children of a worksheet merged cells stand. */
const BEFORE_MERGES = [
  ..."sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews".split(
    " ",
  ),
];

export function patchMerges(sheet: ScannedSheet, merges: readonly Range[], edits: TextEdits): void {
  const prefix = prefixOf(sheet.root);
  const known = sheet.children.find(({ name }) => name === "mergeCells");
  const items = merges.map((range) => elementXml(`${prefix}mergeCell`, { ref: rangeAddress(range) }));
  const xml = items.length === 0 ? "" : elementXml(`${prefix}mergeCells`, { count: items.length }, items.join(""));
  if (known) edits.replace(known.start, known.end, xml);
  else
    edits.insert(sheet.children.findLast(({ name }) => BEFORE_MERGES.includes(name))?.end ?? sheet.sheetData.end, xml);
}

/** The sheet says which cells it reaches over, which is only a help for whoever reads it. */
export function fitDimension(text: string, sheet: ScannedSheet, reached: Range | undefined, edits: TextEdits): void {
  const dimension = sheet.children.find(({ name }) => name === "dimension");
  const before = parseRange(dimension?.attributes.ref ?? "");
  if (!dimension || !before || !reached) return;
  const after = {
    top: Math.min(before.top, reached.top),
    left: Math.min(before.left, reached.left),
    bottom: Math.max(before.bottom, reached.bottom),
    right: Math.max(before.right, reached.right),
  };
  const ref = rangeAddress(after);
  if (ref !== rangeAddress(before))
    edits.replace(dimension.start, dimension.startTagEnd, editedTag(tagText(text, dimension), { ref }));
}
