import type { Grid } from "../grid.ts";
import { newBook } from "./book.ts";
import { newClientEvents, type EntryOfEvent } from "./events.ts";
import { newDispatcher, type Bridge, type Dispatcher } from "./dispatch/dispatcher.ts";
import { workbookObject } from "./objects/workbook.ts";
import { newReferences } from "./references.ts";
import { newSession, type Session } from "./session.ts";

/** The parts of Microsoft's client that a host takes hold of: a window in which it was evaluated. */
export interface ClientWindow {
  readonly OfficeExtension: {
    readonly SessionBase: (new () => object) & { _overrideSession?: unknown };
    readonly HostBridge: { readonly init: (bridge: Bridge) => void };
    readonly CommonUtility: { _doApiNotSupportedCheck?: boolean };
    readonly Promise: { resolve(value: unknown): unknown };
    readonly _testTriggerRichApiMessageEvent: (message: { readonly entries: readonly EntryOfEvent[] }) => void;
  };
  readonly JSON: typeof JSON;
}

/** A workbook that answers the client; see `Session` for what can be set. */
export interface Host extends Pick<Session, "requests" | "editCell" | "payloadLimit"> {
  readonly functions: Dispatcher;
  /** How many objects the client keeps over several syncs. */
  readonly keptObjects: () => number;
  /** Stops telling the client of what happens in the grid. */
  readonly stop: () => void;
}

/** Has Microsoft's client talk to a grid: from here on `Excel.run` in that window reads and writes it. */
export function answerClient(window: ClientWindow, grid: Grid): Host {
  const { OfficeExtension } = window;
  const bridge: Bridge = { sendMessageToHost: () => undefined };
  OfficeExtension.HostBridge.init(bridge);
  // An Excel that lacks a requirement set refuses its members; here the client does so in the host's place.
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const functions = newDispatcher(bridge);
  const book = newBook(grid);
  const references = newReferences();
  const events = newClientEvents(grid, book, (entries) => {
    // Told as text, so that the client gets values of its own window.
    OfficeExtension._testTriggerRichApiMessageEvent(
      window.JSON.parse(JSON.stringify({ entries })) as { entries: EntryOfEvent[] },
    );
  });
  const session = newSession({
    workbook: workbookObject(book, events, references),
    references,
    asAddIn: book.asAddIn,
    takeResults: functions.take,
  });
  class GridSession extends OfficeExtension.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): unknown {
      return OfficeExtension.Promise.resolve({ url: "https://workbench.invalid/", headers: {} });
    }

    _createRequestExecutorOrNull(): unknown {
      return {
        executeAsync: (_customData: unknown, flags: number, message: { readonly Body: unknown }) =>
          session.answer(message.Body, flags).then((response) => window.JSON.parse(response) as unknown),
      };
    }

    getEventRegistration(): unknown {
      return events.common;
    }
  }
  OfficeExtension.SessionBase._overrideSession = new GridSession();

  return {
    requests: session.requests,
    editCell: session.editCell,
    get payloadLimit() {
      return session.payloadLimit;
    },
    set payloadLimit(limit) {
      session.payloadLimit = limit;
    },
    functions,
    keptObjects: () => references.count,
    stop: events.stop,
  };
}
