import type { Area, GridTable } from "../grid.ts";
import { intersection } from "../host/areas.ts";
import { shifted, type Axis } from "./shift.ts";

/** The tables of a grid in memory. */
export interface MemoryTables {
  all(): readonly GridTable[];
  /** Gives its id. Throws a sentence where the name is taken or the cells are another table's. */
  add(table: Omit<GridTable, "id">): string;
  /** Throws a sentence where there is no such table. */
  change(id: string, change: Partial<GridTable>): void;
  remove(id: string): void;
  removeOn(sheetId: string): void;
  /** Rows or columns have been put in before `at`, or taken out where the count is below 0. */
  shift(sheetId: string, axis: Axis, at: number, count: number): void;
  /** The table that a row typed into these cells becomes part of: it ends right above them and has no totals. */
  above(sheetId: string, area: Area): GridTable | undefined;
}

const LAST_ROW = 1_048_576;

export function newTables(nextId: (kind: string) => string): MemoryTables {
  let tables: readonly GridTable[] = [];
  return {
    all: () => tables,
    add(table) {
      if (tables.some(({ name }) => name.toLowerCase() === table.name.toLowerCase()))
        throw new Error(`There is already a table named ${table.name}.`);
      if (tables.some(({ sheetId, area }) => sheetId === table.sheetId && intersection(area, table.area)))
        throw new Error("A table cannot overlap another table.");
      const id = nextId("table");
      tables = [...tables, { id, ...table }];
      return id;
    },
    change(id, change) {
      if (!tables.some((table) => table.id === id)) throw new Error("There is no such table.");
      tables = tables.map((table) => (table.id === id ? { ...table, ...change } : table));
    },
    remove(id) {
      tables = tables.filter((table) => table.id !== id);
    },
    removeOn(sheetId) {
      tables = tables.filter((table) => table.sheetId !== sheetId);
    },
    shift(sheetId, axis, at, count) {
      tables = tables.flatMap((table) => {
        const area = table.sheetId === sheetId ? shifted(table.area, axis, at, count) : table.area;
        return area ? [{ ...table, area }] : [];
      });
    },
    above: (sheetId, area) =>
      tables.find(
        (table) =>
          table.sheetId === sheetId &&
          !table.hasTotals &&
          table.area.top + table.area.rows === area.top &&
          intersection({ ...table.area, rows: LAST_ROW }, area),
      ),
  };
}
