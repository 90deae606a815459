import { signal, type ReadonlySignal } from "@preact/signals-core";
import type { BrowserStorage } from "../../client/switches.ts";
import { isCount, isJsonObject, isText } from "../../client/json.ts";
import type { OutboxEntry } from "./sender.ts";

const isEntry = (value: unknown): value is OutboxEntry =>
  isJsonObject(value) &&
  isText(value.team) &&
  isText(value.month) &&
  isText(value.asOf) &&
  isText(value.key) &&
  isText(value.contentHash) &&
  isCount(value.rows) &&
  (value.uploadId === undefined || isText(value.uploadId));

function entriesIn(text: string | null | undefined): OutboxEntry[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isSameMonth = (a: OutboxEntry, b: OutboxEntry): boolean => a.team === b.team && a.month === b.month;

export interface Outbox {
  readonly entries: ReadonlySignal<readonly OutboxEntry[]>;
  /** Whether it lasts longer than the pane. */
  readonly lasts: () => boolean;
  open(browserStorage: BrowserStorage): void;
  /** Looks at what is kept now: another workbook's pane may have changed it. */
  look(): readonly OutboxEntry[];
  /** Keeps an upload, in the place of another of the same team and month. */
  put(entry: OutboxEntry): void;
  remove(entry: OutboxEntry): void;
}

/** Uploads that are not finished, kept in the browser. What is kept names no child and no person. */
export function createOutbox(): Outbox {
  const entries = signal<readonly OutboxEntry[]>([]);
  let storage: BrowserStorage["storage"];
  let name = "";

  function look(): readonly OutboxEntry[] {
    if (!storage) return entries.peek();
    // A browser may refuse its storage at any time: what is known here then counts.
    try {
      entries.value = entriesIn(storage.getItem(name));
    } catch {
      storage = undefined;
    }
    return entries.peek();
  }
  function change(to: (before: readonly OutboxEntry[]) => readonly OutboxEntry[]): void {
    const after = to(look());
    entries.value = after;
    try {
      storage?.setItem(name, JSON.stringify(after));
    } catch {
      storage = undefined;
    }
  }

  return {
    entries,
    look,
    lasts: () => storage !== undefined,
    open(browserStorage) {
      storage = browserStorage.storage;
      name = `${browserStorage.prefix}LeadProfessional.outbox`;
      look();
    },
    put: (entry) => {
      change((before) => [...before.filter((one) => !isSameMonth(one, entry)), entry]);
    },
    remove: ({ key }) => {
      change((before) => before.filter((one) => one.key !== key));
    },
  };
}
