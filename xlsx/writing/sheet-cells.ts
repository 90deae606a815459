import { cellAddress, rangeAddress } from "../addresses.ts";
import type { CellValue } from "../workbook.ts";
import type { SheetModel, SpillCell } from "./model.ts";
import { insist, requireFormula } from "./rules-of-excel.ts";
import type { SharedStrings } from "./shared-strings-part.ts";
import type { LaidCell } from "./spills.ts";
import type { Styles } from "./styles-part.ts";
import { elementXml, textXml } from "./xml-text.ts";

/** What cells need from the rest of the workbook to be written. */
export interface CellParts {
  readonly strings: SharedStrings;
  readonly styles: Styles;
}

/** What a cell may hold in place of a value. */
export const ERRORS = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#DIV/0!",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
]);

/** `rows` are the sheet's with the spills spread. */
export function sheetDataXml(rows: readonly (readonly LaidCell[])[], sheet: SheetModel, parts: CellParts): string {
  const hidden = new Set(sheet.hiddenRows);
  const heights = sheet.rowHeights ?? {};
  const count = Math.max(rows.length, ...[...hidden, ...Object.keys(heights).map(Number)].map((row) => row + 1));
  let xml = "";
  for (let row = 0; row < count; row++) {
    const cells = (rows[row] ?? []).map((cell, column) => {
      const { style = sheet.columns?.[column]?.style, ...rest } = typeof cell === "object" ? cell : { value: cell };
      return cellXml(rest, row, column, parts.styles.cell(style), parts);
    });
    const height = heights[row];
    const look = {
      ht: height,
      hidden: hidden.has(row) || undefined,
      customHeight: height === undefined ? undefined : true,
    };
    const content = cells.join("");
    if (content !== "" || look.ht !== undefined || look.hidden)
      xml += elementXml("row", { r: row + 1, ...look }, content);
  }
  return elementXml("sheetData", {}, xml);
}

function cellXml(
  cell: Exclude<LaidCell, CellValue>,
  row: number,
  column: number,
  style: number,
  { strings }: CellParts,
): string {
  const at = { r: cellAddress(row, column), s: style || undefined };
  if ("spill" in cell) return spillXml(cell, row, column, at);
  if ("formula" in cell) return resultXml(cell.value, at, elementXml("f", {}, textXml(requireFormula(cell.formula))));
  if ("spilled" in cell) return resultXml(cell.spilled, at);
  const { value = "" } = cell;
  if (value === "") return style === 0 ? "" : elementXml("c", at);
  return typeof value === "string"
    ? elementXml("c", { ...at, t: "s" }, valueXml(strings.numberOf(value)))
    : resultXml(value, at);
}

type Place = Readonly<Record<string, string | number | undefined>>;

// cm="1" points at the workbook's metadata part, which says "this array may spill"; without it Excel shows an old {array}.
function spillXml({ formula, spill }: SpillCell, row: number, column: number, at: Place): string {
  const ref = rangeAddress({
    top: row,
    left: column,
    bottom: row + spill.length - 1,
    right: column + (spill[0]?.length ?? 0) - 1,
  });
  return resultXml(spill[0]?.[0] ?? "", at, elementXml("f", { t: "array", ref }, textXml(requireFormula(formula))), {
    cm: 1,
  });
}

function resultXml(value: CellValue, at: Place, formula = "", after: Place = {}): string {
  if (typeof value === "number") {
    insist(Number.isFinite(value), `${value} cannot stand in a cell.`);
    return elementXml("c", { ...at, ...after }, formula + valueXml(value));
  }
  if (typeof value === "boolean")
    return elementXml("c", { ...at, t: "b", ...after }, formula + valueXml(Number(value)));
  const t = ERRORS.has(value) ? "e" : "str";
  return elementXml("c", { ...at, t, ...after }, `${formula}<v>${textXml(value)}</v>`);
}

const valueXml = (value: number): string => `<v>${value}</v>`;
