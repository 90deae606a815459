import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import { monthName } from "../../rules/months.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import { yieldToPage } from "../checking/yield-to-page.ts";
import type { Service } from "../service/service.ts";
import type { Clock } from "../../client/clock.ts";
import type { BrowserStorage } from "../../client/switches.ts";
import { uploadCalls } from "../../client/snapshots.ts";
import type { Workbook, WorkbookList } from "../workbook/workbook.ts";
import type { SnapshotSender, SendState } from "./sender.ts";
import { hasReference, manages, nameOf } from "./blocks.ts";
import type { PartLimits } from "./content.ts";
import { createOutbox } from "./outbox.ts";
import { prepare, type PreparedMonth, type SendRequest } from "./prepare.ts";
import { previewOf } from "./preview.ts";
import { resumption } from "./resumption.ts";
import { createRetry } from "./retry.ts";
import { createTurns, type Turn } from "./turns.ts";
import { createUploadWork } from "./upload-work.ts";
import { workbookNotes } from "./workbook-notes.ts";

export interface SenderNeeds {
  readonly workbook: Pick<Workbook, "readRows" | "keepSent">;
  readonly store: InputsStore;
  readonly service: Pick<Service, "state" | "account" | "ask">;
  readonly lists: ReadonlySignal<readonly WorkbookList[]>;
  /** The list that is looked at: the one that is sent. */
  readonly current: ReadonlySignal<WorkbookList | undefined>;
  readonly browserStorage: Promise<BrowserStorage>;
  readonly clock: Clock;
  readonly newKey?: () => string;
  readonly pause?: () => Promise<void>;
  readonly limits?: PartLimits;
}

/** Sends months, and goes on by itself with what could not be finished. */
export function createSender(needs: SenderNeeds): SnapshotSender {
  const {
    workbook,
    store,
    service,
    lists,
    current,
    clock,
    limits,
    newKey = () => crypto.randomUUID(),
    pause = yieldToPage,
  } = needs;
  const uploads = uploadCalls(service.ask);
  const state = signal<SendState>({ is: "idle" });
  const hasOpened = signal(false);
  const outbox = createOutbox();
  const notes = workbookNotes(workbook, store);
  const retry = createRetry(clock, () => {
    void resume();
  });
  const opened = needs.browserStorage
    .then(
      (browserStorage) => {
        outbox.open(browserStorage);
      },
      () => undefined,
    )
    .then(() => {
      hasOpened.value = true;
    });
  const teamName = (team: string): string => nameOf(store.inputs.peek().policy, team);
  const uploadWork = createUploadWork({ uploads, outbox, notes, state, retry, newKey, teamName });
  const turns = createTurns(opened, uploadWork.failed);

  const prepared = (turn: Turn, wanted: SendRequest): Promise<PreparedMonth | undefined> => {
    const { list } = wanted;
    return prepare({ store, service, pause, limits }, wanted, {
      read: (from, count) => (list ? workbook.readRows(list, from, count) : Promise.resolve([])),
      isStopped: () => turn.isStopped,
      progress: (done, of) => {
        state.value = { is: "preparing", done, of };
      },
    });
  };
  const goOn = resumption({
    uploads,
    uploadWork,
    notes,
    state,
    lists,
    newKey,
    prepareList: (turn, list, { team, month, asOf }) => prepared(turn, { list, team, month, asOf }),
    nameOf: ({ team, month }) => `${monthName(month)} of ${teamName(team)}`,
  });

  // Before the council's register is there, the same list would be sent with other names, and seem to have changed.
  const isReady = (): boolean =>
    hasOpened.value && service.state.value === "online" && hasReference(store.service.value) && lists.value.length > 0;

  function resume(): Promise<void> {
    const isToCome = turns.all.some(({ isResumption, hasBegun, isStopped }) => isResumption && !hasBegun && !isStopped);
    if (isToCome || !untracked(isReady)) return turns.finished();
    return turns.add(async (turn) => {
      for (const entry of outbox.look().filter(({ team }) => manages(service.account.peek(), team))) {
        if (turn.isStopped) return;
        await goOn(turn, entry);
      }
    }, true);
  }

  effect(() => {
    if (isReady())
      untracked(() => {
        void resume();
      });
  });

  return {
    state,
    outbox: outbox.entries,
    receipts: notes.receipts,
    resume,
    async preview(team, month, asOf) {
      await opened;
      return previewOf(
        { store, service, pause, lasts: outbox.lasts, before: (of, on) => uploadWork.before({ team: of, month: on }) },
        { list: current.peek(), team, month, asOf },
      );
    },
    send: (team, month, asOf) =>
      turns.add(async (turn) => {
        const list = current.peek();
        state.value = { is: "preparing", done: 0, of: list?.allocations.rows.length ?? 0 };
        const found = await prepared(turn, { list, team, month, asOf });
        if (!found) return;
        if (!list || found.blocks.length > 0) {
          state.value = { is: "refused", sentence: found.blocks.join(" ") };
          return;
        }
        const { content } = found;
        const entry = {
          team,
          month,
          asOf: found.asOf,
          uploadId: undefined,
          key: newKey(),
          contentHash: content.hash,
          rows: content.rows,
        };
        await uploadWork.carry(turn, entry, content, list.key);
      }),
    async cancel() {
      retry.reset();
      const isIdle = turns.all.length === 0;
      const committing = turns.all.find(({ isCommitting }) => isCommitting)?.entry;
      for (const turn of turns.all.filter(({ isCommitting }) => !isCommitting)) {
        turn.isStopped = true;
        if (turn.entry) uploadWork.drop(turn.entry);
      }
      if (!isIdle && !committing) {
        state.value = { is: "cancelled" };
        return;
      }
      await turns.finished();
      for (const entry of outbox.look().filter(({ key }) => isIdle || key === committing?.key))
        await uploadWork.end(entry);
    },
  };
}
