import type { FieldId } from "../fields.ts";
import type { RegisterField } from "../register-fields.ts";
import type { StatusCode } from "../status.ts";

/** What became of the trial, as a manager without the council's service says it once after its end. */
export type TrialAnswer =
  | { readonly kind: "ended" }
  /** `end` is the new first day after the trial, an ISO date. */
  | { readonly kind: "extended"; readonly end: string }
  | { readonly kind: "adopted" };

/** What was said of a list as a whole. */
export interface ListChoice {
  /** The status of every case on it, where it has no column for that. */
  readonly status?: StatusCode;
  /** The team of every case on it, likewise: a team's id, or its name. */
  readonly team?: string;
  /** The row, as Excel numbers it, that names its columns. */
  readonly headerRow?: number;
  /** Kept only where a person has said that it is no list of cases. */
  readonly isList?: false;
}

/** How the lists of a workbook stand to each other: parts of one caseload, or copies of it at different times. */
export type Belonging = "together" | "apart";

/** What a manager has decided about how a workbook is read; kept in it, and holding no name of a child or of staff. */
export interface ReadingChoices {
  /** Header as it stands on the sheet -> the field it is, or null for "leave it out". */
  readonly columns: Readonly<Record<string, FieldId | null>>;
  /** A team's text on the sheet -> the id of the policy's team. */
  readonly teams: Readonly<Record<string, string>>;
  /** A role's text on the sheet -> the name of the policy's role. */
  readonly roles: Readonly<Record<string, string>>;
  /** A status' text on the sheet -> the code it is. */
  readonly statuses?: Readonly<Record<string, StatusCode>>;
  /** Header of the register -> the field it is, or null for "leave it out". */
  readonly registerColumns?: Readonly<Record<string, RegisterField | null>>;
  /** A list's place (see `placeOf`) -> what was said of it. */
  readonly lists?: Readonly<Record<string, ListChoice>>;
  readonly belonging?: Belonging;
  readonly trial?: TrialAnswer;
}

export const NO_READING_CHOICES: ReadingChoices = { columns: {}, teams: {}, roles: {} };

/**
 * What a list's choices are kept under: its sheet and table ("Cases!Allocations"), or its sheet and which of the lists
 * without a table it is there ("Cases", "Cases!2"). `index` counts those from 0.
 */
export const placeOf = (sheet: string, table: string | undefined, index: number): string =>
  table !== undefined ? `${sheet}!${table}` : index === 0 ? sheet : `${sheet}!${index + 1}`;
