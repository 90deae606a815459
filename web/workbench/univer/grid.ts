import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Area, Grid, GridEvent } from "../grid.ts";
import { areaOf } from "./areas.ts";
import { readBritishDates } from "./british-dates.ts";
import { openBook, type Book } from "./book.ts";
import { cellsOf, type Cells } from "./cells.ts";
import { watchBook } from "./events.ts";
import { functionsOf } from "./functions.ts";
import { growTables } from "./growth.ts";
import { looksOf } from "./looks.ts";
import { namesOf } from "./names.ts";
import { savedOf, type Saved } from "./saved.ts";
import { sheetsOf } from "./sheets.ts";
import { tablesOf } from "./tables.ts";

/** Univer as a grid, with what opening and saving a file need besides. */
export interface UniverGrid extends Grid, Cells, Omit<Saved, "note"> {
  /** A table, its totals row as the last of the area. */
  addTableWithTotals(sheetId: string, area: Area, name: string): string;
  /** Univer itself, for tests and for what only it can do. */
  readonly api: FUniver;
  dispose(): void;
}

export function univerGrid(univer: Univer, api: FUniver): UniverGrid {
  const book = openBook(univer, api);
  const cells = cellsOf(book);
  const tables = tablesOf(book);
  const functions = functionsOf(book);
  const saved = savedOf(book);
  const listeners = new Set<(event: GridEvent) => void>();

  const stopDates = readBritishDates(book);
  // Univer tells its formulas of a table's new range only after it has told everybody else.
  const refresh = delayed(functions.refresh, 0);
  // A formula that was taken away is not always followed by a calculation.
  const tidy = delayed(functions.finish, 200);
  const stop = watchBook(book, (event) => {
    saved.note(event);
    if (event.kind === "edited") growTables(book, tables, cells, event.sheetId, event.area);
    if (event.kind === "calculated") functions.finish();
    if (["tables", "rows", "columns", "sheets"].includes(event.kind)) refresh.soon();
    if (event.kind === "edited") tidy.soon();
    for (const listener of [...listeners]) listener(event);
  });
  const add = (sheetId: string, area: Area, name: string, hasTotals: boolean): string => {
    const titles = cells
      .values(sheetId, { ...area, rows: 1 })
      .flat()
      .map(String);
    return tables.add(sheetId, area, name, titles, hasTotals);
  };

  return {
    api,
    ...sheetsOf(book),
    ...cells,
    ...looksOf(book),
    ...namesOf(book),
    ...selectionOf(book),
    held: saved.held,
    layout: saved.layout,
    moves: saved.moves,
    tables: tables.tables,
    renameTable: tables.renameTable,
    resizeTable: tables.resizeTable,
    addTable: (sheetId, area, name) => add(sheetId, area, name, false),
    addTableWithTotals: (sheetId, area, name) => add(sheetId, area, name, true),
    settings: new Map(),
    register: functions.register,
    recalculate: functions.recalculate,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      stop();
      refresh.stop();
      tidy.stop();
      stopDates();
      listeners.clear();
      functions.dispose();
    },
  };
}

function delayed(work: () => void, milliseconds: number): { readonly soon: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
  };
  return {
    stop,
    soon: () => {
      stop();
      timer = setTimeout(work, milliseconds);
    },
  };
}

function selectionOf(book: Book): Pick<Grid, "selection" | "select"> {
  return {
    selection() {
      const sheet = book.facade.getActiveSheet();
      const range = book.facade.getActiveRange()?.getRange() ?? {
        startRow: 0,
        endRow: 0,
        startColumn: 0,
        endColumn: 0,
      };
      return { sheetId: sheet.getSheetId(), area: areaOf(range) };
    },
    select(sheetId, area) {
      const sheet = book.sheet(sheetId);
      if (book.facade.getActiveSheet().getSheetId() !== sheetId) book.facade.setActiveSheet(sheet);
      book.range(sheetId, area).activate();
      // Some rows above and a column to the left stay in view, so that the cell is seen among its neighbours.
      sheet.scrollToCell(Math.max(0, area.top - 5), Math.max(0, area.left - 1));
    },
  };
}
