import { CALENDAR_TO, showDay } from "./dates.ts";
import type { Context } from "./context.ts";
import { quoted, type FieldId } from "./fields.ts";
import { REGISTER_FIELDS } from "./register-fields.ts";
import type { RegisterColumn } from "./register.ts";
import type { Rule } from "./rule.ts";
import { DATA_RULE_IDS, type RuleId } from "./rule-ids.ts";
import { list } from "./text.ts";

/** Why a rule, or one way of breaking it, was not looked for. */
export type WhyNot =
  | "no-column"
  | "no-register-column"
  | "hardly-filled"
  | "part-of-sheet"
  | "needs-service"
  | "past-calendar"
  | "switched-off"
  | "not-in-scheme";

export interface NotChecked {
  readonly rule: RuleId;
  readonly why: WhyNot;
  readonly fields: readonly FieldId[];
  /** The breaches concerned; none given means the whole rule. */
  readonly breaches?: readonly string[];
  /** The same as a sentence. */
  readonly line: string;
}

/** How much of the catalogue could be checked on a sheet. The data rules and rules not in force are left out of the count. */
export interface Coverage {
  readonly checked: number;
  readonly of: number;
  /** "21 of 30 rules checked" */
  readonly summary: string;
  readonly notChecked: readonly NotChecked[];
}

const missingColumns = (rule: Rule, { has }: Context): FieldId[] => {
  if (!rule.pairs) return [...new Set([...rule.starts, ...rule.answers])].filter((field) => !has(field));
  return rule.pairs.some(([start, answer]) => has(start) && has(answer))
    ? []
    : rule.pairs.flat().filter((field) => !has(field));
};

const registerHeader = (column: RegisterColumn): string =>
  column === "training" ? "'<course> completed'" : `'${REGISTER_FIELDS[column].header}'`;

/** Why a whole rule is not checked on this sheet; undefined if it is. */
export function whyNot(rule: Rule, context: Context, hasService: boolean): NotChecked | undefined {
  const not = (why: WhyNot, line: string, fields: readonly FieldId[] = []): NotChecked => ({
    rule: rule.id,
    why,
    fields,
    line,
  });
  const named = `${rule.id} (${rule.title})`;
  if (context.terms.rulesOff.has(rule.id)) return not("switched-off", `${named} is switched off in the policy.`);
  if (rule.scope === "trial" && !context.terms.isTrial)
    return not("not-in-scheme", `${named} applies only while there is a trial.`);
  if (rule.isAsked && !rule.isAsked(context.terms))
    return not("not-in-scheme", `${named} is nothing that this policy asks.`);
  if (rule.isFromService && !hasService) return not("needs-service", `${named} needs the council's service.`);
  const missing = missingColumns(rule, context);
  if (missing.length > 0) {
    const columns = rule.pairs
      ? `a pair of the columns ${list(quoted(missing))}`
      : `the ${missing.length === 1 ? "column" : "columns"} ${list(quoted(missing))}`;
    return not("no-column", `Add ${columns} to check ${named}.`, missing);
  }
  const unkept = (rule.register ?? []).filter((column) => context.register?.columns.has(column) !== true);
  if (unkept.length > 0) {
    return not(
      "no-register-column",
      `Add the column ${list(unkept.map(registerHeader))} to the Practitioners table to check ${named}.`,
    );
  }
  const { column, only } = rule.fillable ?? {};
  const filled = column && context.crossRow.hardlyFilled(column);
  if (column && only === undefined && filled !== undefined)
    return not("hardly-filled", hardlyFilled(column, filled, named, context), [column]);
  return rule.isAcrossRows === true && context.isPart
    ? not("part-of-sheet", `${named} needs every row of the sheet.`)
    : undefined;
}

const hardlyFilled = (column: FieldId, filled: number, named: string, { crossRow }: Context): string =>
  `${quoted([column]).join("")} is filled on ${filled} of ${crossRow.openRows} rows, too few to check ${named}.`;

/** The ways of breaking a rule that are not looked for, though the rule is checked. */
function partly(rule: Rule, context: Context): NotChecked[] {
  const found: NotChecked[] = [];
  for (const { key, words } of rule.breaches) {
    const missing = (words.needs ?? []).filter((field) => !context.has(field));
    if (missing.length > 0) {
      found.push({
        rule: rule.id,
        why: "no-column",
        fields: missing,
        breaches: [key],
        line: `Add the column ${list(quoted(missing))} to check ${rule.id}/${key} too.`,
      });
    }
  }
  const { only, column } = rule.fillable ?? {};
  const filled = column && context.crossRow.hardlyFilled(column);
  if (column && only !== undefined && filled !== undefined) {
    found.push({
      rule: rule.id,
      why: "hardly-filled",
      fields: [column],
      breaches: [only],
      line: hardlyFilled(column, filled, `${rule.id}/${only}`, context),
    });
  }
  if (typeof rule.isAcrossRows === "object" && context.isPart) {
    const named = list(rule.isAcrossRows.map((key) => `${rule.id}/${key}`));
    found.push({
      rule: rule.id,
      why: "part-of-sheet",
      fields: [],
      breaches: rule.isAcrossRows,
      line: `${named} needs every row of the sheet.`,
    });
  }
  if (rule.countsWorkingDays && context.asOf > CALENDAR_TO) {
    found.push({
      rule: rule.id,
      why: "past-calendar",
      fields: [],
      breaches: rule.countsWorkingDays,
      line: `The bank-holiday list ends on ${showDay(CALENDAR_TO)}, so ${list(rule.countsWorkingDays.map((key) => `${rule.id}/${key}`))} cannot be checked.`,
    });
  }
  return found;
}

/** What was checked and what was not, and which column to add. */
export function coverageOf(rules: readonly Rule[], context: Context, hasService: boolean): Coverage {
  const not = new Map(rules.map((rule) => [rule, whyNot(rule, context, hasService)]));
  const isCounted = ([rule, why]: [Rule, NotChecked | undefined]): boolean =>
    !DATA_RULE_IDS.includes(rule.id) && why?.why !== "switched-off" && why?.why !== "not-in-scheme";
  const counted = [...not].filter(isCounted);
  const checked = counted.filter(([, why]) => !why).length;
  const lines = [...not].flatMap(([rule, why]) => (why ? [why] : partly(rule, context)));
  // Nobody qualified in the chair is what a trial is most easily undone by: meetings come first.
  const isMeetings = ({ rule, why }: NotChecked): boolean => rule === "LP-16" && why === "no-column";
  return {
    checked,
    of: counted.length,
    summary: `${checked} of ${counted.length} rules checked`,
    notChecked: [...lines.filter(isMeetings), ...lines.filter((line) => !isMeetings(line))],
  };
}
