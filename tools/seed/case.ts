import type { Day } from "../../rules/dates.ts";
import type { StatusCode } from "../../rules/status.ts";
import type { Person } from "./staff.ts";

/** A case of a child who does not exist, as it stands at the end of a month. */
export interface Case {
  readonly ref: string;
  readonly family: string;
  readonly status: StatusCode;
  readonly statusFrom: Day;
  readonly complexity: number;
  /** Nobody, where the case waits to be allocated. */
  readonly lead: Person | undefined;
  readonly leadFrom: Day;
  readonly isOverseen: boolean;
  readonly openedOn: Day;
  readonly supervisedOn: Day | undefined;
  readonly visitedOn: Day | undefined;
  readonly meetingOn: Day | undefined;
  /** Whether the lead chaired the meeting alone, as nobody should who is not a social worker. */
  readonly isChairedByLead: boolean;
  readonly concern: { readonly raisedOn: Day; readonly reviewedOn: Day | undefined } | undefined;
}

export const isLedByOther = ({ lead }: Case): boolean => lead?.kind === "assistant" || lead?.kind === "early-help";
