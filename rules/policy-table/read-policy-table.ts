import { canonicalJson } from "../hash.ts";
import { POLICIES } from "../policies/index.ts";
import type { Policy } from "../policy.ts";
import { textOf, type Cell } from "../read.ts";
import { clean, fold, isErrorValue, nearest } from "../text.ts";
import * as lists from "./lists.ts";
import type { Change, PolicyRow, RowNote } from "./row.ts";
import { settle } from "./settle.ts";
import { SINGLE_VALUES, singleValueNamed, valueFrom, withValue, type SingleValue } from "./single-values.ts";
import { withRoles, withTeams } from "./teams-and-roles.ts";
import { SETTING, WHOLE_LISTS, type ListSetting, type WholeList } from "./words.ts";

/** What the table `Policy` of a workbook comes to. */
export interface PolicyTableRead {
  readonly policy: Policy;
  /** The shipped policy that its rows change. */
  readonly basedOn: Policy;
  /** Rows that were left out, each with the reason, in the order of the table. */
  readonly unusable: readonly RowNote[];
  /** Rows that count, and change what nobody may expect. */
  readonly remarks: readonly RowNote[];
  /** Whether a row says what became of the trial. */
  readonly saysOfTrial: boolean;
}

export interface PolicyTableOptions {
  /** The policy that it is based on where no row says so. */
  readonly usual: Policy;
  /** What else the workbook says of a shipped policy. */
  readonly adjusted?: (policy: Policy) => Policy;
  readonly date1904?: boolean;
}

const LISTS = new Map(Object.entries(SETTING).map(([key, word]) => [fold(word), key as ListSetting]));
const WORDS = [...LISTS.keys(), ...SINGLE_VALUES.map(({ word }) => fold(word))];
const WORD_OF = new Map(
  [...Object.values<string>(SETTING), ...SINGLE_VALUES.map(({ word }) => word)].map((word) => [fold(word), word]),
);
/** Said once; a second row that says it again cannot be used. */
const ONCE: ReadonlySet<ListSetting> = new Set(["basedOn", "supervision", "overseen", "socialWorkerOnly"]);
const OF_TRIAL = ["scheme", "trial.start", "trial.end"];

const isBlank = ({ setting, value, alsoCalled }: PolicyRow): boolean =>
  [setting, value, alsoCalled].every(
    (cell) => cell === null || cell === undefined || cell === "" || (typeof cell === "string" && clean(cell) === ""),
  );

/** Why nobody can read a cell, as a sentence. */
function lostCell(cell: Cell): string | undefined {
  if (typeof cell === "object" && cell !== null)
    return "It holds a formula that was never calculated. Open the workbook in Excel and save it.";
  return isErrorValue(textOf(cell)) ? `A cell of it shows the error ${textOf(cell)}.` : undefined;
}

function unknownSetting(text: string): string {
  if (text === "") return "It has no setting.";
  const near = nearest(
    text,
    WORDS.map((word) => [word, word] as const),
  );
  return `'${text}' is no setting of a policy.${near === undefined ? "" : ` Perhaps '${String(WORD_OF.get(near))}'?`}`;
}

/** The rows by what they set, and those that nobody can use. */
class SortedRows {
  readonly unusable: RowNote[] = [];
  readonly singles = new Map<SingleValue, PolicyRow>();
  readonly #lists = new Map<ListSetting, PolicyRow[]>();
  readonly #said = new Map<string, number>();

  constructor(rows: readonly PolicyRow[]) {
    for (const row of rows) if (!isBlank(row)) this.#sort(row);
  }

  of(setting: ListSetting): readonly PolicyRow[] {
    return this.#lists.get(setting) ?? [];
  }

  #sort(row: PolicyRow): void {
    const lost = [row.setting, row.value, row.alsoCalled].map(lostCell).find((one) => one !== undefined);
    const text = textOf(row.setting);
    const listed = LISTS.get(fold(text));
    const single = singleValueNamed(text);
    const word = listed ?? single?.path;
    if (lost !== undefined) this.unusable.push({ row: row.row, reason: lost });
    else if (word === undefined) this.unusable.push({ row: row.row, reason: unknownSetting(text) });
    else if ((single ?? (listed && ONCE.has(listed))) && this.#said.has(word))
      this.unusable.push({ row: row.row, reason: `Row ${String(this.#said.get(word))} says this already.` });
    else {
      this.#said.set(word, row.row);
      if (single) this.singles.set(single, row);
      else this.#lists.set(listed as ListSetting, [...this.of(listed as ListSetting), row]);
    }
  }
}

const asChange = (
  { row }: PolicyRow,
  meaning: lists.Meaning,
  into: { changes: Change[]; unusable: RowNote[] },
): void => {
  if (typeof meaning === "string") into.unusable.push({ row, reason: meaning });
  else into.changes.push({ rows: [row], ...meaning });
};

