import { signal, type ReadonlySignal } from "@preact/signals-core";
import type { InputsStore } from "../checking/check-inputs.ts";
import { patchList } from "../checking/patch.ts";
import type { Change, Workbook, WorkbookList, WorkbookRead } from "../workbook/workbook.ts";

export interface ReaderNeeds {
  readonly workbook: Pick<Workbook, "read" | "watch">;
  readonly store: InputsStore;
  /** A reading that nobody asked for went wrong. */
  readonly failed: (error: unknown) => void;
  /** The workbook has been read. */
  readonly done: (activeSheetId: string) => void;
}

/** What a reading found besides the lists, and what it left out. */
export type FoundBesides = Pick<WorkbookRead, "questions" | "strayRows" | "noLists" | "hiddenSheets">;

const NOTHING: FoundBesides = { questions: [], strayRows: [], noLists: [], hiddenSheets: [] };

/** The lists of the workbook as they stand, with every edit since they were read. */
export interface WorkbookReader {
  readonly lists: ReadonlySignal<readonly WorkbookList[]>;
  /** What was found besides, as it stood at the last reading. */
  readonly besides: ReadonlySignal<FoundBesides>;
  /** Names and settings in the workbook that cannot be used, as sentences. */
  readonly problems: ReadonlySignal<readonly string[]>;
  readonly selected: ReadonlySignal<{ readonly sheetId: string; readonly row: number } | undefined>;
  /** Reads everything anew, and watches it from the first time on; whoever asks while a reading is under way gets one more after it, and no second at once. */
  readonly readAnew: () => Promise<void>;
}

export function createReader({ workbook, store, failed, done }: ReaderNeeds): WorkbookReader {
  const lists = signal<readonly WorkbookList[]>([]);
  const besides = signal<FoundBesides>(NOTHING);
  const problems = signal<readonly string[]>([]);
  const selected = signal<WorkbookReader["selected"]["value"]>(undefined);
  let isReading: Promise<void> | undefined;
  let isStale = false;
  let isWatching = false;

  async function read(): Promise<void> {
    const found = await workbook.read();
    store.workbook.value = found.inputs;
    problems.value = found.problems;
    besides.value = found;
    lists.value = found.lists;
    done(found.activeSheetId);
    if (isWatching) return;
    await workbook.watch(follow);
    isWatching = true;
  }

  function readAnew(): Promise<void> {
    if (isReading) {
      isStale = true;
      return isReading;
    }
    isStale = false;
    isReading = (async () => {
      await read();
      // Set while the reading was under way.
      const isAskedAgain = (): boolean => isStale;
      while (isAskedAgain()) {
        isStale = false;
        await read();
      }
    })().finally(() => {
      isReading = undefined;
    });
    return isReading;
  }

  function follow(change: Change): void {
    if (change.kind === "selection") {
      selected.value = { sheetId: change.sheetId, row: change.row };
      return;
    }
    if (change.kind === "structure") {
      void readAnew().catch(failed);
      return;
    }
    const isOnList = lists.value.some(({ sheetId }) => sheetId === change.sheetId);
    const after = lists.value.map((list) => patchList(list, change));
    // What another sheet says may be the register, or a cell that the check date is taken from.
    if (!isOnList || after.includes("read anew") || isReading) void readAnew().catch(failed);
    // What was only calculated anew, and came to the same, is no change.
    if (isOnList && after.some((list, index) => list !== lists.value[index]))
      lists.value = after.map((list, index) => (list === "read anew" ? (lists.value[index] as WorkbookList) : list));
  }

  return { lists, besides, problems, selected, readAnew };
}
