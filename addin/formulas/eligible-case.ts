import type { FieldId } from "../../rules/fields.ts";
import { keyOf, severityRank, SHOWN_AS, type Finding } from "../../rules/finding.ts";
import { Problem } from "../../rules/read.ts";
import { isEmpty } from "./arguments.ts";
import { REASONS } from "./eligible-reasons.ts";
import type { ArgumentRow } from "./spread.ts";

/** The arguments of LP.ELIGIBLE that describe a case, in their order. */
export const NAMES = ["status", "lead", "team", "allocated_on", "overseer"] as const;
export type Name = (typeof NAMES)[number];
export type Case = ArgumentRow<Name>;

export const FIELDS = {
  status: "status",
  lead: "lead",
  team: "team",
  allocated_on: "leadFrom",
  overseer: "overseer",
} as const satisfies Record<Name, FieldId>;

const PROBLEMS: Readonly<Record<Problem["why"], string>> = {
  unreadable: "is no date",
  future: "lies after the check date",
  "before-1990": "lies before 1990",
  "not-calculated": "is a formula that has not been calculated",
  "unknown-status": "is no case status",
  "unreadable-value": "cannot be read",
};

/** Arguments about which the rules are silent when they cannot be used, so that it has to be said here. */
const READ: readonly Name[] = ["status", "lead", "allocated_on", "overseer"];

export const isBlankCase = (one: Case): boolean => NAMES.every((name) => isEmpty(one[name]));

/** What tells a case from every other of the same formula. */
export const keyOfCase = (one: Case): string =>
  NAMES.map((name) => (typeof one[name] === "object" ? "?" : `${typeof one[name]} ${String(one[name])}`)).join("\n");

/** What keeps anybody from telling whether a case is eligible; undefined where everything needed is there. `read` gives what an argument says. */
export function unsure(one: Case, read: (name: Name) => unknown): string | undefined {
  for (const name of ["status", "lead"] as const) if (one[name] === undefined) return `'${name}' is not given`;
  for (const name of READ) {
    const fact = read(name);
    if (fact instanceof Problem) return `'${name}' ${PROBLEMS[fact.why]}`;
    if (fact === undefined && name === "status") return "the case status is blank";
    if (fact === undefined && name === "lead") return "nobody is named as lead";
  }
  return undefined;
}

/** A case as LP.ELIGIBLE shows it. `findings` are worst first; `reason` is why nobody can tell. */
export function inWords(findings: readonly Finding[], reason: string | undefined): string {
  const worst = findings.find(({ severity }) => severity !== "advice");
  const isGraver = worst !== undefined && severityRank(worst.severity) > severityRank("check");
  if (reason !== undefined && !isGraver) return `${SHOWN_AS.check}: ${reason}`;
  return worst ? `${SHOWN_AS[worst.severity]}: ${REASONS[keyOf(worst)] ?? keyOf(worst)}` : "Eligible";
}
