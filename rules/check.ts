import { acceptanceOn, isAcceptable } from "./acceptance.ts";
import { CATALOGUE } from "./catalogue/index.ts";
import { ColumnFaults } from "./column-faults.ts";
import type { Context, ElsewhereLead, TeamReturn } from "./context.ts";
import { coverageOf, type Coverage } from "./coverage.ts";
import { isoDay, type Day } from "./dates.ts";
import type { FieldId } from "./fields.ts";
import { verdictOf, worstFirst, type Finding, type Verdict } from "./finding.ts";
import { CrossRowFacts } from "./cross-row-facts.ts";
import type { People } from "./people.ts";
import type { OtherList } from "./other-lists.ts";
import { makePlan } from "./plan.ts";
import type { Register } from "./register.ts";
import type { Row } from "./row.ts";
import { RuleFinding, type CrossRowFact, type Outcome, type Rule } from "./rule.ts";
import { hasField, type Sheet } from "./sheet.ts";
import { SheetReader, type ReadWith } from "./sheet-reader.ts";
import type { TurningRow } from "./sheet-row.ts";

/** What only the council's service knows about the rows of a sheet. Leads are staff numbers or names; dates are ISO. */
export interface ServiceFacts {
  readonly leads?: Readonly<Record<string, { readonly lead: string; readonly team: string; readonly listOf: string }>>;
  /** Cases that someone leads in teams that are not on the sheet. */
  readonly cases?: Readonly<Record<string, number>>;
  readonly returns?: readonly TeamReturn[];
}

