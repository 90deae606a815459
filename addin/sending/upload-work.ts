import type { Signal } from "@preact/signals-core";
import type { Receipt, Uploads } from "../../client/snapshots.ts";
import type { OutboxEntry, SendState } from "./sender.ts";
import type { Content } from "./content.ts";
import { deliver, stateOf } from "./deliver.ts";
import type { Outbox } from "./outbox.ts";
import { receiptSentence } from "./receipts.ts";
import type { Retry } from "./retry.ts";
import { sendFailureOf } from "./send-failures.ts";
import type { Turn } from "./turns.ts";
import type { WorkbookNotes } from "./workbook-notes.ts";

export interface UploadWorkNeeds {
  readonly uploads: Uploads;
  readonly outbox: Outbox;
  readonly notes: WorkbookNotes;
  readonly state: Signal<SendState>;
  readonly retry: Retry;
  readonly newKey: () => string;
  readonly teamName: (team: string) => string;
}

/** Uploads on their way to a receipt: what is kept of them, what is shown of them, and how they end. */
export interface UploadWork {
  /** Sends what is to be sent of a list, to its receipt; `remark` is added to what is said then. */
  carry(turn: Turn, entry: OutboxEntry, content: Content, listKey: string, remark?: string): Promise<void>;
  /** Asks for the receipt of an upload that the service has whole. */
  commit(uploadId: string, entry: OutboxEntry, remark?: string): Promise<void>;
  /** Forgets an upload that will not be gone on with. */
  drop(entry: OutboxEntry): void;
  /** Ends an upload that nobody is working on; what the service has taken already is said. */
  end(entry: OutboxEntry): Promise<void>;
  readonly failed: (error: unknown, entry: OutboxEntry | undefined) => void;
  /** The receipt of the same month as it was sent before from this workbook. */
  before(month: Pick<Receipt, "team" | "month">): Receipt | undefined;
}

const UNCERTAIN =
  "Sending was stopped after the service had been asked to take the month, and whether it did is not known. Look in History before you send it again.";
const IN_TIME = "It had been received before it could be stopped.";

export function createUploadWork({
  uploads,
  outbox,
  notes,
  state,
  retry,
  newKey,
  teamName,
}: UploadWorkNeeds): UploadWork {
  /** Keys of the uploads whose commit was asked for. */
  const committed = new Set<string>();

  const before: UploadWork["before"] = ({ team, month }) =>
    notes.receipts.peek().find((receipt) => receipt.team === team && receipt.month === month);

  function drop(entry: OutboxEntry): void {
    outbox.remove(entry);
    notes.forget(entry.key);
  }
  /** Keeps an upload, in the place of an earlier one of the same team and month. */
  function keep(turn: Turn, entry: OutboxEntry, listKey: string): void {
    const instead = outbox
      .look()
      .filter(({ team, month, key }) => team === entry.team && month === entry.month && key !== entry.key);
    outbox.put(entry);
    turn.entry = entry;
    if (notes.listOf(entry.key) === undefined)
      notes.begin(
        entry.key,
        listKey,
        instead.map(({ key }) => key),
      );
  }
  function failed(error: unknown, entry: OutboxEntry | undefined): void {
    const { next, isOver, isRetried } = sendFailureOf(error);
    // Without anything in the outbox there is nothing to go on with.
    state.value = entry || next.is !== "waiting" ? next : { is: "refused", sentence: next.sentence };
    if (entry && isOver) drop(entry);
    if (entry && isRetried) retry.later();
  }
  async function received(receipt: Receipt, entry: OutboxEntry, remark?: string): Promise<void> {
    const sentence = receiptSentence(receipt, teamName(receipt.team), before(receipt));
    retry.reset();
    const isKept = await notes.received(receipt, entry.key);
    outbox.remove(entry);
    const more = [
      remark,
      isKept ? undefined : "The receipt could not be kept in this workbook; the service has it.",
    ].filter((one) => one !== undefined);
    state.value = { is: "sent", receipt, sentence: [sentence, ...more].join(" ") };
  }
  const commit: UploadWork["commit"] = async (uploadId, entry, remark) =>
    received(await uploads.commit(uploadId, entry.key), entry, remark);

  return {
    before,
    drop,
    failed,
    commit,
    async carry(turn, entry, content, listKey, remark) {
      keep(turn, entry, listKey);
      const receipt = await deliver({
        uploads,
        entry,
        parts: content.parts,
        newKey,
        keep: (one) => {
          if (!turn.isStopped) keep(turn, one, listKey);
        },
        progress: (done) => {
          if (!turn.isStopped) state.value = { is: "sending", done, of: content.rows };
        },
        isStopped: () => turn.isStopped,
        committing({ key }) {
          turn.isCommitting = true;
          committed.add(key);
        },
      });
      if (receipt) await received(receipt, turn.entry ?? entry, remark);
    },
    async end(entry) {
      const { uploadId } = entry;
      const upload =
        uploadId === undefined ? undefined : await stateOf(uploads, uploadId).catch(() => "unknown" as const);
      if (upload && upload !== "unknown" && upload.state === "committed" && uploadId !== undefined) {
        await commit(uploadId, entry, IN_TIME).catch((error: unknown) => {
          failed(error, entry);
        });
        return;
      }
      drop(entry);
      const isUncertain = upload === "unknown" ? committed.has(entry.key) : upload?.state === "committing";
      state.value = isUncertain ? { is: "refused", sentence: UNCERTAIN } : { is: "cancelled" };
    },
  };
}
