import { showDay, type Day } from "./dates.ts";
import type { FieldId } from "./fields.ts";
import type { RuleId } from "./rule-ids.ts";

/** How much a finding weighs, the lightest first. */
export const SEVERITIES = ["advice", "check", "action", "not-eligible"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A row's worst severity; `clear` means that no rule was broken on the data given, never more. */
export type Verdict = Severity | "clear";

export const SHOWN_AS: Readonly<Record<Verdict, string>> = {
  "not-eligible": "Not eligible",
  action: "Action needed",
  check: "Check",
  advice: "Advice",
  clear: "Clear",
};

/** That a manager has decided to let a finding stand for a time. */
export interface Accepted {
  /** Who decided, as on the register. */
  readonly by: string;
  /** The last day of it. */
  readonly until: Day;
}

/** "accepted by A. Person until 3 Dec 2026". */
export const acceptedInWords = ({ by, until }: Accepted): string => `accepted by ${by} until ${showDay(until)}`;

/** Something a rule found, in words for the person who keeps the sheet. */
export interface Finding {
  readonly rule: RuleId;
  readonly breach: string;
  readonly severity: Severity;
  /** The columns it is about; the first is the cell to go to. */
  readonly fields: readonly FieldId[];
  /** What is wrong, with the values that matter. Worked out when asked for. */
  readonly message: string;
  /** One action, verb first, with who takes it. Worked out when asked for. */
  readonly nextStep: string;
  /** It keeps its severity, is shown apart and does not count in the verdict. */
  readonly accepted?: Accepted | undefined;
}

/** A finding's name: "LP-08/not-named". */
export const keyOf = ({ rule, breach }: Pick<Finding, "rule" | "breach">): string => `${rule}/${breach}`;

export const severityRank = (verdict: Verdict): number => (SEVERITIES as readonly Verdict[]).indexOf(verdict);

/** Within a severity the child's safety comes first, then who leads, then the order of the catalogue. */
const FIRST: readonly RuleId[] = ["LP-28", "LP-01", "LP-03"];
const place = ({ rule }: Finding): string => (FIRST.includes(rule) ? String(FIRST.indexOf(rule)) : rule);

/** Orders findings worst first. */
export const worstFirst = (a: Finding, b: Finding): number =>
  severityRank(b.severity) - severityRank(a.severity) || (place(a) < place(b) ? -1 : Number(place(a) > place(b)));

/** What the findings of a row, worst first, come to; an accepted one does not count. */
export const verdictOf = (findings: readonly Finding[]): Verdict =>
  findings.find(({ accepted }) => accepted === undefined)?.severity ?? "clear";
