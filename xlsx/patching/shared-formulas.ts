import { filledFormula } from "../formulas/filled.ts";
import { elementXml, textXml } from "../writing/xml-text.ts";
import type { ScannedCell, ScannedSheet } from "./sheet-scan.ts";
import { prefixOf } from "./xml-scan.ts";

const isShared = ({ formula }: ScannedCell): boolean => formula?.attributes.t === "shared";

/**
 * The formulas that share that of a cell which is to hold something else: each written out as it reads in its own cell;
 * `isAll`: those cells' own formulas, too.
 */
export function writtenOut(
  sheet: ScannedSheet,
  isReplaced: (cell: ScannedCell) => boolean,
  isAll = false,
): ReadonlyMap<ScannedCell, string> {
  const tag = `${prefixOf(sheet.root)}f`;
  const shared = sheet.rows.flatMap(({ cells }) => cells.filter(isShared));
  const firsts = new Map(
    shared.flatMap((cell) =>
      cell.formula && cell.formula.text !== "" && isReplaced(cell) ? [[cell.formula.attributes.si, cell] as const] : [],
    ),
  );
  return new Map(
    shared.flatMap((cell) => {
      const first = firsts.get(cell.formula?.attributes.si);
      if (!first?.formula || !cell.formula || (!isAll && (first === cell || isReplaced(cell)))) return [];
      const own = filledFormula(first.formula.text, cell.row - first.row, cell.column - first.column);
      return [[cell, elementXml(tag, {}, textXml(own))] as const];
    }),
  );
}
