import { MAX_COLUMNS, parseCell, parseRange, type Range } from "../addresses.ts";
import { damaged } from "../reading/unreadable.ts";
import { plainText } from "./plain-text.ts";
import { scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

export interface Placed extends Element, ElementEnd {}

export interface ScannedFormula extends Placed {
  /** Blank for one that shares the formula of another cell. */
  readonly text: string;
  /** The cells that a shared or an array formula is for. */
  readonly range: Range | undefined;
}

export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  readonly element: Placed;
  readonly formula: ScannedFormula | undefined;
}

export interface ScannedRow {
  readonly row: number;
  readonly element: Placed;
  /** In the order of the file, which is that of the columns. */
  readonly cells: readonly ScannedCell[];
}

/** Where everything of a worksheet stands. */
export interface ScannedSheet {
  readonly root: Placed;
  readonly sheetData: Placed;
  readonly rows: readonly ScannedRow[];
  /** The children of the worksheet, in their order. */
  readonly children: readonly Placed[];
  /** Elements below those, by their name: `col`, `mergeCell`, `tablePart` and the like. */
  readonly inner: ReadonlyMap<string, readonly Placed[]>;
}

const INNER = new Set(["col", "mergeCell", "tablePart", "pane", "sheetView"]);

export function scanSheet(text: string): ScannedSheet {
  const rows: ScannedRow[] = [];
  const children: Placed[] = [];
  const inner = new Map<string, Placed[]>();
  let [root, sheetData] = [undefined, undefined] as [Placed | undefined, Placed | undefined];
  let cells: ScannedCell[] = [];
  let formula: ScannedFormula | undefined;
  let [row, column] = [-1, -1];

  scanXml(text, {
    open({ name, parent, attributes: { r } }) {
      if (name === "row" && parent?.name === "sheetData") {
        row = r === undefined ? row + 1 : Number(r) - 1;
        column = -1;
        cells = [];
      } else if (name === "c" && parent?.name === "row") {
        column = r === undefined ? column + 1 : (parseCell(r)?.column ?? MAX_COLUMNS);
        if (column >= MAX_COLUMNS) throw damaged();
        formula = undefined;
      }
    },
    close(element, end) {
      const { name, parent } = element;
      const placed = { ...element, ...end };
      if (!parent) root = placed;
      else if (parent.parent === undefined) {
        children.push(placed);
        if (name === "sheetData") sheetData = placed;
      } else if (name === "row" && parent.name === "sheetData") rows.push({ row, element: placed, cells });
      else if (name === "c" && parent.name === "row") cells.push({ row, column, element: placed, formula });
      else if (name === "f" && parent.name === "c") formula = formulaOf(text, placed);
      else if (INNER.has(name)) (inner.get(name) ?? inner.set(name, []).get(name))?.push(placed);
    },
  });
  if (!root || !sheetData) throw damaged();
  return { root, sheetData, rows, children, inner };
}

function formulaOf(text: string, placed: Placed): ScannedFormula {
  const { startTagEnd, contentEnd, isEmpty, attributes } = placed;
  return {
    ...placed,
    text: isEmpty ? "" : plainText(text.slice(startTagEnd, contentEnd)),
    range: parseRange(attributes.ref ?? ""),
  };
}
