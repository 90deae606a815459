import type { Area, Grid, GridChart, GridEvent, GridFormat, GridFunction, GridSheet } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { newFormulas } from "./formulas.ts";
import { newLooks, type AddedFormat, type Look } from "./looks.ts";
import { areaOf, newSheets } from "./sheets.ts";
import type { Axis } from "./shift.ts";
import type { MemorySheet } from "./state.ts";
import { newTables } from "./tables.ts";

/** A grid in memory, with what a user would do in it besides. */
export interface MemoryGrid extends Grid {
  readonly charts: Map<string, GridChart>;
  /** Types into cells as a user does: a row typed right below a table becomes part of it. */
  type(sheetId: string, address: string, cells: readonly (readonly CellValue[])[]): void;
  insertRows(sheetId: string, at: number, count?: number): void;
  deleteRows(sheetId: string, at: number, count?: number): void;
  insertColumns(sheetId: string, at: number, count?: number): void;
  deleteColumns(sheetId: string, at: number, count?: number): void;
  /** Takes the table away and leaves its cells. */
  removeTable(tableId: string): void;
  protect(sheetId: string, isProtected: boolean): void;
  filter(sheetId: string, isFiltered: boolean): void;
  show(sheetId: string, isVisible: boolean): void;
  /** The values of "A5:B6". */
  read(sheetId: string, address: string): CellValue[][];
  lookAt(sheetId: string, row: number, column: number): Look;
  formatsOn(sheetId: string): readonly AddedFormat[];
}

