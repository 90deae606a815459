import type { Area, Grid, GridChart, GridSheet, GridTable } from "../grid.ts";
import { parseArea, splitSheet } from "./areas.ts";
import { accessDenied, invalidArgument, itemNotFound } from "./failure.ts";
import { newFormatsSet, type FormatsSet } from "./formats-set.ts";

/** The grid as Office.js objects find their way in it. */
export interface Book {
  readonly grid: Grid;
  readonly formats: FormatsSet;
  readonly charts: Map<string, GridChart>;
  /** Whether the grid keeps charts itself; otherwise they are only remembered, so that an add-in may go on setting them up. */
  readonly areChartsKept: boolean;
  /** Whether what happens now is done by the add-in, and not by a user. */
  isAddIn(): boolean;
  readonly asAddIn: <T>(work: () => T) => T;
  /** Set by `context.runtime.enableEvents`. */
  areEventsOn: boolean;
  sheet(id: string): GridSheet;
  /** A sheet by its id or, in any case, its name. */
  findSheet(key: unknown): GridSheet | undefined;
  table(id: string): GridTable;
  findTable(key: unknown, sheetId?: string): GridTable | undefined;
  /** Where "B2:C3" or "Cases!B2:C3" stands; a table's name is its cells. */
  place(address: string, sheetId: string): { readonly sheetId: string; readonly area: Area };
  /** Throws for a protected sheet. */
  readonly mustBeOpen: (sheetId: string) => void;
}

const isSame = (a: string, b: unknown): boolean => typeof b === "string" && a.toLowerCase() === b.toLowerCase();

export function newBook(grid: Grid): Book {
  let depth = 0;
  const book: Book = {
    grid,
    formats: newFormatsSet(),
    charts: grid.charts ?? new Map<string, GridChart>(),
    areChartsKept: grid.charts !== undefined,
    areEventsOn: true,
    isAddIn: () => depth > 0,
    asAddIn(work) {
      depth++;
      try {
        return work();
      } finally {
        depth--;
      }
    },
    sheet: (id) => found(grid.sheets().find((sheet) => sheet.id === id)),
    findSheet: (key) => grid.sheets().find(({ id, name }) => id === key || isSame(name, key)),
    table: (id) => found(grid.tables().find((table) => table.id === id)),
    findTable: (key, sheetId) =>
      grid
        .tables()
        .find(
          (table) =>
            (table.id === key || isSame(table.name, key)) && (sheetId === undefined || table.sheetId === sheetId),
        ),
    place(address, sheetId) {
      const { sheet, rest } = splitSheet(address.trim());
      const on = sheet === undefined ? sheetId : book.findSheet(sheet)?.id;
      const area = parseArea(rest);
      if (on !== undefined && area) return { sheetId: on, area };
      const table = book.findTable(address);
      if (table) return { sheetId: table.sheetId, area: table.area };
      throw on === undefined ? itemNotFound() : invalidArgument();
    },
    mustBeOpen(sheetId) {
      if (book.sheet(sheetId).isProtected) throw accessDenied();
    },
  };
  return book;
}

function found<T>(item: T | undefined): T {
  if (item === undefined) throw itemNotFound();
  return item;
}
