import type { FieldId } from "../../rules/fields.ts";
import type { Receipt } from "../../client/snapshots.ts";

/** What became of the trial, as a manager without the council's service says it once after its end. */
export type TrialAnswer =
  | { readonly kind: "ended" }
  /** `end` is the new first day after the trial, an ISO date. */
  | { readonly kind: "extended"; readonly end: string }
  | { readonly kind: "adopted" };

/** What a manager has decided about a workbook; kept in its settings, and holding no name of a child or of staff. */
export interface Choices {
  /** Header as it stands on the sheet -> the field it is, or null for "leave it out". */
  readonly columns: Readonly<Record<string, FieldId | null>>;
  /** A team's text on the sheet -> the id of the policy's team. */
  readonly teams: Readonly<Record<string, string>>;
  /** A role's text on the sheet -> the name of the policy's role. */
  readonly roles: Readonly<Record<string, string>>;
  readonly trial?: TrialAnswer;
  /** Ids of the conditional formats that are our marks, by worksheet id. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
  /** The newest receipt of each team and month that was sent from here, the latest first. */
  readonly receipts?: readonly Receipt[];
  /** Uploads begun here and not finished: their key -> the key of the list that they are of. */
  readonly unsent?: Readonly<Record<string, string>>;
}

/** What a workbook keeps of its snapshots. */
export type SentSnapshots = Pick<Choices, "receipts" | "unsent">;

export const NO_CHOICES: Choices = { columns: {}, teams: {}, roles: {}, marks: {} };
