import type { SavedGrid } from "../../../web/workbench/file/save-sheet.ts";
import type { Area, GridTable } from "../../../web/workbench/grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";

export interface GivenSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Row and column, as "4,43", to a formula and the size of what it spills. */
  readonly formulas?: Readonly<Record<string, { readonly formula: string; readonly rows?: number }>>;
  readonly tables?: readonly (Pick<GridTable, "name" | "area"> & { readonly hasTotals?: boolean })[];
  readonly dates?: readonly string[];
  readonly isVisible?: boolean;
}

/** A grid that holds what it is given. */
export function aGrid(
  sheets: readonly GivenSheet[],
  names: Readonly<Record<string, string>> = {},
  settings: Readonly<Record<string, string>> = {},
): SavedGrid {
  const sheet = (id: string): GivenSheet => {
    const found = sheets[Number(id)];
    if (!found) throw new Error("There is no such sheet.");
    return found;
  };
  const read = (area: Area, cell: (row: number, column: number) => CellValue): CellValue[][] =>
    Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (__, across) => cell(area.top + down, area.left + across)),
    );
  const value =
    (id: string) =>
    (row: number, column: number): CellValue =>
      sheet(id).rows[row]?.[column] ?? "";
  return {
    sheets: () =>
      sheets.map(({ name, isVisible = true }, id) => ({
        id: String(id),
        name,
        isVisible,
        isProtected: false,
        isFiltered: false,
      })),
    activeSheetId: () => "0",
    usedArea: (id) => {
      const { rows } = sheet(id);
      return rows.length === 0
        ? undefined
        : { top: 0, left: 0, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
    },
    values: (id, area) => read(area, value(id)),
    formulas: (id, area) =>
      read(area, (row, column) => sheet(id).formulas?.[`${row},${column}`]?.formula ?? value(id)(row, column)),
    tables: () =>
      sheets.flatMap(({ tables = [] }, id) =>
        tables.map(({ name, area, hasTotals = false }) => ({
          id: name,
          name,
          sheetId: String(id),
          area,
          hasHeader: true,
          hasTotals,
        })),
      ),
    names: () => new Map(Object.entries(names)),
    settings: new Map(Object.entries(settings)),
    spills: (id) =>
      Object.entries(sheet(id).formulas ?? {}).flatMap(([place, { rows }]) => {
        const [top = 0, left = 0] = place.split(",").map(Number);
        return rows === undefined ? [] : [{ top, left, rows, columns: 1 }];
      }),
    isDate: (id, row, column) => sheet(id).dates?.includes(`${row},${column}`) ?? false,
  };
}
