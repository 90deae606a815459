import type { Context } from "./context.ts";
import { whyNot } from "./coverage.ts";
import type { FieldId } from "./fields.ts";
import type { Row } from "./row.ts";
import type { Outcome, Rule } from "./rule.ts";
import type { StatusCode } from "./status.ts";

/** A rule as it runs on this sheet. */
export interface Planned {
  /** Columns that it needs: where one cannot be read on a row, the rule is silent there. */
  readonly guards: readonly FieldId[];
  readonly check: (row: Row, context: Context) => Outcome;
}

type LeadIs = "nobody" | "other" | "unknown" | "named";
type StatusIs = StatusCode | undefined;

const LED_BY: Readonly<Record<Rule["lead"], readonly LeadIs[]>> = {
  any: ["nobody", "other", "unknown", "named"],
  named: ["other", "unknown", "named"],
  "perhaps-other": ["other", "unknown"],
  other: ["other"],
};

const isLedBy = (rule: Rule, lead: LeadIs): boolean => LED_BY[rule.lead].includes(lead);

function appliesTo(rule: Rule, status: StatusIs, lead: LeadIs, { terms }: Context): boolean {
  if (!isLedBy(rule, lead)) return false;
  if (rule.statuses === "any") return true;
  if (rule.statuses === "all") return status !== "CLOSED";
  const statuses =
    rule.statuses === "overseen"
      ? terms.overseen
      : rule.statuses === "social-worker-only"
        ? terms.policy.socialWorkerOnly
        : rule.statuses;
  return status !== undefined && statuses.includes(status);
}

const ifStatusIsLost =
  (check: NonNullable<Rule["checkUnreadStatus"]>): Planned["check"] =>
  (row, context) =>
    row.isLost("status") ? check(row, context) : undefined;

/** Which rules run on which rows: worked out once a sheet, for each status and kind of lead. */
export function makePlan(rules: readonly Rule[], context: Context, hasService: boolean) {
  const notChecked = new Map(rules.map((rule) => [rule, whyNot(rule, context, hasService)]));
  const active = rules.filter((rule) => !notChecked.get(rule));
  /** What still runs of a rule on a sheet that lacks some of its columns. */
  const withoutColumns = (rule: Rule, fields: readonly FieldId[], status: StatusIs, lead: LeadIs): Planned[] => {
    const find = (): Outcome => rule.noColumn.found(fields, { fields });
    const { must } = rule;
    if (typeof must === "function")
      return status === "CLOSED" ? [] : [{ guards: [], check: (row) => (must(row, fields) ? find() : undefined) }];
    const check = must ? find : rule.checkWithoutColumns;
    return check && appliesTo(rule, status, lead, context) ? [{ guards: [], check }] : [];
  };
  const planned = (rule: Rule, status: StatusIs, lead: LeadIs): Planned[] => {
    const not = notChecked.get(rule);
    if (not) return not.why === "no-column" ? withoutColumns(rule, not.fields, status, lead) : [];
    const guards = [...rule.starts, ...rule.answers, ...(rule.reads ?? [])];
    if (appliesTo(rule, status, lead, context)) return [{ guards, check: rule.check }];
    const { checkUnreadStatus: check } = rule;
    return check && status === undefined && isLedBy(rule, lead)
      ? [{ guards: guards.filter((field) => field !== "status"), check: ifStatusIsLost(check) }]
      : [];
  };
  const plansOf = (lead: LeadIs) => {
    const byStatus = new Map<StatusIs, readonly Planned[]>();
    return (status: StatusIs): readonly Planned[] => {
      const known = byStatus.get(status);
      if (known) return known;
      const fresh = rules.flatMap((rule) => planned(rule, status, lead));
      byStatus.set(status, fresh);
      return fresh;
    };
  };
  const [ofNobody, ofOthers, ofUnknown, ofNamed] = [
    plansOf("nobody"),
    plansOf("other"),
    plansOf("unknown"),
    plansOf("named"),
  ];
  return {
    rules: active,
    rulesFor({ lead, status }: Row): readonly Planned[] {
      if (!lead) return ofNobody(status);
      if (lead.isOtherLeadOn(context.asOf)) return ofOthers(status);
      return lead.standingOn(context.asOf) === "cannot-tell" ? ofUnknown(status) : ofNamed(status);
    },
  };
}
