import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals-core";
import { monthName } from "../../rules/months.ts";
import type { BasisKeeper } from "../checking/basis.ts";
import type { Service } from "../service/api.ts";
import type { Clock } from "../../client/clock.ts";
import type { KeptIn } from "../../client/kept.ts";
import { uploadCalls } from "../../client/snapshots.ts";
import type { Workbook, WorkbookList } from "../workbook/api.ts";
import type { OutboxEntry, Sending, SendState } from "./api.ts";
import type { Receipt } from "../../client/receipt.ts";
import { hasReference, manages, nameOf } from "./blocks.ts";
import { yieldToPage } from "../checking/yield-to-page.ts";
import type { PartLimits } from "./content.ts";
import { deliver, stateOf } from "./deliver.ts";
import { keptOutbox } from "./kept-outbox.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { previewOf } from "./preview.ts";
import { receiptSentence } from "./receipts.ts";
import { retrying } from "./retrying.ts";
import { endingOf } from "./troubles.ts";
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

/** One piece of work: a month that is being sent, or gone on with. */
interface Turn {
  readonly isResumption: boolean;
  hasBegun: boolean;
  isStopped: boolean;
  /** Its commit is on its way: from then on it can no longer be stopped. */
  isCommitting: boolean;
  entry: OutboxEntry | undefined;
}

const CHANGED = "The list or the register had changed since sending it began, so it was sent anew from the beginning.";
const UNCERTAIN =
  "Sending was stopped after the service had been asked to take the month, and whether it did is not known. Look in History before you send it again.";
