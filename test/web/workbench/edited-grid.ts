import { cellKey, MAX_COLUMNS, parseCell, parseRange } from "../../../xlsx/addresses.ts";
import type { Look } from "../../../xlsx/looks/look.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Area, GridSheet, GridTable } from "../../../web/workbench/grid.ts";
import { lookNamed } from "../../../web/workbench/file/own-looks.ts";
import type { OpenedFile } from "../../../web/workbench/file/open-file.ts";
import type { HeldCell, Layout, SavedGrid } from "../../../web/workbench/file/saved-grid.ts";
import { shownCells, type ShownCell } from "../../../web/workbench/file/shown-cells.ts";
import type { GridMove } from "../../../web/workbench/file/sheet-moves.ts";

interface Cell extends ShownCell {
  readonly look?: Look;
}

interface Sheet {
  name: string;
  isVisible: boolean;
  cells: Map<number, Cell>;
  layout: { merges: Area[]; hiddenRows: Set<number>; hiddenColumns: Set<number>; columnWidths: Map<number, number> };
  readonly spills: Area[];
}

const areaOf = (address: string): Area => {
  const range = parseRange(address);
  if (!range) throw new Error(`${address} is no address.`);
  const { top, left, bottom, right } = range;
  return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
};

/** A grid that was given a file to show, and what somebody does in it. */
export class EditedGrid implements SavedGrid {
  readonly settings: Map<string, string>;
  readonly names_: Map<string, string>;
  private readonly all = new Map<string, Sheet>();
  private readonly moved: GridMove[] = [];
  tables_: GridTable[];

  constructor(private readonly opened: OpenedFile) {
    this.settings = new Map(opened.settings);
    this.names_ = new Map(opened.names);
    opened.sheets.forEach((sheet, at) => {
      const { name, visibility, hiddenRows, hiddenColumns, merges } = sheet;
      const layout = {
        merges: merges.map(({ top, left, bottom, right }) => ({
          top,
          left,
          rows: bottom - top + 1,
          columns: right - left + 1,
        })),
        hiddenRows: new Set(hiddenRows),
        hiddenColumns: new Set(hiddenColumns),
        columnWidths: new Map<number, number>(),
      };
      this.all.set(`sheet${at + 1}`, {
        name,
        isVisible: visibility === "visible",
        cells: new Map(shownCells(sheet)),
        layout,
        spills: [],
      });
    });
    this.tables_ = opened.sheets.flatMap(({ tables }, at) =>
      tables.map(({ name, top, left, bottom, right, totalsRows }) => ({
        id: name,
        name,
        sheetId: `sheet${at + 1}`,
        area: { top, left, rows: bottom - top + 1, columns: right - left + 1 },
        hasHeader: true,
        hasTotals: totalsRows > 0,
      })),
    );
  }

  private sheet(id: string): Sheet {
    const sheet = this.all.get(id);
    if (!sheet) throw new Error("There is no such sheet.");
    return sheet;
  }

  /** Types into a cell: a text that begins with "=" is a formula, whose result is `value`. */
  type(address: string, given: CellValue, value: CellValue = given, id = "sheet1"): void {
    const { row, column } = parseCell(address) ?? { row: 0, column: 0 };
    const { cells } = this.sheet(id);
    const { style, look } = cells.get(cellKey(row, column)) ?? {};
    cells.set(cellKey(row, column), {
      value,
      ...(typeof given === "string" && given.startsWith("=") ? { formula: given } : {}),
      ...(style === undefined ? {} : { style }),
      ...(look === undefined ? {} : { look }),
    });
  }

  /** A formula gives something else, perhaps in several cells below it. */
  result(address: string, values: readonly CellValue[], id = "sheet1"): void {
    const { row, column } = parseCell(address) ?? { row: 0, column: 0 };
    const sheet = this.sheet(id);
    const before = sheet.cells.get(cellKey(row, column));
    sheet.cells.set(cellKey(row, column), { ...before, value: values[0] ?? "" });
    if (values.length > 1) sheet.spills.push({ top: row, left: column, rows: values.length, columns: 1 });
    values.slice(1).forEach((value, at) => this.results.set(`${id} ${cellKey(row + 1 + at, column)}`, value));
  }
  private readonly results = new Map<string, CellValue>();

