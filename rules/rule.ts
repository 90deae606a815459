import type { Context } from "./context.ts";
import { quoted, type FieldId } from "./fields.ts";
import type { Accepted, Finding, Severity } from "./finding.ts";
import type { RegisterColumn } from "./register.ts";
import type { CaseRow, LedRow, Row } from "./row.ts";
import type { RuleId } from "./rule-ids.ts";
import type { StatusCode } from "./status.ts";
import type { Terms } from "./terms.ts";
import { list } from "./text.ts";

type Words<V> = string | ((values: V) => string);

/** One way of breaking a rule: its weight, and its words apart from the logic that finds it. */
interface BreachWords<V> {
  readonly severity: Severity;
  readonly message: Words<V>;
  readonly nextStep: Words<V>;
  /** The columns to look at; those that answer the rule, unless said otherwise. */
  readonly fields?: readonly FieldId[];
  /** Further columns that this breach alone rests on: without them it is not looked for. */
  readonly needs?: readonly FieldId[];
  /** Further columns that this breach alone reads: a missing one counts as blank, a cell that cannot be used silences it. */
  readonly reads?: readonly FieldId[];
}

const say = <V>(words: Words<V>, values: V): string => (typeof words === "string" ? words : words(values));

type Owner = Pick<Rule, "id" | "answers">;

export class Breach<V = void> {
  readonly key: string;
  readonly words: BreachWords<V>;
  #owner: Owner | undefined;

  constructor(key: string, words: BreachWords<V>) {
    this.key = key;
    this.words = words;
  }

  /** The rule that it belongs to, which sets it. */
  get owner(): Owner {
    if (!this.#owner) throw new Error(`The breach "${this.key}" belongs to no rule.`);
    return this.#owner;
  }

  set owner(owner: Owner) {
    this.#owner = owner;
  }

  /** This breach, found; with the values that its words need, and what differs from the usual. */
  found(values: V, unlike: { readonly severity?: Severity; readonly fields?: readonly FieldId[] } = {}): RuleFinding {
    return new RuleFinding(
      this,
      values,
      unlike.severity ?? this.words.severity,
      unlike.fields ?? this.words.fields ?? this.owner.answers,
    );
  }
}

/** A breach, whatever its words need to be told. */
export type AnyBreach = Pick<Breach<never>, "key" | "words" | "owner">;

/** Defines a breach; `V` is what its message and next step are told about the row. */
export const breach = <V = void>(key: string, words: BreachWords<V>): Breach<V> => new Breach(key, words);

/** A finding as a rule makes it: its words wait until somebody asks for them. */
export class RuleFinding implements Finding {
  readonly #breach: AnyBreach;
  readonly #values: never;
  readonly severity: Severity;
  readonly fields: readonly FieldId[];
  /** Whom the team asks first, where the policy names someone. */
  askFirst: string | undefined;
  /** Set where a manager has accepted it. */
  accepted: Accepted | undefined;

  /** `values` are those that the breach's words take: `Breach.found` sees to it. */
  constructor(of: AnyBreach, values: unknown, severity: Severity, fields: readonly FieldId[]) {
    this.#breach = of;
    this.#values = values as never;
    this.severity = severity;
    this.fields = fields;
  }

  get rule(): RuleId {
    return this.#breach.owner.id;
  }

  get breach(): string {
    return this.#breach.key;
  }

  get needs(): readonly FieldId[] | undefined {
    return this.#breach.words.needs;
  }

  get reads(): readonly FieldId[] | undefined {
    return this.#breach.words.reads;
  }

