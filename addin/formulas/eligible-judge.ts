import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { FIELDS, inWords, isBlankCase, keyOfCase, NAMES, unsure, type Case } from "./eligible-case.ts";
import { peopleOrRoles } from "./eligible-people.ts";
import { ELIGIBILITY_RULES } from "./eligible-reasons.ts";

const RULES = CATALOGUE.filter(({ id }) => ELIGIBILITY_RULES.includes(id));
const COLUMNS: readonly FieldId[] = [...NAMES.map((name) => FIELDS[name]), "leadRole"];
const MOST_KEPT = 50_000;

/** Whether the leads of cases may lead them, as LP.ELIGIBLE shows it; "" for a blank case. */
export type Judge = (cases: readonly Case[]) => string[];

/** Judges by one policy and register on one day. The same case, which formulas ask about again and again, is worked out once. */
export function judgeOn(asOf: Day, { policy, date1904, register: given }: CheckInputs): Judge {
  const { register, readers, read } = peopleOrRoles(given, { policy, asOf, date1904 });
  const judged = new Map<string, string>();

  const judgeFresh = (cases: readonly Case[]): string[] => {
    // A formula leaves an argument out for all of its cases.
    const isLeftOut = new Set<FieldId>(
      NAMES.filter((name) => cases[0]?.[name] === undefined).map((name) => FIELDS[name]),
    );
    const columns = new Map(
      COLUMNS.map((field, column): [FieldId, number] => [field, column]).filter(([field]) => !isLeftOut.has(field)),
    );
    const rows = cases.map((one): Cell[] => {
      const { lead, leadRole, overseer } = read(one.lead, one.overseer);
      return [one.status, lead, one.team, one.allocated_on, overseer, leadRole];
    });
    const checked = check({ columns, rows, date1904 }, { asOf, policy, register, rules: RULES });
    return cases.map((one, at) =>
      inWords(
        checked.rows[at]?.findings ?? [],
        unsure(one, (name) => readers[FIELDS[name]](one[name])),
      ),
    );
  };

  return (cases) => {
    if (judged.size > MOST_KEPT) judged.clear();
    const keys = cases.map((one) => (isBlankCase(one) ? "" : keyOfCase(one)));
    const fresh = new Map<string, Case>();
    cases.forEach((one, at) => {
      const key = keys[at] ?? "";
      if (key !== "" && !judged.has(key)) fresh.set(key, one);
    });
    const results = fresh.size > 0 ? judgeFresh([...fresh.values()]) : [];
    [...fresh.keys()].forEach((key, at) => judged.set(key, results[at] ?? ""));
    return keys.map((key) => judged.get(key) ?? "");
  };
}