export function memoryGrid(given: readonly MemorySheet[], options: { readonly date1904?: boolean } = {}): MemoryGrid {
  let last = 0;
  const nextId = (kind: string): string => `${kind}-${++last}`;
  const sheets = newSheets(nextId);
  const tables = newTables(nextId);
  const names = new Map<string, string>();
  const listeners = new Set<(event: GridEvent) => void>();
  const looks = newLooks();
  const charts = new Map<string, GridChart>();

  const tell = (event: GridEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const formulas = newFormulas({ sheets: () => sheets.all, tables: () => tables.all(), names, tell });

  function newSheet({ cells = [], numberFormats = {}, ...sheet }: MemorySheet): string {
    const { id } = sheets.add(sheet);
    for (const [address, numberFormat] of Object.entries(numberFormats))
      looks.set(id, areaOf(address), { numberFormat });
    if (cells.length > 0) formulas.write(id, 0, 0, cells);
    return id;
  }

  function move(sheetId: string, axis: Axis, at: number, count: number): void {
    const { cells } = sheets.get(sheetId);
    cells.shift(axis, at, count);
    formulas.move(sheetId, axis, at, count);
    tables.shift(sheetId, axis, at, count);
    const area: Area =
      axis === "rows"
        ? { top: at, left: 0, rows: Math.abs(count), columns: 16_384 }
        : { top: 0, left: at, rows: 1_048_576, columns: Math.abs(count) };
    tell({ kind: axis, what: count > 0 ? "inserted" : "deleted", sheetId, area });
    formulas.recalculate();
  }

  const tablesChanged = (): void => {
    tell({ kind: "tables" });
    formulas.recalculate();
  };

  function write(sheetId: string, area: Area, cells: readonly (readonly (CellValue | null)[])[]): void {
    if (cells.length !== area.rows || cells.some((row) => row.length !== area.columns))
      throw new Error("The cells do not have the shape of their area.");
    sheets.get(sheetId);
    const changed = formulas.write(sheetId, area.top, area.left, cells);
    tell({ kind: "edited", sheetId, area });
    changed();
  }

  for (const sheet of given) {
    const sheetId = newSheet(sheet);
    for (const { name, address, hasHeader = true, hasTotals = false } of sheet.tables ?? [])
      tables.add({ sheetId, name, area: areaOf(address), hasHeader, hasTotals });
  }
  if (sheets.all.length === 0) newSheet({ name: "Sheet1" });
  formulas.recalculate();
  let active = sheets.all[0]?.id ?? "";
  let selection = { sheetId: active, area: areaOf("A1") };

  return {
    date1904: options.date1904 ?? false,
    sheets: () =>
      sheets.all.map(({ id, name, isVisible, isProtected, isFiltered }): GridSheet => ({
        id,
        name,
        isVisible,
        isProtected,
        isFiltered,
      })),
    activeSheetId: () => active,
    activate(sheetId) {
      active = sheets.get(sheetId).id;
      if (selection.sheetId === active) return;
      selection = { sheetId: active, area: areaOf("A1") };
      tell({ kind: "selected", ...selection });
    },
    addSheet(name) {
      const id = newSheet({ name });
      tell({ kind: "sheets" });
      return id;
    },
    removeSheet(sheetId) {
      sheets.remove(sheetId);
      formulas.removeSheet(sheetId);
      tables.removeOn(sheetId);
      for (const { id, sheetId: on } of [...charts.values()]) if (on === sheetId) charts.delete(id);
      if (active === sheetId) active = sheets.all[0]?.id ?? "";
      if (selection.sheetId === sheetId) selection = { sheetId: active, area: areaOf("A1") };
      tell({ kind: "sheets" });
      tell({ kind: "tables" });
    },
    usedArea: (sheetId) => sheets.get(sheetId).cells.used(),
    values: (sheetId, area) => sheets.get(sheetId).cells.values(area),
    formulas: (sheetId, area) => formulas.texts(sheetId, area),
    write,
    numberFormat: (sheetId, area, numberFormat) => {
      looks.set(sheetId, area, { numberFormat });
    },
    numberFormatAt: (sheetId, row, column) => looks.at(sheetId, row, column).numberFormat,
    merges: (sheetId) => sheets.get(sheetId).merges,
    hiddenRows: (sheetId) => sheets.get(sheetId).hiddenRows,
    hiddenColumns: (sheetId) => sheets.get(sheetId).hiddenColumns,
    bold: (sheetId, area, isBold) => {
      looks.set(sheetId, area, { isBold });
    },
    fill: (sheetId, area, fill) => {
      looks.set(sheetId, area, { fill });
    },
    wrap: (sheetId, area, isWrapped) => {
      looks.set(sheetId, area, { isWrapped });
    },
    columnWidth: (sheetId, area, width) => {
      looks.set(sheetId, area, { width });
    },
    tables: () => tables.all(),
    addTable(sheetId, area, name) {
      const id = tables.add({ sheetId: sheets.get(sheetId).id, area, name, hasHeader: true, hasTotals: false });
      tablesChanged();
      return id;
    },
    renameTable(tableId, name) {
      tables.change(tableId, { name });
      tablesChanged();
    },
    resizeTable(tableId, area) {
      tables.change(tableId, { area });
      tablesChanged();
    },
    names: () => names,
    setName(name, formula) {
      if (formula === undefined) names.delete(name);
      else names.set(name, formula);
      formulas.recalculate();
    },
    settings: new Map(),
    charts,
    selection: () => selection,
    select(sheetId, area) {
      selection = { sheetId: sheets.get(sheetId).id, area };
      active = sheetId;
      tell({ kind: "selected", sheetId, area });
    },
    addFormat: (sheetId, areas, format: GridFormat) => looks.add(sheets.get(sheetId).id, areas, format),
    formatIds: (sheetId) => looks.on(sheetId).map(({ id }) => id),
    removeFormat: (sheetId, id) => {
      looks.remove(sheetId, id);
    },
    recalculate: () => {
      formulas.recalculate();
    },
    register(functions: readonly GridFunction[]) {
      formulas.register(functions);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    type(sheetId, address, cells) {
      const at = areaOf(address);
      const area = { ...at, rows: cells.length, columns: cells[0]?.length ?? 1 };
      write(sheetId, area, cells);
      const above = tables.above(sheetId, area);
      if (!above) return;
      tables.change(above.id, { area: { ...above.area, rows: above.area.rows + area.rows } });
      tablesChanged();
    },
    insertRows: (sheetId, at, count = 1) => {
      move(sheetId, "rows", at, count);
    },
    deleteRows: (sheetId, at, count = 1) => {
      move(sheetId, "rows", at, -count);
    },
    insertColumns: (sheetId, at, count = 1) => {
      move(sheetId, "columns", at, count);
    },
    deleteColumns: (sheetId, at, count = 1) => {
      move(sheetId, "columns", at, -count);
    },
    removeTable(tableId) {
      tables.remove(tableId);
      tablesChanged();
    },
    protect: (sheetId, isProtected) => {
      sheets.get(sheetId).isProtected = isProtected;
    },
    filter: (sheetId, isFiltered) => {
      sheets.get(sheetId).isFiltered = isFiltered;
    },
    show: (sheetId, isVisible) => {
      sheets.get(sheetId).isVisible = isVisible;
    },
    read: (sheetId, address) => sheets.get(sheetId).cells.values(areaOf(address)),
    lookAt: looks.at,
    formatsOn: looks.on,
  };
}