  get message(): string {
    return say(this.#breach.words.message, this.#values);
  }

  get nextStep(): string {
    const step = say(this.#breach.words.nextStep, this.#values);
    return this.askFirst === undefined ? step : `${step} Questions go to ${this.askFirst} (Service Manager) first.`;
  }

  toJSON(): Finding {
    const { rule, breach: key, severity, fields, message, nextStep, accepted } = this;
    return { rule, breach: key, severity, fields, message, nextStep, ...(accepted ? { accepted } : {}) };
  }
}

/** What a rule's check gives back: nothing, a finding, or several. */
export type Outcome = RuleFinding | readonly RuleFinding[] | undefined;

export interface Source {
  readonly document:
    | "Kent letter 2024"
    | "Working Together 2023"
    | "Families First 2025"
    | "Council procedures"
    | "Community Care 2003"
    | "Council policy"
    | "This product";
  readonly place: string;
}

/** Facts across rows that a rule may ask for: who leads which child, which family; first rows of leads and overseers, of teams, of anybody with a faulty entry. */
export type CrossRowFact = "cases" | "families" | "leaders" | "teams" | "mentions";

export interface Rule {
  readonly id: RuleId;
  /** A sentence that can be true or false of a row. */
  readonly title: string;
  readonly sources: readonly Source[];
  /** `trial` rules apply while the policy's scheme is trial; all others always. `data` rules cannot be switched off. */
  readonly scope: "trial" | "local" | "guidance" | "concern" | "data";
  /** Where it applies and its column is missing, that is a finding; LP-03 says itself to which rows it then applies. */
  readonly must?: true | ((row: Row, missing: readonly FieldId[]) => boolean);
  /** The statuses it applies to: `all` is every row that is not closed, `any` closed rows too. */
  readonly statuses: "any" | "all" | "overseen" | "social-worker-only" | readonly StatusCode[];
  /**
   * Whom it applies to: whoever leads or nobody, someone named, a lead known not to be social work qualified, or
   * one of whom nobody can tell as well.
   */
  readonly lead: "any" | "named" | "other" | "perhaps-other";
  /** Whether a policy asks it at all; without it, every policy does. */
  readonly isAsked?: (terms: Terms) => boolean;
  /** The columns that start it and that answer it: without one of them it is not checked. */
  readonly starts: readonly FieldId[];
  readonly answers: readonly FieldId[];
  /** Instead of those: pairs of columns that start and answer it, each for itself. */
  readonly pairs?: readonly (readonly [start: FieldId, answer: FieldId])[];
  /** Further columns it reads; a missing one counts as blank. */
  readonly reads?: readonly FieldId[];
  /** Columns that it looks at besides: a cell there that cannot be used counts as blank, and silences nothing. */
  readonly looksAt?: readonly FieldId[];
  /** Columns of the register that answer it. */
  readonly register?: readonly RegisterColumn[];
  /** The facts across rows that it asks for. */
  readonly crossRowFacts?: readonly CrossRowFact[];
  /** Needs every row of the sheet, whole or in these breaches: with part of the rows it is not checked. */
  readonly isAcrossRows?: true | readonly string[];
  /** One column both starts and answers it: hardly filled, it counts as one the sheet does not have. */
  readonly fillable?: { readonly column: FieldId; readonly only?: string };
  /** The breaches that count working days, and so cannot be found past the end of the bank-holiday list. */
  readonly countsWorkingDays?: readonly string[];
  /** Needs what only the council's service knows. */
  readonly isFromService?: true;
  readonly breaches: readonly AnyBreach[];
  readonly noColumn: Breach<readonly FieldId[]>;
  readonly check: (row: Row, context: Context) => Outcome;
  /** What it finds where the status cannot be read, of rows that it applies to but for their status. */
  readonly checkUnreadStatus?: ((row: Row, context: Context) => Outcome) | undefined;
  /** What it finds on a sheet that lacks the columns it is not checked without. */
  readonly checkWithoutColumns?: ((row: Row, context: Context) => Outcome) | undefined;
  /** What it finds about the sheet as a whole. */
  readonly checkSheet?: (context: Context) => Outcome;
}

type OfStatus = Exclude<Rule["statuses"], "any" | "all">;

type Definition<R extends Row> = Omit<
  Rule,
  "check" | "noColumn" | "checkSheet" | "checkUnreadStatus" | "checkWithoutColumns"
> & {
  readonly check?: (row: R, context: Context) => Outcome;
  readonly checkUnreadStatus?: (row: LedRow, context: Context) => Outcome;
  readonly checkWithoutColumns?: (row: R, context: Context) => Outcome;
  readonly checkSheet?: (context: Context) => Outcome;
};

/* eslint-disable @typescript-eslint/unified-signatures -- one signature with a union would leave the row's type unknown inside `check` */
/** Puts a rule together and tells its breaches whose they are. */
export function rule(
  definition: Definition<CaseRow> & { readonly lead: Exclude<Rule["lead"], "any">; readonly statuses: OfStatus },
): Rule;
export function rule(definition: Definition<LedRow> & { readonly lead: Exclude<Rule["lead"], "any"> }): Rule;
export function rule(definition: Definition<Row> & { readonly lead: "any" }): Rule;
/* eslint-enable @typescript-eslint/unified-signatures */
export function rule({
  check = () => undefined,
  checkUnreadStatus,
  checkWithoutColumns,
  ...definition
}: Definition<CaseRow>): Rule {
  const noColumn = breach<readonly FieldId[]>("no-column", {
    severity: "check",
    message: (missing) =>
      `The sheet has no column ${list(quoted(missing), "or")}, so nobody can tell whether this holds: ${definition.title}.`,
    nextStep: (missing) =>
      `Add the column ${list(quoted(missing))}, or say which of your columns it is: whoever keeps the sheet.`,
  });
  for (const one of [...definition.breaches, noColumn]) one.owner = definition;
  // The engine calls a rule only for rows of its statuses, and one that needs a lead only for rows that have one.
  return {
    ...definition,
    noColumn,
    check: check as Rule["check"],
    checkUnreadStatus: checkUnreadStatus as Rule["checkUnreadStatus"],
    checkWithoutColumns: checkWithoutColumns as Rule["checkWithoutColumns"],
  };
}
