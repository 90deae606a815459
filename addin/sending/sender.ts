import type { Receipt } from "../../client/snapshots.ts";
import type { ReadonlySignal } from "@preact/signals-core";
import type { FieldId } from "../../rules/fields.ts";
import type { Verdict } from "../../rules/finding.ts";

/** What would be sent for a team and month, worked out in the workbook; nothing has left it yet. */
export interface Preview {
  readonly team: string;
  readonly month: string;
  readonly asOf: string;
  readonly rows: number;
  /** The sheet's row numbers that stay behind: no child ref, or one that looks like a name. */
  readonly heldBack: readonly number[];
  /** How many rows are of another team and so are not part of it. */
  readonly ofOtherTeams: number;
  readonly sent: readonly { readonly field: FieldId; readonly header: string; readonly storedAs: string }[];
  /** Headers of columns that never leave the workbook. */
  readonly staysBehind: readonly string[];
  /** The first row as it will be stored, field by field, in words: "a keyed hash of KC-102871", "31 May 2024". */
  readonly example: readonly { readonly header: string; readonly stored: string }[];
  /** How many dates lie after `asOf`. */
  readonly datesAfter: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Why it cannot be sent, as sentences; none means it can. */
  readonly blocks: readonly string[];
  /** What to look at before sending, as sentences. */
  readonly warnings: readonly string[];
}

/** An upload that is not finished: all that is kept of it outside the workbook. It names no child and no person. */
export interface OutboxEntry {
  readonly team: string;
  readonly month: string;
  readonly asOf: string;
  readonly uploadId: string | undefined;
  /** The idempotency key of the upload's opening and of its commit. */
  readonly key: string;
  readonly contentHash: string;
  readonly rows: number;
}

export type SendState =
  | { readonly is: "idle" }
  | { readonly is: "preparing"; readonly done: number; readonly of: number }
  | { readonly is: "sending"; readonly done: number; readonly of: number }
  /** The service does not answer; it goes on by itself. */
  | { readonly is: "waiting"; readonly sentence: string }
  | { readonly is: "sent"; readonly receipt: Receipt; readonly sentence: string }
  | { readonly is: "cancelled" }
  | { readonly is: "refused"; readonly sentence: string };

/** Sends a month's rows of a team, whatever happens on the way. */
export interface SnapshotSender {
  readonly state: ReadonlySignal<SendState>;
  readonly outbox: ReadonlySignal<readonly OutboxEntry[]>;
  /** The receipts that this workbook keeps, newest first. */
  readonly receipts: ReadonlySignal<readonly Receipt[]>;
  preview(team: string, month: string, asOf: string | undefined): Promise<Preview>;
  send(team: string, month: string, asOf: string | undefined): Promise<void>;
  /** Stops; what was sent is never committed. */
  cancel(): Promise<void>;
  /** Goes on with what the outbox holds; a sheet that has changed since begins a new upload and says so. */
  resume(): Promise<void>;
}