/** The single values; the trial's first day and its end have a meaning only together. */
function singleChanges({ singles }: SortedRows, date1904: boolean) {
  const into: { changes: Change[]; unusable: RowNote[] } = { changes: [], unusable: [] };
  const window: Change[] = [];
  for (const [single, row] of singles) {
    const found = valueFrom(row.value, single, date1904);
    if ("must" in found) into.unusable.push({ row: row.row, reason: `The value must be ${found.must}.` });
    else {
      const change: Change = { rows: [row.row], apply: (policy) => withValue(policy, single.path, found.value) };
      if (single.path === "trial.start" || single.path === "trial.end") window.push(change);
      else into.changes.push(change);
    }
  }
  if (window.length > 0)
    into.changes.push({
      rows: window.flatMap(({ rows }) => rows),
      apply: (policy) => window.reduce((before, { apply }) => apply(before), policy),
    });
  return into;
}

function wholeLists(sorted: SortedRows): ReadonlySet<WholeList> {
  const whole = new Set<WholeList>();
  for (const { row, value } of sorted.of("onlyThese")) {
    const named = WHOLE_LISTS.find((one) => fold(one) === fold(textOf(value)));
    if (named) whole.add(named);
    else sorted.unusable.push({ row, reason: `The value must be one of ${WHOLE_LISTS.join(", ")}.` });
  }
  return whole;
}

function baseOf(sorted: SortedRows, usual: Policy): Policy {
  const [row] = sorted.of("basedOn");
  if (!row) return usual;
  const named = fold(textOf(row.value));
  const shipped = POLICIES.find(({ id, title }) => [id, title].map(fold).includes(named));
  if (!shipped)
    sorted.unusable.push({
      row: row.row,
      reason: `The value must be a policy that ships with the product: ${POLICIES.map(({ title }) => title).join(", ")}.`,
    });
  return shipped ?? usual;
}

/** A title and an id of its own, where the rows give it none (`given`: paths): what is changed does not pass for what ships. */
function named(policy: Policy, base: Policy, given: ReadonlySet<string>): Policy {
  if (canonicalJson(policy) === canonicalJson(base)) return base;
  return { ...policy, ...(!given.has("id") && { id: OWN_ID }), ...(!given.has("title") && { title: ownTitle(base) }) };
}

export const OWN_ID = "workbook";
export const ownTitle = ({ title }: Pick<Policy, "title">): string => `${title}, changed in this workbook`;

/** The policy that the rows of a workbook's table `Policy` make of a shipped one. A row that has no meaning is left out, and the rest counts. */
export function readPolicyTable(
  rows: readonly PolicyRow[],
  { usual, adjusted = (policy) => policy, date1904 = false }: PolicyTableOptions,
): PolicyTableRead {
  const sorted = new SortedRows(rows);
  const basedOn = baseOf(sorted, usual);
  const base = adjusted(basedOn);
  const whole = wholeLists(sorted);

  const teams = withTeams(
    base,
    [
      ...sorted.of("trialTeam").map((row) => ({ ...row, isTrial: true })),
      ...sorted.of("team").map((row) => ({ ...row, isTrial: false })),
    ].sort((a, b) => a.row - b.row),
    sorted.of("teamId"),
    whole.has("teams"),
  );
  const roles = withRoles(teams.policy, sorted.of("role"), whole.has("roles"));
  const singles = singleChanges(sorted, date1904);
  const listed = { ...(whole.has("courses") ? { ...roles.policy, courses: [] } : roles.policy) };
  const first = settle(listed, singles.changes);

  const into: { changes: Change[]; unusable: RowNote[] } = { changes: [], unusable: [] };
  const remarks: RowNote[] = [];
  for (const row of sorted.of("status")) {
    const found = lists.status(row, first.policy);
    asChange(row, found.meaning, into);
    remarks.push(...found.remarks);
  }
  const courses = new Map<string, number>();
  for (const row of sorted.of("course")) {
    const name = fold(textOf(row.alsoCalled));
    const before = courses.get(name);
    courses.set(name, before ?? row.row);
    asChange(row, before === undefined ? lists.course(row, date1904) : `Row ${before} says this already.`, into);
  }
  for (const row of sorted.of("supervision")) asChange(row, lists.supervision(row), into);
  for (const key of ["overseen", "socialWorkerOnly"] as const)
    for (const row of sorted.of(key)) asChange(row, lists.codes(key, row), into);
  for (const row of sorted.of("ruleOff")) asChange(row, lists.rules(row, true), into);
  for (const row of sorted.of("ruleOn")) asChange(row, lists.rules(row, false), into);
  for (const row of sorted.of("serviceManager")) asChange(row, lists.serviceManager(row, first.policy), into);
  const second = settle(first.policy, into.changes);

  const unusable = [sorted, teams, roles, singles, first, into, second].flatMap((part) => part.unusable);
  const isLeftOut = new Set(unusable.map(({ row }) => row));
  const given = new Set([...sorted.singles].flatMap(([{ path }, { row }]) => (isLeftOut.has(row) ? [] : [path])));
  return {
    policy: named(second.policy, base, given),
    basedOn,
    unusable: unusable.sort((a, b) => a.row - b.row),
    remarks: [...teams.remarks, ...roles.remarks, ...remarks]
      .filter(({ row }) => !isLeftOut.has(row))
      .sort((a, b) => a.row - b.row),
    saysOfTrial: OF_TRIAL.some((path) => given.has(path)),
  };
}
