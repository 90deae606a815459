import { NO_READING_CHOICES, type ReadingChoices } from "../../rules/workbook/choices.ts";
import type { Receipt } from "../../client/snapshots.ts";

/** What a manager has decided about a workbook, and what this add-in keeps there besides. */
export interface Choices extends ReadingChoices {
  /** Ids of the conditional formats that are our marks, by worksheet id. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
  /** The newest receipt of each team and month that was sent from here, the latest first. */
  readonly receipts?: readonly Receipt[];
  /** Uploads begun here and not finished: their key -> the key of the list that they are of. */
  readonly unsent?: Readonly<Record<string, string>>;
}

/** What a workbook keeps of its snapshots. */
export type SentSnapshots = Pick<Choices, "receipts" | "unsent">;

export const NO_CHOICES: Choices = { ...NO_READING_CHOICES, marks: {} };

export type { TrialAnswer } from "../../rules/workbook/choices.ts";
