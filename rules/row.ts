import { FIELD_IDS, type FieldId, type FIELDS, type Kind } from "./fields.ts";
import type { Person } from "./people.ts";
import type { Role } from "./policy.ts";
import type { Level, Service, Why, YesNo } from "./read.ts";
import type { Found } from "./rule.ts";
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
  /** A `Day`. */
  readonly date: number;
  readonly complexity: Level;
  readonly person: Person;
  readonly role: GivenRole;
  readonly number: number;
  readonly service: Service;
}

/** A cell that is filled and cannot be used; every rule that needs it is silent. */
export interface CellProblem {
  readonly field: FieldId;
  readonly why: Why;
  /** What the cell says, as typed. */
  readonly shown: string;
}

type Facts = { -readonly [Id in FieldId]: FactOf[(typeof FIELDS)[Id]["kind"] & Kind] | undefined };

/**
 * What one row says: a fact for each field, undefined where the cell is blank, cannot be used, or has no
 * column. One such object serves a whole sheet, filled anew for each row, so nothing may hold on to it.
 */
export interface Row extends Facts {
  /** Counted from 0 among the rows given. */
  index: number;
  isClosed: boolean;
  problems: CellProblem[];
  /** What the rules before have found on this row. */
  findings: Found[];
}

/** A row of which it is known that someone leads. */
export type LedRow = Row & { readonly lead: Person };

/** A row of which it is known that someone leads, and which status the case has. */
export type CaseRow = LedRow & { readonly status: StatusCode };

export const newRow = (): Row => ({
  ...(Object.fromEntries(FIELD_IDS.map((id) => [id, undefined])) as Facts),
  index: 0,
  isClosed: false,
  problems: [],
  findings: [],
});

/** Whether a row's cell is filled and cannot be used. */
export const isLost = ({ problems }: Row, field: FieldId): boolean => problems.some((problem) => problem.field === field);

/** Whether a row may not be answered for, or joined with, another team; one that does not say clearly is treated as one. */
export const isRestricted = (row: Row): boolean => row.restricted === "yes" || isLost(row, "restricted");
