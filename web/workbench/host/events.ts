import type { Area, Grid, GridEvent } from "../grid.ts";
import { areaAddress, intersection } from "./areas.ts";
import type { Book } from "./book.ts";

/** One event as the client takes it. */
export interface EntryOfEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Events of Office.js by their numbers on the wire; the names are those of the methods that register them. */
export const EVENTS = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  RowSorted: 19,
  TableDataChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
} as const;

export const WHOLE_WORKBOOK = "Workbook";

const EVENT_CATEGORY = 65_536;

export interface ClientEvents {
  readonly register: (eventType: number, target: string) => void;
  readonly unregister: (eventType: number, target: string) => void;
  /** What the client asks for the events of the older common API. */
  readonly common: {
    readonly register: (eventId: number, target: string, handler: (args: unknown) => void) => Promise<null>;
    readonly unregister: (eventId: number, target: string, handler: (args: unknown) => void) => Promise<null>;
  };
  readonly stop: () => void;
}

const CHANGE = {
  rows: { inserted: "RowInserted", deleted: "RowDeleted" },
  columns: { inserted: "ColumnInserted", deleted: "ColumnDeleted" },
} as const;

/** Tells the client of what happens in the grid, where the add-in has asked for it; a little later, as Excel does. */
export function newClientEvents(
  grid: Grid,
  book: Book,
  send: (entries: readonly EntryOfEvent[]) => void,
): ClientEvents {
  const registered = new Set<string>();
  const selectionHandlers = new Set<(args: unknown) => void>();
  let waiting: EntryOfEvent[] = [];
  let active = grid.activeSheetId();
  let sheets = grid.sheets().map(({ id }) => id);
  let tables = [...grid.tables()];

  function tell(messageType: number, targets: readonly string[], message: Readonly<Record<string, unknown>>): void {
    if (!book.areEventsOn) return;
    for (const targetId of targets) {
      if (!registered.has(`${messageType} ${targetId}`)) continue;
      if (waiting.length === 0) setTimeout(flush, 0);
      waiting.push({ messageCategory: EVENT_CATEGORY, messageType, targetId, message: JSON.stringify(message) });
    }
  }

  function flush(): void {
    const entries = waiting;
    waiting = [];
    if (entries.length > 0) send(entries);
  }

  function tellChange(worksheetId: string, area: Area, changeType: string): void {
    const triggerSource = book.isAddIn() ? "ThisLocalAddin" : "Unknown";
    const change = {
      worksheetId,
      address: areaAddress(area),
      changeType,
      source: "Local",
      triggerSource,
      shiftDirection: "None",
    };
    tell(EVENTS.DataChanged, [worksheetId, WHOLE_WORKBOOK], change);
    for (const table of grid.tables()) {
      if (table.sheetId !== worksheetId || !intersection(table.area, area)) continue;
      tell(EVENTS.TableDataChanged, [table.id, worksheetId, WHOLE_WORKBOOK], { ...change, tableId: table.id });
    }
  }

  function tellSheets(): void {
    const now = grid.sheets().map(({ id }) => id);
    const source = { source: "Local" };
    for (const worksheetId of now)
      if (!sheets.includes(worksheetId)) tell(EVENTS.Added, [WHOLE_WORKBOOK], { ...source, worksheetId });
    for (const worksheetId of sheets)
      if (!now.includes(worksheetId)) tell(EVENTS.Deleted, [WHOLE_WORKBOOK], { ...source, worksheetId });
    sheets = now;
  }

  function tellTables(): void {
    const now = [...grid.tables()];
    const isIn = (list: typeof now, wanted: string): boolean => list.some(({ id }) => id === wanted);
    const tellOne = (event: number, { id, name, sheetId }: (typeof now)[number]): void => {
      tell(event, [sheetId, WHOLE_WORKBOOK], { source: "Local", tableId: id, tableName: name, worksheetId: sheetId });
    };
    for (const table of now) if (!isIn(tables, table.id)) tellOne(EVENTS.TableAdded, table);
    for (const table of tables) if (!isIn(now, table.id)) tellOne(EVENTS.TableDeleted, table);
    tables = now;
  }

  function tellActive(): void {
    const now = grid.activeSheetId();
    if (now === active) return;
    tell(EVENTS.Deactivated, [active, WHOLE_WORKBOOK], { worksheetId: active });
    tell(EVENTS.Activated, [now, WHOLE_WORKBOOK], { worksheetId: now });
    active = now;
  }

  function heard(event: GridEvent): void {
    if (event.kind === "edited") tellChange(event.sheetId, event.area, "RangeEdited");
    if (event.kind === "rows" || event.kind === "columns")
      tellChange(event.sheetId, event.area, CHANGE[event.kind][event.what]);
    if (event.kind === "calculated")
      tell(EVENTS.Calculated, [event.sheetId, WHOLE_WORKBOOK], { worksheetId: event.sheetId, address: "" });
    if (event.kind === "sheets") tellSheets();
    if (event.kind === "tables") tellTables();
    tellActive();
    if (event.kind !== "selected") return;
    tell(EVENTS.SelectionChanged, [event.sheetId, WHOLE_WORKBOOK], {
      worksheetId: event.sheetId,
      address: areaAddress(event.area),
    });
    setTimeout(() => {
      for (const handler of selectionHandlers) handler({});
    }, 0);
  }

  const stop = grid.listen(heard);
  return {
    register: (eventType, target) => void registered.add(`${eventType} ${target}`),
    unregister: (eventType, target) => void registered.delete(`${eventType} ${target}`),
    common: {
      register: (_eventId, _target, handler) => (selectionHandlers.add(handler), Promise.resolve(null)),
      unregister: (_eventId, _target, handler) => (selectionHandlers.delete(handler), Promise.resolve(null)),
    },
    stop,
  };
}
