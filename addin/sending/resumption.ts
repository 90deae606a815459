import type { ReadonlySignal, Signal } from "@preact/signals-core";
import type { Uploads } from "../../client/snapshots.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { OutboxEntry, SendState } from "./sender.ts";
import { stateOf } from "./deliver.ts";
import type { PreparedMonth } from "./prepare.ts";
import type { Turn } from "./turns.ts";
import type { UploadWork } from "./upload-work.ts";
import type { WorkbookNotes } from "./workbook-notes.ts";

export interface ResumptionNeeds {
  readonly uploads: Uploads;
  readonly uploadWork: UploadWork;
  readonly notes: WorkbookNotes;
  readonly state: Signal<SendState>;
  readonly lists: ReadonlySignal<readonly WorkbookList[]>;
  readonly newKey: () => string;
  /** What of a list would be sent now; undefined where it was stopped. */
  readonly prepareList: (turn: Turn, list: WorkbookList, entry: OutboxEntry) => Promise<PreparedMonth | undefined>;
  /** "November 2024 of Dover". */
  readonly nameOf: (entry: OutboxEntry) => string;
}

const CHANGED = "The list or the register had changed since sending it began, so it was sent anew from the beginning.";

/** Goes on with an upload of which only the outbox knows. */
export function resumption({
  uploads,
  uploadWork,
  notes,
  state,
  lists,
  newKey,
  prepareList,
  nameOf,
}: ResumptionNeeds): (turn: Turn, entry: OutboxEntry) => Promise<void> {
  /** The list that is still as it was; else, as `changed`, the one that the upload was begun from. */
  async function findList(
    turn: Turn,
    entry: OutboxEntry,
    own: string | undefined,
  ): Promise<{ readonly same?: readonly [WorkbookList, PreparedMonth]; readonly changed?: PreparedMonth } | undefined> {
    const ownFirst = [...lists.peek()].sort((a, b) => Number(b.key === own) - Number(a.key === own));
    let changed: PreparedMonth | undefined;
    for (const list of ownFirst) {
      const found = await prepareList(turn, list, entry);
      if (!found) return undefined;
      if (found.blocks.length === 0 && found.content.hash === entry.contentHash) return { same: [list, found] };
      if (list.key === own) changed = found;
    }
    return changed ? { changed } : {};
  }

  return async (turn, entry) => {
    turn.entry = entry;
    turn.isCommitting = false;
    state.value = { is: "preparing", done: 0, of: entry.rows };
    const upload = entry.uploadId === undefined ? undefined : await stateOf(uploads, entry.uploadId);
    if (turn.isStopped) return;
    if (upload && upload.state !== "open" && entry.uploadId !== undefined) {
      turn.isCommitting = true;
      await uploadWork.commit(entry.uploadId, entry);
      return;
    }
    const own = notes.listOf(entry.key);
    const found = await findList(turn, entry, own);
    if (!found) return;
    const { same, changed } = found;
    if (same) {
      const [list, { content }] = same;
      await uploadWork.carry(turn, entry, content, list.key);
    } else if (own === undefined || !changed) {
      state.value = {
        is: "waiting",
        sentence: `Sending ${nameOf(entry)} was begun from a list that is not in this workbook, or is no longer as it was. Open that workbook to go on, or cancel and send it again.`,
      };
    } else if (changed.blocks.length > 0) {
      uploadWork.drop(entry);
      state.value = {
        is: "refused",
        sentence: `The list has changed since sending ${nameOf(entry)} began, and cannot be sent as it is now. ${changed.blocks.join(" ")}`,
      };
    } else {
      const { content } = changed;
      const anew = { ...entry, uploadId: undefined, key: newKey(), contentHash: content.hash, rows: content.rows };
      await uploadWork.carry(turn, anew, content, own, CHANGED);
    }
  };
}
