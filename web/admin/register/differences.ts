import { fold } from "../../../rules/text.ts";
import type { FromTable } from "./from-workbook.ts";
import {
  labelOf,
  PARTICULARS,
  sendable,
  type RegisterEntry,
  type Particular,
  type SentPractitioner,
} from "./practitioners.ts";
import type { TablePerson } from "./table-person.ts";

/** One particular that would change, as it is shown. */
export interface Difference {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What would be sent of somebody. */
export interface Change {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly body: SentPractitioner;
  /** The tag of their entry; undefined for somebody who is added. */
  readonly etag: string | undefined;
  readonly differences: readonly Difference[];
}

export interface Differences {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  readonly same: number;
  /** On the service, not in the table: they are kept. */
  readonly onlyOnService: readonly RegisterEntry[];
  readonly problems: readonly string[];
}

/** How the value of a particular is shown; `teamName` gives a team's name by its id. */
export function shown(value: unknown, particular: Particular | undefined, teamName: (id: string) => string): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return particular === "team" ? teamName(text) : text;
}

type Training = NonNullable<SentPractitioner["training"]>;

/** The courses that the table has columns for as it has them, every other as the service has it. */
function trainingOf(before: Training, { training }: TablePerson): Training {
  const inTable = new Map(training.map((one) => [fold(one.course), one]));
  const known = new Set(before.map(({ course }) => fold(course)));
  return [
    ...before.map((one) => ({ ...one, ...inTable.get(fold(one.course))?.given })),
    ...training.filter(({ course }) => !known.has(fold(course))).map(({ course, given }) => ({ course, ...given })),
  ];
}

function trainingDifferences(before: Training, after: Training): Difference[] {
  const byCourse = (list: Training) => new Map(list.map((one) => [fold(one.course), one]));
  const [was, is] = [byCourse(before), byCourse(after)];
  return [...new Map([...was, ...is])].flatMap(([key, { course }]) =>
    (
      [
        ["completed", "completedOn"],
        ["booked", "bookedFor"],
      ] as const
    ).map(([word, member]) => ({
      label: `${course} ${word}`,
      from: was.get(key)?.[member] ?? "",
      to: is.get(key)?.[member] ?? "",
    })),
  );
}

function changeOf(
  person: TablePerson,
  entry: RegisterEntry | undefined,
  teamName: (id: string) => string,
): Change | string {
  const missing = (["name", "role", "team"] as const).filter(
    (particular) => person.given[particular] === undefined && entry?.[particular] === undefined,
  );
  if (missing.length > 0)
    return `Row ${person.row} of the table (${person.id}) is not on the register yet, and the table has no column ${missing.map((one) => `'${labelOf(one)}'`).join(" or ")}. Add it, then choose the file again.`;
  const before = entry && sendable(entry);
  const made = { ...before, ...person.given, training: trainingOf(before?.training ?? [], person) };
  // Name, role and team are there: what lacks them has been turned away above.
  const body = sendable(made as SentPractitioner);
  const differences = [
    ...PARTICULARS.map((particular) => ({
      label: labelOf(particular),
      from: shown(before?.[particular], particular, teamName),
      to: shown(body[particular], particular, teamName),
    })),
    ...trainingDifferences(before?.training ?? [], body.training ?? []),
  ].filter(({ from, to }) => from !== to);
  return { id: entry?.id ?? person.id, row: person.row, name: body.name, body, etag: entry?.etag, differences };
}

/** What a table would change of the service's register. People are told apart by their staff number, whatever its capitals. */
export function differencesOf(
  { people, ids }: Pick<FromTable, "people" | "ids">,
  register: readonly RegisterEntry[],
  teamName: (id: string) => string,
): Differences {
  const byId = new Map(register.map((entry) => [entry.id.toLowerCase(), entry]));
  const made = people.map((person) => changeOf(person, byId.get(person.id.toLowerCase()), teamName));
  const changes = made.filter((one): one is Change => typeof one !== "string");
  const changed = changes.filter(({ etag, differences }) => etag !== undefined && differences.length > 0);
  const added = changes.filter(({ etag }) => etag === undefined);
  return {
    added,
    changed,
    same: changes.length - added.length - changed.length,
    onlyOnService: register.filter(({ id }) => !ids.has(id.toLowerCase())),
    problems: made.filter((one): one is string => typeof one === "string"),
  };
}
