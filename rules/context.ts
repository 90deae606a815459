import type { ColumnFaults } from "./column-faults.ts";
import type { CrossRowFacts } from "./cross-row-facts.ts";
import { CALENDAR_TO, isPastWorkingDay, type Day } from "./dates.ts";
import type { FieldId } from "./fields.ts";
import type { Person } from "./people.ts";
import type { Register } from "./register.ts";
import type { Terms } from "./terms.ts";

/** Another team's newest list, as the service has it. */
export interface ElsewhereLead {
  readonly lead: Person;
  readonly team: string;
  readonly listOf: Day;
}

/** Whether a team has sent what the month before owes. */
export interface TeamReturn {
  readonly team: string;
  readonly hasSnapshot: boolean;
  readonly hasFeedback: boolean;
}

/** Everything that a rule may know besides its row. */
export interface Context {
  readonly asOf: Day;
  readonly terms: Terms;
  readonly register: Register | undefined;
  readonly crossRow: CrossRowFacts;
  readonly columnFaults: ColumnFaults;
  /** Only part of the sheet's rows is being checked. */
  readonly isPart: boolean;
  /** Whether the sheet has a column. */
  readonly has: (field: FieldId) => boolean;
  /** Whether a column is there and filled often enough to mean something by its blanks. */
  readonly isKept: (field: FieldId) => boolean;
  /** Who leads a child by another team's newest list. */
  readonly elsewhere: (childRef: string) => ElsewhereLead | undefined;
  /** How many cases someone leads in teams that are not on this sheet. */
  readonly casesElsewhere: (person: Person) => number;
  readonly returns: readonly TeamReturn[];
}

/** Whether `on` is after the nth working day since a day; never said once the check date is past the bank-holiday list. */
export const isLate = (n: number, since: Day, on: Day, { asOf }: Context): boolean =>
  asOf <= CALENDAR_TO && isPastWorkingDay(n, since, on);

/** Whether more than n working days have gone by since a day, on the check date. */
export const isOverdue = (n: number, since: Day, context: Context): boolean => isLate(n, since, context.asOf, context);
