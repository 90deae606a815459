import { cellAddress, rangeAddress, type Range } from "../addresses.ts";
import { cellXml } from "./cell-xml.ts";
import type { CellContent, CellLook, CellPatch } from "./patch.ts";
import type { ScannedCell } from "./sheet-scan.ts";
import { editedTag, tagText } from "./start-tag.ts";

/** What cells need of the rest of the workbook. */
export interface CellNeeds {
  /** The number of a style; `own` is the one that the cell has. */
  readonly styleOf: (look: CellLook, own: number) => number;
  /** What marks a formula that spills: the number of an entry of the metadata part. */
  readonly spillMark: () => number;
}

/** The text of a sheet's part, and what of it is no longer as it stands there. */
export interface SheetText {
  readonly text: string;
  readonly prefix: string;
  /** Formulas that are written out. */
  readonly written: ReadonlyMap<ScannedCell, string>;
}

const BLANK: CellContent = { kind: "value", value: "" };

const markOf = (content: CellContent, { spillMark }: CellNeeds): number | undefined =>
  "spill" in content && content.spill ? spillMark() : undefined;

/** A cell that the file does not have yet; nothing for one that stays blank and looks as any other there. */
export function newCellXml(
  prefix: string,
  row: number,
  column: number,
  { content = BLANK, style }: CellPatch,
  inherited: number,
  needs: CellNeeds,
): string {
  const s = style ? needs.styleOf(style, inherited) : inherited;
  if (content.kind === "value" && content.value === "" && s === inherited) return "";
  return cellXml(prefix, { r: cellAddress(row, column), s: s || undefined }, content, "", markOf(content, needs));
}

/** A cell of the file with other content, another look, or both. */
export function changedCellXml(
  cell: ScannedCell,
  { content, style }: CellPatch,
  sheet: SheetText,
  needs: CellNeeds,
): string {
  const { element, formula } = cell;
  const changed = style ? { s: needs.styleOf(style, Number(element.attributes.s ?? 0)) || undefined } : {};
  if (content === undefined) return editedTag(tagText(sheet.text, element), changed) + contentOf(cell, sheet);
  const look = { ...keptAttributes(element.attributes), r: cellAddress(cell.row, cell.column), ...changed };
  if (content.kind !== "result") return cellXml(sheet.prefix, look, content, "", markOf(content, needs));
  const isSpill = formula?.attributes.t === "array" && element.attributes.cm !== undefined;
  const mark = isSpill ? Number(element.attributes.cm) : undefined;
  return cellXml(sheet.prefix, look, content, keptFormula(cell, content.spill, sheet), mark);
}

/** What stands in a cell, to its end tag. */
function contentOf(cell: ScannedCell, { text, written }: SheetText): string {
  const { element, formula } = cell;
  const instead = written.get(cell);
  return formula && instead !== undefined
    ? text.slice(element.startTagEnd, formula.start) + instead + text.slice(formula.end, element.end)
    : text.slice(element.startTagEnd, element.end);
}

function keptFormula(cell: ScannedCell, spill: Range | undefined, { text, written }: SheetText): string {
  const { formula } = cell;
  const instead = written.get(cell);
  if (instead !== undefined || !formula) return instead ?? "";
  const tag = tagText(text, formula);
  const kept = text.slice(formula.startTagEnd, formula.end);
  return (spill ? editedTag(tag, { ref: rangeAddress(spill) }) : tag) + kept;
}

/** Without what is said of the content: its type, and metadata that belongs to it. */
const keptAttributes = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !["t", "cm", "vm"].includes(name)));