  /** Gives a cell the look of a style by its name, or one of its own. */
  paint(address: string, style: string, look?: Look, id = "sheet1"): void {
    const { row, column } = parseCell(address) ?? { row: 0, column: 0 };
    const { cells } = this.sheet(id);
    const before = cells.get(cellKey(row, column)) ?? { value: "" };
    cells.set(cellKey(row, column), { ...before, style, ...(look === undefined ? {} : { look }) });
  }

  addSheet(name: string): string {
    const id = `added-${this.all.size}`;
    const layout = {
      merges: [],
      hiddenRows: new Set<number>(),
      hiddenColumns: new Set<number>(),
      columnWidths: new Map<number, number>(),
    };
    this.all.set(id, { name, isVisible: true, cells: new Map(), layout, spills: [] });
    return id;
  }

  removeSheet(id: string): void {
    this.all.delete(id);
    this.tables_ = this.tables_.filter(({ sheetId }) => sheetId !== id);
  }

  change(id: string): Pick<Sheet, "name" | "isVisible" | "layout"> {
    return this.sheet(id);
  }

  addTable(id: string, name: string, address: string): void {
    this.tables_.push({ id: name, name, sheetId: id, area: areaOf(address), hasHeader: true, hasTotals: false });
  }

  growTable(name: string, rows: number): void {
    this.tables_ = this.tables_.map((table) =>
      table.name === name ? { ...table, area: { ...table.area, rows: table.area.rows + rows } } : table,
    );
  }

  /** Puts in rows, or takes them out, as a grid does: cells, tables and what is hidden move. Formulas are the test's to move. */
  moveRows(at: number, count: number, id = "sheet1"): void {
    const sheet = this.sheet(id);
    const moved = (row: number): number | undefined =>
      row < at ? row : count < 0 && row < at - count ? undefined : row + count;
    this.moved.push({ sheetId: id, axis: "rows", at, count });
    sheet.cells = new Map(
      [...sheet.cells].flatMap(([key, cell]) => {
        const row = moved(Math.floor(key / MAX_COLUMNS));
        return row === undefined ? [] : [[cellKey(row, key % MAX_COLUMNS), cell] as const];
      }),
    );
    sheet.layout.hiddenRows = new Set([...sheet.layout.hiddenRows].flatMap((row) => moved(row) ?? []));
    this.tables_ = this.tables_.map((table) => {
      const { top, rows } = table.area;
      const isWithin = table.sheetId === id && at > top && at < top + rows;
      return isWithin ? { ...table, area: { ...table.area, rows: rows + count } } : table;
    });
  }

  sheets(): readonly GridSheet[] {
    return [...this.all].map(([id, { name, isVisible }]) => ({
      id,
      name,
      isVisible,
      isProtected: false,
      isFiltered: false,
    }));
  }

  held(id: string): Iterable<HeldCell> {
    return [...this.sheet(id).cells].map(([key, { value, formula, style, look }]) => ({
      row: Math.floor(key / MAX_COLUMNS),
      column: key % MAX_COLUMNS,
      value,
      formula,
      style,
      look: look ?? lookNamed(style, this.opened.styles),
    }));
  }

  values(id: string, { top, left, rows, columns }: Area): CellValue[][] {
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, across) => {
        const key = cellKey(top + down, left + across);
        return this.results.get(`${id} ${key}`) ?? this.sheet(id).cells.get(key)?.value ?? "";
      }),
    );
  }

  spills(id: string): readonly Area[] {
    return this.sheet(id).spills;
  }

  layout(id: string): Layout {
    const { merges, hiddenRows, hiddenColumns, columnWidths } = this.sheet(id).layout;
    return {
      merges: [...merges],
      hiddenRows: new Set(hiddenRows),
      hiddenColumns: new Set(hiddenColumns),
      columnWidths: new Map(columnWidths),
    };
  }

  moves(): readonly GridMove[] {
    return this.moved;
  }

  tables(): readonly GridTable[] {
    return this.tables_;
  }

  names(): ReadonlyMap<string, string> {
    return this.names_;
  }
}
