import type { Area, Grid, GridChart, GridEvent, GridFormat, GridFunction, GridSheet, GridTable } from "../grid.ts";
import { intersection, parseArea } from "../host/areas.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { newCells } from "./cells.ts";
import { newFormulas } from "./formulas.ts";
import { newLooks, type AddedFormat, type Look } from "./looks.ts";
import { shifted, type Axis } from "./shift.ts";
import type { MemorySheet, MemoryTable, SheetState } from "./state.ts";

/** A grid in memory, with what a user would do in it besides. */
export interface MemoryGrid extends Grid {
  readonly charts: Map<string, GridChart>;
  /** Types into cells as a user does: a row typed right below a table becomes part of it. */
  type(sheetId: string, address: string, cells: readonly (readonly CellValue[])[]): void;
  insertRows(sheetId: string, at: number, count?: number): void;
  deleteRows(sheetId: string, at: number, count?: number): void;
  insertColumns(sheetId: string, at: number, count?: number): void;
  deleteColumns(sheetId: string, at: number, count?: number): void;
  resizeTable(tableId: string, address: string): void;
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

const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (!area) throw new Error(`"${address}" is no address.`);
  return area;
};

export function memoryGrid(given: readonly MemorySheet[], options: { readonly date1904?: boolean } = {}): MemoryGrid {
  let last = 0;
  const nextId = (kind: string): string => `${kind}-${++last}`;
  const sheets: SheetState[] = [];
  let tables: MemoryTable[] = [];
  const names = new Map<string, string>();
  const listeners = new Set<(event: GridEvent) => void>();
  const looks = newLooks();
  const charts = new Map<string, GridChart>();

  const tell = (event: GridEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const state = (id: string): SheetState => {
    const sheet = sheets.find((one) => one.id === id);
    if (!sheet) throw new Error("There is no such sheet.");
    return sheet;
  };
  const formulas = newFormulas({ sheets: () => sheets, tables: () => tables, names, tell });

  function newSheet({
    name,
    cells = [],
    isVisible = true,
    isProtected = false,
    isFiltered = false,
  }: MemorySheet): SheetState {
    if (sheets.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`There is already a sheet named ${name}.`);
    const sheet: SheetState = { id: nextId("sheet"), name, isVisible, isProtected, isFiltered, cells: newCells([]) };
    sheets.push(sheet);
    if (cells.length > 0) formulas.write(sheet.id, 0, 0, cells);
    return sheet;
  }

  function addTable(sheetId: string, area: Area, name: string, isWithHeader = true, isWithTotals = false): string {
    if (tables.some((table) => table.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`There is already a table named ${name}.`);
    if (tables.some((table) => table.sheetId === sheetId && intersection(table.area, area)))
      throw new Error("A table cannot overlap another table.");
    const id = nextId("table");
    tables.push({ id, name, sheetId: state(sheetId).id, area, hasHeader: isWithHeader, hasTotals: isWithTotals });
    return id;
  }

  function move(sheetId: string, axis: Axis, at: number, count: number): void {
    const { cells } = state(sheetId);
    cells.shift(axis, at, count);
    formulas.move(sheetId, axis, at, count);
    tables = tables.flatMap((table) => {
      const area = table.sheetId === sheetId ? shifted(table.area, axis, at, count) : table.area;
      return area ? [{ ...table, area }] : [];
    });
    const area: Area =
      axis === "rows"
        ? { top: at, left: 0, rows: Math.abs(count), columns: 16_384 }
        : { top: 0, left: at, rows: 1_048_576, columns: Math.abs(count) };
    tell({ kind: axis, what: count > 0 ? "inserted" : "deleted", sheetId, area });
    formulas.recalculate();
  }

  function changeTable(id: string, change: Partial<MemoryTable>): void {
    if (!tables.some((table) => table.id === id)) throw new Error("There is no such table.");
    tables = tables.map((table) => (table.id === id ? { ...table, ...change } : table));
    tell({ kind: "tables" });
    formulas.recalculate();
  }

  function write(sheetId: string, area: Area, cells: readonly (readonly (CellValue | null)[])[]): void {
    if (cells.length !== area.rows || cells.some((row) => row.length !== area.columns))
      throw new Error("The cells do not have the shape of their area.");
    state(sheetId);
    const changed = formulas.write(sheetId, area.top, area.left, cells);
    tell({ kind: "edited", sheetId, area });
    changed();
  }

  for (const sheet of given) {
    const { id } = newSheet(sheet);
    for (const { name, address, hasHeader = true, hasTotals = false } of sheet.tables ?? [])
      addTable(id, areaOf(address), name, hasHeader, hasTotals);
  }
  if (sheets.length === 0) newSheet({ name: "Sheet1" });
  formulas.recalculate();
  let active = sheets[0]?.id ?? "";
  let selection = { sheetId: active, area: areaOf("A1") };

  return {
    date1904: options.date1904 ?? false,
    sheets: () =>
      sheets.map(({ id, name, isVisible, isProtected, isFiltered }): GridSheet => ({
        id,
        name,
        isVisible,
        isProtected,
        isFiltered,
      })),
    activeSheetId: () => active,
    activate(sheetId) {
      active = state(sheetId).id;
      if (selection.sheetId === active) return;
      selection = { sheetId: active, area: areaOf("A1") };
      tell({ kind: "selected", ...selection });
    },
    addSheet(name) {
      const { id } = newSheet({ name });
      tell({ kind: "sheets" });
      return id;
    },
    removeSheet(sheetId) {
      sheets.splice(sheets.indexOf(state(sheetId)), 1);
      formulas.removeSheet(sheetId);
      tables = tables.filter((table) => table.sheetId !== sheetId);
      for (const { id, sheetId: on } of [...charts.values()]) if (on === sheetId) charts.delete(id);
      if (active === sheetId) active = sheets[0]?.id ?? "";
      if (selection.sheetId === sheetId) selection = { sheetId: active, area: areaOf("A1") };
      tell({ kind: "sheets" });
      tell({ kind: "tables" });
    },
    usedArea: (sheetId) => state(sheetId).cells.used(),
    values: (sheetId, area) => state(sheetId).cells.values(area),
    formulas: (sheetId, area) => formulas.texts(sheetId, area),
    write,
    numberFormat: (sheetId, area, numberFormat) => {
      looks.set(sheetId, area, { numberFormat });
    },
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
    tables: (): readonly GridTable[] => tables,
    addTable(sheetId, area, name) {
      const id = addTable(sheetId, area, name);
      tell({ kind: "tables" });
      formulas.recalculate();
      return id;
    },
    renameTable(tableId, name) {
      changeTable(tableId, { name });
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
      selection = { sheetId: state(sheetId).id, area };
      active = sheetId;
      tell({ kind: "selected", sheetId, area });
    },
    addFormat: (sheetId, areas, format: GridFormat) => looks.add(state(sheetId).id, areas, format),
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
      const above = tables.find(
        (table) =>
          table.sheetId === sheetId &&
          !table.hasTotals &&
          table.area.top + table.area.rows === area.top &&
          intersection({ ...table.area, rows: 1_048_576 }, area),
      );
      if (above) changeTable(above.id, { area: { ...above.area, rows: above.area.rows + area.rows } });
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
    resizeTable: (tableId, address) => {
      changeTable(tableId, { area: areaOf(address) });
    },
    removeTable(tableId) {
      tables = tables.filter(({ id }) => id !== tableId);
      tell({ kind: "tables" });
      formulas.recalculate();
    },
    protect: (sheetId, isProtected) => {
      state(sheetId).isProtected = isProtected;
    },
    filter: (sheetId, isFiltered) => {
      state(sheetId).isFiltered = isFiltered;
    },
    show: (sheetId, isVisible) => {
      state(sheetId).isVisible = isVisible;
    },
    read: (sheetId, address) => state(sheetId).cells.values(areaOf(address)),
    lookAt: looks.at,
    formatsOn: looks.on,
  };
}
