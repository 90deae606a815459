import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import { monthName } from "../../rules/months.ts";
import type { BasisKeeper } from "../checking/basis.ts";
import { yieldToPage } from "../checking/yield-to-page.ts";
import type { Service } from "../service/api.ts";
import type { Clock } from "../../client/clock.ts";
import type { KeptIn } from "../../client/kept.ts";
import { uploadCalls } from "../../client/snapshots.ts";
import type { Workbook, WorkbookList } from "../workbook/api.ts";
import type { Sending, SendState } from "./api.ts";
import { hasReference, manages, nameOf } from "./blocks.ts";
import type { PartLimits } from "./content.ts";
import { keptOutbox } from "./kept-outbox.ts";
import { prepare, type Prepared, type Wanted } from "./prepare.ts";
import { previewOf } from "./preview.ts";
import { resumption } from "./resumption.ts";
import { retrying } from "./retrying.ts";
import { createTurns, type Turn } from "./turns.ts";
import { createUploading } from "./uploading.ts";
import { workbookNotes } from "./workbook-notes.ts";

export interface SendingNeeds {
  readonly workbook: Pick<Workbook, "readRows" | "keepSent">;
  readonly keeper: BasisKeeper;
  readonly service: Pick<Service, "state" | "account" | "ask">;
  readonly lists: ReadonlySignal<readonly WorkbookList[]>;
  /** The list that is looked at: the one that is sent. */
  readonly current: ReadonlySignal<WorkbookList | undefined>;
  readonly keptIn: Promise<KeptIn>;
  readonly clock: Clock;
  readonly newKey?: () => string;
  readonly pause?: () => Promise<void>;
  readonly limits?: PartLimits;
}

/** Sends months, and goes on by itself with what could not be finished. */
export function createSending(needs: SendingNeeds): Sending {
  const {
    workbook,
    keeper,
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
  const outbox = keptOutbox();
  const notes = workbookNotes(workbook, keeper);
  const retry = retrying(clock, () => {
    void resume();
  });
  const opened = needs.keptIn
    .then(
      (keptIn) => {
        outbox.open(keptIn);
      },
      () => undefined,
    )
    .then(() => {
      hasOpened.value = true;
    });
  const teamName = (team: string): string => nameOf(keeper.basis.peek().policy, team);
  const uploading = createUploading({ uploads, outbox, notes, state, retry, newKey, teamName });
  const turns = createTurns(opened, uploading.failed);

  const prepared = (turn: Turn, wanted: Wanted): Promise<Prepared | undefined> => {
    const { list } = wanted;
    return prepare({ keeper, service, pause, limits }, wanted, {
      read: (from, count) => (list ? workbook.readRows(list, from, count) : Promise.resolve([])),
      isStopped: () => turn.isStopped,
      progress: (done, of) => {
        state.value = { is: "preparing", done, of };
      },
    });
  };
  const goOn = resumption({
    uploads,
    uploading,
    notes,
    state,
    lists,
    newKey,
    prepareList: (turn, list, { team, month, asOf }) => prepared(turn, { list, team, month, asOf }),
    nameOf: ({ team, month }) => `${monthName(month)} of ${teamName(team)}`,
  });

  // Before the council's register is there, the same list would be sent with other names, and seem to have changed.
  const isReady = (): boolean =>
    hasOpened.value && service.state.value === "online" && hasReference(keeper.service.value) && lists.value.length > 0;

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
        { keeper, service, pause, lasts: outbox.lasts, before: (of, on) => uploading.before({ team: of, month: on }) },
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
        await uploading.carry(turn, entry, content, list.key);
      }),
    async cancel() {
      retry.reset();
      const isIdle = turns.all.length === 0;
      const committing = turns.all.find(({ isCommitting }) => isCommitting)?.entry;
      for (const turn of turns.all.filter(({ isCommitting }) => !isCommitting)) {
        turn.isStopped = true;
        if (turn.entry) uploading.drop(turn.entry);
      }
      if (!isIdle && !committing) {
        state.value = { is: "cancelled" };
        return;
      }
      await turns.finished();
      for (const entry of outbox.look().filter(({ key }) => isIdle || key === committing?.key))
        await uploading.end(entry);
    },
  };
}