const IN_TIME = "It had been received before it could be stopped.";

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
  const asked = new Set<string>();
  let turns: readonly Turn[] = [];
  let queue: Promise<void> = Promise.resolve();

  const before = ({ team, month }: Pick<Receipt, "team" | "month">): Receipt | undefined =>
    notes.receipts.peek().find((receipt) => receipt.team === team && receipt.month === month);
  const teamName = (team: string): string => nameOf(keeper.basis.peek().policy, team);
  const named = ({ team, month }: OutboxEntry): string => `${monthName(month)} of ${teamName(team)}`;

  /** Does one thing after the other. */
  function inTurn(work: (turn: Turn) => Promise<void>, isResumption = false): Promise<void> {
    const mine: Turn = { isResumption, hasBegun: false, isStopped: false, isCommitting: false, entry: undefined };
    turns = [...turns, mine];
    queue = queue.then(async () => {
      mine.hasBegun = true;
      try {
        await opened;
        if (!mine.isStopped) await work(mine);
      } catch (error) {
        if (!mine.isStopped) trouble(error, mine.entry);
      } finally {
        turns = turns.filter((one) => one !== mine);
      }
    });
    return queue;
  }

  function drop(entry: OutboxEntry): void {
    outbox.remove(entry);
    notes.forget(entry.key);
  }
  /** Keeps an upload, in the place of an earlier one of the same team and month. */
  function keep(mine: Turn, entry: OutboxEntry, listKey: string): void {
    const instead = outbox
      .look()
      .filter(({ team, month, key }) => team === entry.team && month === entry.month && key !== entry.key);
    outbox.put(entry);
    mine.entry = entry;
    if (notes.listOf(entry.key) === undefined)
      notes.begin(
        entry.key,
        listKey,
        instead.map(({ key }) => key),
      );
  }
  function trouble(error: unknown, entry: OutboxEntry | undefined): void {
    const { next, isOver, isRetried } = endingOf(error);
    // Without anything in the outbox there is nothing to go on with.
    state.value = entry || next.is !== "waiting" ? next : { is: "refused", sentence: next.sentence };
    if (entry && isOver) drop(entry);
    if (entry && isRetried) retry.later();
  }

  async function received(receipt: Receipt, entry: OutboxEntry, said?: string): Promise<void> {
    const sentence = receiptSentence(receipt, teamName(receipt.team), before(receipt));
    retry.reset();
    const isKept = await notes.received(receipt, entry.key);
    outbox.remove(entry);
    const more = [
      said,
      isKept ? undefined : "The receipt could not be kept in this workbook; the service has it.",
    ].filter((one) => one !== undefined);
    state.value = { is: "sent", receipt, sentence: [sentence, ...more].join(" ") };
  }

  async function carry(
    mine: Turn,
    entry: OutboxEntry,
    { content }: Prepared,
    listKey: string,
    said?: string,
  ): Promise<void> {
    keep(mine, entry, listKey);
    const receipt = await deliver({
      uploads,
      entry,
      parts: content.parts,
      newKey,
      keep: (one) => {
        if (!mine.isStopped) keep(mine, one, listKey);
      },
      progress: (done) => {
        if (!mine.isStopped) state.value = { is: "sending", done, of: content.rows };
      },
      isStopped: () => mine.isStopped,
      committing({ key }) {
        mine.isCommitting = true;
        asked.add(key);
      },
    });
    if (receipt) await received(receipt, mine.entry ?? entry, said);
  }

  const prepared = (
    mine: Turn,
    list: WorkbookList | undefined,
    { team, month, asOf }: { team: string; month: string; asOf: string | undefined },
  ) =>
    prepare(
      { keeper, service, pause, limits },
      { list, team, month, asOf },
      {
        read: (from, count) => (list ? workbook.readRows(list, from, count) : Promise.resolve([])),
        isStopped: () => mine.isStopped,
        progress: (done, of) => {
          state.value = { is: "preparing", done, of };
        },
      },
    );

  /** Goes on with an upload of which only the outbox knows. */
  async function goOn(mine: Turn, entry: OutboxEntry): Promise<void> {
    mine.entry = entry;
    mine.isCommitting = false;
    state.value = { is: "preparing", done: 0, of: entry.rows };
    const upload = entry.uploadId === undefined ? undefined : await stateOf(uploads, entry.uploadId);
    if (mine.isStopped) return;
    if (upload && upload.state !== "open" && entry.uploadId !== undefined) {
      mine.isCommitting = true;
      await received(await uploads.commit(entry.uploadId, entry.key), entry);
      return;
    }
    const own = notes.listOf(entry.key);
    const ownFirst = [...lists.peek()].sort((a, b) => Number(b.key === own) - Number(a.key === own));
    let changed: Prepared | undefined;
    for (const list of ownFirst) {
      const found = await prepared(mine, list, entry);
      if (!found) return;
      if (found.blocks.length === 0 && found.content.hash === entry.contentHash) {
        await carry(mine, entry, found, list.key);
        return;
      }
      if (list.key === own) changed = found;
    }
    if (own === undefined || !changed) {
      state.value = {
        is: "waiting",
        sentence: `Sending ${named(entry)} was begun from a list that is not in this workbook, or is no longer as it was. Open that workbook to go on, or cancel and send it again.`,
      };
    } else if (changed.blocks.length > 0) {
      drop(entry);
      state.value = {
        is: "refused",
        sentence: `The list has changed since sending ${named(entry)} began, and cannot be sent as it is now. ${changed.blocks.join(" ")}`,
      };
    } else {
      const { content } = changed;
      await carry(
        mine,
        { ...entry, uploadId: undefined, key: newKey(), contentHash: content.hash, rows: content.rows },
        changed,
        own,
        CHANGED,
      );
    }
  }

  // Before the council's register is there, the same list would be sent with other names, and seem to have changed.
  const isReady = (): boolean =>
    hasOpened.value && service.state.value === "online" && hasReference(keeper.service.value) && lists.value.length > 0;

  function resume(): Promise<void> {
    const isToCome = turns.some(({ isResumption, hasBegun, isStopped }) => isResumption && !hasBegun && !isStopped);
    if (isToCome || !untracked(isReady)) return queue;
    return inTurn(async (mine) => {
      for (const entry of outbox.look().filter(({ team }) => manages(service.account.peek(), team))) {
        if (mine.isStopped) return;
        await goOn(mine, entry);
      }
    }, true);
  }

  /** Ends an upload that nobody is working on; what the service has taken already is said. */
  async function end(entry: OutboxEntry): Promise<void> {
    const { uploadId } = entry;
    const upload =
      uploadId === undefined ? undefined : await stateOf(uploads, uploadId).catch(() => "unknown" as const);
    if (upload && upload !== "unknown" && upload.state === "committed" && uploadId !== undefined) {
      await uploads.commit(uploadId, entry.key).then(
        (receipt) => received(receipt, entry, IN_TIME),
        (error: unknown) => {
          trouble(error, entry);
        },
      );
      return;
    }
    drop(entry);
    const isUncertain = upload === "unknown" ? asked.has(entry.key) : upload?.state === "committing";
    state.value = isUncertain ? { is: "refused", sentence: UNCERTAIN } : { is: "cancelled" };
  }

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
        { keeper, service, pause, lasts: outbox.lasts, before: (of, on) => before({ team: of, month: on }) },
        { list: current.peek(), team, month, asOf },
      );
    },
    send: (team, month, asOf) =>
      inTurn(async (mine) => {
        const list = current.peek();
        state.value = { is: "preparing", done: 0, of: list?.allocations.rows.length ?? 0 };
        const found = await prepared(mine, list, { team, month, asOf });
        if (!found) return;
        if (!list || found.blocks.length > 0) {
          state.value = { is: "refused", sentence: found.blocks.join(" ") };
          return;
        }
        const { content } = found;
        await carry(
          mine,
          {
            team,
            month,
            asOf: found.asOf,
            uploadId: undefined,
            key: newKey(),
            contentHash: content.hash,
            rows: content.rows,
          },
          found,
          list.key,
        );
      }),
    async cancel() {
      retry.reset();
      const isIdle = turns.length === 0;
      const committing = turns.find(({ isCommitting }) => isCommitting)?.entry;
      for (const one of turns.filter(({ isCommitting }) => !isCommitting)) {
        one.isStopped = true;
        if (one.entry) drop(one.entry);
      }
      if (!isIdle && !committing) {
        state.value = { is: "cancelled" };
        return;
      }
      await queue;
      for (const entry of outbox.look().filter(({ key }) => isIdle || key === committing?.key)) await end(entry);
    },
  };
}
