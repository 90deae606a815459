import { CATALOGUE } from "./catalogue/index.ts";
import type { Context, ElsewhereLead, TeamReturn } from "./context.ts";
import { coverageOf, type Coverage } from "./coverage.ts";
import { isoDay, type Day } from "./dates.ts";
import type { FieldId } from "./fields.ts";
import { verdictOf, worstFirst, type Finding, type Verdict } from "./finding.ts";
import { People } from "./people.ts";
import { makePlan } from "./plan.ts";
import type { Policy } from "./policy.ts";
import { Register, type RegisterSource } from "./register.ts";
import type { Row } from "./row.ts";
import { Found, type Outcome, type Rule } from "./rule.ts";
import { gather, readersFor, RowReader, type Sheet } from "./sheet.ts";
import { termsOf } from "./terms.ts";

/** What only the council's service knows about the rows of a sheet. Leads are staff numbers or names; dates are ISO. */
export interface ServiceFacts {
  readonly leads?: Readonly<Record<string, { readonly lead: string; readonly team: string; readonly listOf: string }>>;
  /** Cases that someone leads in teams that are not on the sheet. */
  readonly cases?: Readonly<Record<string, number>>;
  readonly returns?: readonly TeamReturn[];
}

/** What a sheet is checked with. The date is always given: a past month checks the same for ever. */
export interface Given {
  readonly asOf: Day;
  readonly policy: Policy;
  readonly register?: RegisterSource | undefined;
  readonly service?: ServiceFacts | undefined;
  /** The whole catalogue, unless told otherwise. */
  readonly rules?: readonly Rule[];
}

export interface CheckedRow {
  readonly verdict: Verdict;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

export interface Checked {
  readonly asOf: Day;
  readonly policy: { readonly id: string; readonly title: string; readonly hash: string };
  /** One for each row given, in their order; undefined for a blank row. */
  readonly rows: readonly (CheckedRow | undefined)[];
  /** What is wrong with the sheet as a whole. */
  readonly sheet: readonly Finding[];
  readonly coverage: Coverage;
  /** Rows by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
}

const CLEAR: CheckedRow = { verdict: "clear", findings: [] };

const asList = (outcome: Outcome): readonly Found[] => {
  if (outcome === undefined) return [];
  return outcome instanceof Found ? [outcome] : outcome;
};

/** Whether every cell that a finding alone rests on is there and could be read. */
const isFounded = (found: Found, { problems }: Row, { has }: Context): boolean =>
  found.needs === undefined || found.needs.every((field) => has(field) && !problems.some((problem) => problem.field === field));

/**
 * Checks the rows of a sheet against the rules: rows in; verdicts, findings and coverage out. Never throws for
 * anything a cell may hold; throws a sentence for a policy that is none.
 */
export function check(sheet: Sheet, given: Given): Checked {
  const { asOf, service, rules = CATALOGUE } = given;
  const terms = termsOf(given.policy);
  const register = given.register && new Register(given.register, terms, asOf);
  const people = new People(register);
  const readers = readersFor(terms, people, asOf, sheet.date1904 ?? false);
  const fillable = [...new Set(rules.flatMap(({ fillable: one }) => (one ? [one.column] : [])))];
  const across = gather(sheet, readers, people, fillable, register?.hasProblems ?? false);
  const leads = new Map<string, ElsewhereLead>(
    Object.entries(service?.leads ?? {}).map(([ref, { lead, team, listOf }]) => [
      ref.toUpperCase(), { lead: people.named(lead), team, listOf: isoDay(listOf) },
    ]),
  );
  const casesElsewhere = new Map(Object.entries(service?.cases ?? {}).map(([lead, cases]) => [people.named(lead).key, cases]));
  const isPart = sheet.isPart ?? false;
  const context: Context = {
    asOf, terms, register, across, isPart,
    has: (field: FieldId) => sheet.columns.has(field),
    isKept: (field: FieldId) => sheet.columns.has(field) && !across.isHardlyFilled(field),
    rowNumber: (index) => sheet.rowNumbers?.[index] ?? index + 1,
    elsewhere: (childRef) => leads.get(childRef.toUpperCase()),
    casesElsewhere: (person) => casesElsewhere.get(person.key) ?? 0,
    returns: service?.returns ?? [],
  };
  const hasService = service !== undefined;
  const plan = makePlan(rules, context, hasService);
  const counts = { clear: 0, advice: 0, check: 0, action: 0, "not-eligible": 0 };
  const reader = new RowReader(sheet, readers, people);

  const checkRow = (row: Row): CheckedRow => {
    if (row.findings.length > 0) row.findings = [];
    for (const planned of plan.rulesFor(row)) {
      if (row.problems.length > 0 && row.problems.some(({ field }) => planned.guards.includes(field))) continue;
      const outcome = planned.check(row, context);
      if (outcome === undefined) continue;
      row.findings.push(...asList(outcome).filter((found) => isFounded(found, row, context)));
    }
    if (row.findings.length === 0) return CLEAR;
    const findings = row.findings.sort(worstFirst);
    const manager = terms.serviceManager(row.team?.known?.team.id);
    if (manager !== undefined) for (const found of findings) found.askFirst = manager;
    return { verdict: verdictOf(findings), findings };
  };

  const rows = sheet.rows.map((cells, index) => {
    if (reader.isBlank(cells)) return undefined;
    const checked = checkRow(reader.read(cells, index));
    counts[checked.verdict] += 1;
    return checked;
  });
  const found = plan.rules.flatMap((rule) => asList(rule.checkSheet?.(context))).sort(worstFirst);
  return {
    asOf,
    policy: { id: terms.policy.id, title: terms.policy.title, hash: terms.hash },
    rows,
    sheet: found,
    coverage: coverageOf(rules, context, hasService),
    counts,
  };
}
