import { cellKey, MAX_COLUMNS, type Range } from "../addresses.ts";
import { filledFormula } from "../formulas/filled.ts";
import { scanSheet, type ScannedCell, type ScannedSheet } from "../patching/sheet-scan.ts";

/** A formula as it stands in the file, without "=". */
export interface StoredFormula {
  readonly text: string;
  /** The cells that its results fill, where that are more than its own. */
  readonly range: Range | undefined;
  /** Excel works it out in a way of its own: a table of data. */
  readonly isDataTable: boolean;
}

/** How a sheet is laid out, and the formulas of its cells. Rows and columns are zero-based. */
export interface SheetLooks {
  /** By `cellKey`, also of cells that hold nothing: the number of their style, where it is not 0. */
  readonly styles: ReadonlyMap<number, number>;
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly columnStyles: ReadonlyMap<number, number>;
  /** By `cellKey`. */
  readonly formulas: ReadonlyMap<number, StoredFormula>;
  /** In characters, as files hold them. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** In points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number } | undefined;
}

/** Runs of columns may reach to the sheet's last, where nobody looks. */
const COLUMNS_LOOKED_AT = 1_000;

const isYes = (value: string | undefined): boolean => value === "1" || value === "true";

export function sheetLooks(text: string): SheetLooks {
  const sheet = scanSheet(text);
  const cells = sheet.rows.flatMap((row) => row.cells);
  const styled = cells.flatMap(({ row, column, element }) => {
    const style = Number(element.attributes.s ?? 0);
    return style === 0 ? [] : [[cellKey(row, column), style] as const];
  });
  return {
    styles: new Map(styled),
    rowStyles: new Map(
      sheet.rows.flatMap(({ row, element: { attributes } }) =>
        isYes(attributes.customFormat) && Number(attributes.s ?? 0) !== 0 ? [[row, Number(attributes.s)]] : [],
      ),
    ),
    formulas: formulasOf(cells),
    rowHeights: new Map(
      sheet.rows.flatMap(({ row, element: { attributes } }) =>
        attributes.ht !== undefined && isYes(attributes.customHeight) ? [[row, Number(attributes.ht)]] : [],
      ),
    ),
    ...columnsOf(sheet),
    frozen: frozenOf(sheet),
  };
}

function columnsOf(sheet: ScannedSheet): Pick<SheetLooks, "columnStyles" | "columnWidths"> {
  const columnStyles = new Map<number, number>();
  const columnWidths = new Map<number, number>();
  for (const { attributes } of sheet.inner.get("col") ?? []) {
    const last = Math.min(Number(attributes.max), COLUMNS_LOOKED_AT, MAX_COLUMNS);
    for (let column = Number(attributes.min) - 1; column < last; column++) {
      if (Number(attributes.style ?? 0) !== 0) columnStyles.set(column, Number(attributes.style));
      if (attributes.width !== undefined) columnWidths.set(column, Number(attributes.width));
    }
  }
  return { columnStyles, columnWidths };
}

function frozenOf(sheet: ScannedSheet): SheetLooks["frozen"] {
  const pane = sheet.inner.get("pane")?.[0]?.attributes;
  if (!pane?.state?.startsWith("frozen")) return undefined;
  return { rows: Number(pane.ySplit ?? 0), columns: Number(pane.xSplit ?? 0) };
}

function formulasOf(cells: readonly ScannedCell[]): ReadonlyMap<number, StoredFormula> {
  const firsts = new Map(
    cells.flatMap((cell) =>
      cell.formula?.attributes.t === "shared" && cell.formula.text !== "" ? [[cell.formula.attributes.si, cell]] : [],
    ),
  );
  return new Map(
    cells.flatMap((cell) => {
      const { formula, row, column } = cell;
      if (!formula) return [];
      const first = formula.attributes.t === "shared" ? firsts.get(formula.attributes.si) : undefined;
      const text = first?.formula
        ? filledFormula(first.formula.text, row - first.row, column - first.column)
        : formula.text;
      const { range, attributes } = formula;
      const isWide = range !== undefined && (range.top !== range.bottom || range.left !== range.right);
      const isDataTable = attributes.t === "dataTable";
      const stored: StoredFormula = {
        text,
        range: isWide && attributes.t === "array" ? range : undefined,
        isDataTable,
      };
      return [[cellKey(row, column), stored] as const];
    }),
  );
}
