import type { Day } from "./dates.ts";
import type { FieldId, FIELDS, Kind } from "./fields.ts";
import type { Person } from "./people.ts";
import type { Role } from "./policy.ts";
import type { Level, Service, Why, YesNo } from "./read.ts";
import type { RuleFinding } from "./rule.ts";
import type { RuleId } from "./rule-ids.ts";
import type { StatusCode } from "./status.ts";
import type { KnownTeam } from "./terms.ts";

/** A role as the sheet gives it; `role` is undefined where the policy knows no such role. */
export interface GivenRole {
  readonly text: string;
  readonly role: Role | undefined;
}

/** A team as the sheet gives it; `known` is undefined where the policy knows no such team. */
export interface GivenTeam {
  readonly text: string;
  readonly known: KnownTeam | undefined;
}

interface FactOf {
  readonly text: string;
  readonly "yes-no": YesNo;
  readonly filled: YesNo;
  readonly team: GivenTeam;
  readonly status: StatusCode;
  readonly date: Day;
  readonly complexity: Level;
  readonly person: Person;
  readonly role: GivenRole;
  readonly number: number;
  readonly service: Service;
  readonly rules: readonly RuleId[];
}

/** That something was done, without a day; or that a child could not be asked. */
export type Undated = "done" | "not-able";

type FactIn<F extends { readonly kind: Kind }> = F extends { readonly mayBeUndated: true }
  ? Day | Undated
  : FactOf[F["kind"] & Kind];

/** A cell that is filled and cannot be used; every rule that needs it is silent. */
export interface CellProblem {
  readonly field: FieldId;
  readonly why: Why;
  /** What the cell says, as typed. */
  readonly shown: string;
  /** The statuses that a text may mean of which nobody can tell. */
  readonly possible?: readonly StatusCode[] | undefined;
}

export type Facts = { readonly [Id in FieldId]: FactIn<(typeof FIELDS)[Id]> | undefined };

/**
 * What one row says: a fact for each field, undefined where the cell is blank, cannot be used, or has no
 * column. A cell is read when a rule first asks for it. One such object serves a whole sheet, turned to
 * row after row, so nothing may hold on to it.
 */
export interface Row extends Facts {
  /** Counted from 0 among the rows given. */
  readonly index: number;
  readonly isClosed: boolean;
  /** Every cell of the row that is filled and cannot be used. */
  readonly problems: readonly CellProblem[];
  /** The statuses that a text may mean which cannot be read as one of them. */
  readonly possibleStatuses: readonly StatusCode[];
  /** Whether a field's cell is filled, be it with what cannot be used. */
  isFilled(field: FieldId): boolean;
  /** Whether a field's cell is filled and cannot be used. */
  isLost(field: FieldId): boolean;
  /** What the rules before have found on this row. */
  readonly findings: readonly RuleFinding[];
}

/** A row of which it is known that someone leads. */
export type LedRow = Row & { readonly lead: Person };

/** A row of which it is known that someone leads, and which status the case has. */
export type CaseRow = LedRow & { readonly status: StatusCode };