/** What a sheet is checked with. The date is always given: a past month checks the same for ever. */
export interface CheckOptions extends ReadWith {
  readonly service?: ServiceFacts | undefined;
  /** Lists that belong together with this one: the rules across rows look at them too. */
  readonly others?: readonly OtherList[] | undefined;
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
  /** Open rows by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
}

const CLEAR: CheckedRow = { verdict: "clear", findings: [] };

const NOTHING: readonly RuleFinding[] = [];
const asList = (outcome: Outcome): readonly RuleFinding[] =>
  outcome instanceof RuleFinding ? [outcome] : (outcome ?? NOTHING);

/** Whether every cell that a finding alone rests on is there and could be read. */
const isFounded = (found: RuleFinding, row: Row, { has }: Context): boolean =>
  (found.needs === undefined || found.needs.every((field) => has(field) && !row.isLost(field))) &&
  (found.reads === undefined || !found.reads.some((field) => row.isLost(field)));

const fillableOf = (rules: readonly Rule[]): FieldId[] => [
  ...new Set(rules.flatMap(({ fillable }) => (fillable ? [fillable.column] : []))),
];

/** The facts across rows that the rules ask for; nobody's mentions matter where the register has no fault and no other beside it. */
const factsNeeded = (rules: readonly Rule[], register: Register | undefined): Set<CrossRowFact> =>
  new Set(
    rules
      .flatMap(({ crossRowFacts = [] }) => crossRowFacts)
      .filter((what) => what !== "mentions" || register?.hasProblems || register?.hasWorkbook),
  );

const leadsElsewhere = (leads: NonNullable<ServiceFacts["leads"]>, people: People): Map<string, ElsewhereLead> =>
  new Map(
    Object.entries(leads).map(([ref, { lead, team, listOf }]) => [
      ref.toUpperCase(),
      { lead: people.named(lead), team, listOf: isoDay(listOf) },
    ]),
  );

function casesElsewhere(cases: NonNullable<ServiceFacts["cases"]>, people: People): Map<string, number> {
  const byPerson = new Map<string, number>();
  for (const [lead, count] of Object.entries(cases)) {
    const { key } = people.named(lead);
    byPerson.set(key, (byPerson.get(key) ?? 0) + count);
  }
  return byPerson;
}

/** Work that is done when a rule first asks for its result, and then never again. */
function lazy<T>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

/** Whether to stop for a moment after the row of this index. */
const isStep = (index: number, rows: number): boolean => index % rows === rows - 1;

/** Checks a sheet a few rows at a time, for a page that is to draw and answer clicks meanwhile: as `check` in the end. */
export function* checkInSteps(
  sheet: Sheet,
  options: CheckOptions,
  rowsAStep: number,
): Generator<undefined, Checked, undefined> {
  const { asOf, service, rules = CATALOGUE } = options;
  const reader = new SheetReader(sheet, options);
  const { terms, register, people } = reader;
  const rowNumber = (index: number): number => sheet.rowNumbers?.[index] ?? index + 1;
  const crossRow = new CrossRowFacts({
    rows: sheet.rows.length,
    fillable: fillableOf(rules),
    needed: factsNeeded(rules, register),
    terms,
    rowNumber,
  });
  for (let index = 0; index < sheet.rows.length && !crossRow.isComplete; index += 1) {
    if (isStep(index, rowsAStep)) yield;
    const row = reader.rowAt(index);
    if (row && !row.isClosed) crossRow.add(row);
  }
  for (const { sheet: other, name } of crossRow.needsOthers ? (options.others ?? []) : []) {
    const otherReader = new SheetReader(other, options);
    for (let index = 0; index < other.rows.length; index += 1) {
      if (isStep(index, rowsAStep)) yield;
      const row = otherReader.rowAt(index);
      if (row && !row.isClosed) crossRow.addOther(row, { sheet: name, row: other.rowNumbers?.[index] ?? index + 1 });
    }
  }
  const leads = lazy(() => leadsElsewhere(service?.leads ?? {}, people));
  const cases = lazy(() => casesElsewhere(service?.cases ?? {}, people));
  const isPart = sheet.isPart ?? false;
  const context: Context = {
    asOf,
    terms,
    register,
    crossRow,
    columnFaults: new ColumnFaults(sheet, reader.readers),
    isPart,
    has: (field: FieldId) => hasField(sheet, field),
    isKept: (field: FieldId) => hasField(sheet, field) && crossRow.hardlyFilled(field) === undefined,
    elsewhere: (childRef) => leads().get(childRef.toUpperCase()),
    casesElsewhere: (person) => cases().get(person.key) ?? 0,
    returns: service?.returns ?? [],
  };
  const hasService = service !== undefined;
  const plan = makePlan(rules, context, hasService);
  const counts = { clear: 0, advice: 0, check: 0, action: 0, "not-eligible": 0 };
  const checkRow = (row: TurningRow): CheckedRow => {
    for (const planned of plan.rulesFor(row)) {
      const found = asList(planned.check(row, context));
      if (found.length === 0 || row.isAnyLost(planned.guards)) continue;
      for (const one of found) if (isFounded(one, row, context)) row.findings.push(one);
    }
    if (row.findings.length === 0) return CLEAR;
    const findings = row.findings.sort(worstFirst);
    const accepted = acceptanceOn(row, context);
    for (const one of findings) {
      if (accepted?.rules.includes(one.rule) && isAcceptable(one)) one.accepted = accepted.as;
    }
    const manager = terms.serviceManager(row.team?.known?.team.id);
    if (manager !== undefined) for (const found of findings) found.askFirst = manager;
    return { verdict: verdictOf(findings), findings };
  };

  const rows: (CheckedRow | undefined)[] = [];
  for (let index = 0; index < sheet.rows.length; index += 1) {
    if (isStep(index, rowsAStep)) yield;
    const row = reader.rowAt(index);
    const checked = row && checkRow(row);
    if (checked && !row.isClosed) counts[checked.verdict] += 1;
    rows.push(checked);
  }
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

/**
 * Checks the rows of a sheet against the rules: rows in; verdicts, findings and coverage out. Never throws for
 * anything a cell may hold; throws a sentence for a policy that is none.
 */
export function check(sheet: Sheet, options: CheckOptions): Checked {
  // Without a step there is nothing to stop at: the first thing it gives is the end.
  return checkInSteps(sheet, options, Infinity).next().value as Checked;
}
