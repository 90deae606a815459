import type { Context } from "./context.ts";
import { edate, type Day } from "./dates.ts";
import type { Accepted, Finding } from "./finding.ts";
import type { Person } from "./people.ts";
import type { Row } from "./row.ts";
import { DATA_RULE_IDS, type RuleId } from "./rule-ids.ts";

/** Data rules say what the sheet itself cannot be used for, and LP-38 what is wrong with accepting: neither is a manager's to accept. */
const NEVER: ReadonlySet<RuleId> = new Set<RuleId>([...DATA_RULE_IDS, "LP-38"]);

/** What decides whether an acceptance counts, besides the row. */
type Decided = Pick<Context, "asOf" | "terms">;

/** The last day until which a finding may be accepted on a check date. */
export const lastDayOfAcceptance = ({ asOf, terms }: Decided): Day => edate(asOf, terms.policy.acceptMonths);

/** Someone social work qualified of kind `manager`, who does not lead the case. */
export const mayAccept = (by: Person, lead: Person | undefined, asOf: Day): boolean =>
  by.role?.kind === "manager" && by.standingOn(asOf) === "qualified" && !by.is(lead);

/** Whether a manager may decide that a finding stands. */
export const isAcceptable = ({ rule, severity }: Pick<Finding, "rule" | "severity">): boolean =>
  severity !== "not-eligible" && !NEVER.has(rule);

export const isNeverAcceptable = (rule: RuleId): boolean => NEVER.has(rule);

/** Which findings of a row a manager has accepted, by whom and until when; undefined where nothing is accepted as it must be. */
export function acceptanceOn(
  row: Row,
  context: Decided,
): { readonly rules: readonly RuleId[]; readonly as: Accepted } | undefined {
  const { accepted: rules, acceptedBy: by, acceptedUntil: until, lead } = row;
  if (!rules || !by || until === undefined || !mayAccept(by, lead, context.asOf)) return undefined;
  if (until < context.asOf || until > lastDayOfAcceptance(context)) return undefined;
  return { rules, as: { by: by.name, until } };
}
