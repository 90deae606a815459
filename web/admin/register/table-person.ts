import { toIso, type Day } from "../../../rules/dates.ts";
import type { Policy } from "../../../rules/policy.ts";
import { teamsIn } from "../../../rules/policy.ts";
import { Problem, typed } from "../../../rules/read.ts";
import { Register, type Practitioner, type RegisterSource } from "../../../rules/register.ts";
import { termsOf } from "../../../rules/terms.ts";
import { labelOf, PARTICULARS, type Particular, type SentPractitioner } from "./practitioners.ts";

/** A course of somebody as far as the table has columns for it; a blank cell is there, as undefined. */
export interface TableTraining {
  readonly course: string;
  readonly given: { readonly completedOn?: string | undefined; readonly bookedFor?: string | undefined };
}

/** Somebody as a row of the table has them. */
export interface TablePerson {
  /** Counted from the first row below the headers. */
  readonly row: number;
  readonly id: string;
  /** The columns that the table has; a blank cell is there, as undefined. */
  readonly given: Partial<SentPractitioner>;
  readonly training: readonly TableTraining[];
}

export interface ReadRow {
  readonly person: TablePerson | undefined;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

export interface TableContext {
  readonly policy: Policy;
  readonly today: Day;
  readonly hasColumn: (header: string) => boolean;
}

const STAFF_NUMBER = /^[A-Za-z0-9][\w.-]{0,39}$/;
const LONGEST = 200;
/** A date still to come, or a role of no policy, is the table's own business: it is taken, and said. */
const TAKEN = new Set(["future", "unknown-role"]);
const NOTED: Readonly<Record<string, string>> = {
  future: "lies in the future",
  "unknown-role": "is not a role of the policy",
};

const isoOf = (day: Day | undefined | Problem): string | undefined =>
  typeof day === "number" ? toIso(day) : undefined;
const plain = <T>(value: T | undefined | Problem): T | undefined => (value instanceof Problem ? undefined : value);

/** The id of the team that a text means. */
function teamIdOf(policy: Policy, text: string): string | undefined {
  return (teamsIn(policy).find(({ id }) => id === text) ?? termsOf(policy).team(text)?.team)?.id;
}

const textsOf =
  (source: RegisterSource, index: number) =>
  (particular: Particular): string =>
    typed(source.practitioners[index]?.[particular]);

function valuesOf(
  read: Practitioner,
  text: (particular: Particular) => string,
  policy: Policy,
): Readonly<Record<Particular, unknown>> {
  const yesNo = plain(read.protectedTime);
  return {
    name: text("name") || undefined,
    role: text("role") || undefined,
    team: teamIdOf(policy, text("team")),
    registration: { held: text("registration"), none: "none", blank: undefined, unreadable: undefined }[
      read.registration
    ],
    registeredTo: isoOf(read.registeredTo),
    level: plain(read.level),
    signedOffOn: isoOf(read.signedOffOn),
    caseLimit: plain(read.caseLimit),
    protectedTime: yesNo === undefined ? undefined : yesNo === "yes",
    absentFrom: isoOf(read.absentFrom),
    absentTo: isoOf(read.absentTo),
  };
}

function trainingOf(
  { training }: Practitioner,
  names: readonly string[],
  hasColumn: TableContext["hasColumn"],
): readonly TableTraining[] {
  return names.map((course, index) => {
    const { completedOn, bookedFor } = training[index] ?? {};
    return {
      course,
      given: {
        ...(hasColumn(`${course} completed`) ? { completedOn: isoOf(completedOn) } : {}),
        ...(hasColumn(`${course} booked`) ? { bookedFor: isoOf(bookedFor) } : {}),
      },
    };
  });
}

/** What keeps a row from being taken, as the rest of a sentence. */
function faultsOf(
  read: Practitioner,
  source: RegisterSource,
  text: (particular: Particular) => string,
  policy: Policy,
): string[] {
  const blank = (["name", "role", "team"] as const).filter(
    (particular) => source.columns?.has(particular) && text(particular) === "",
  );
  return [
    ...(read.id === ""
      ? ["has no staff number"]
      : STAFF_NUMBER.test(read.id)
        ? []
        : ["has a staff number that is not of letters, digits, dots and hyphens alone (at most 40)"]),
    ...blank.map((particular) => `has nothing under '${labelOf(particular)}'`),
    ...PARTICULARS.filter((particular) => text(particular).length > LONGEST).map(
      (particular) => `has more than ${LONGEST} characters under '${labelOf(particular)}'`,
    ),
    ...(text("team") !== "" && teamIdOf(policy, text("team")) === undefined
      ? ["names a team under 'Team' that the policy in force does not have"]
      : []),
    ...read.problems
      .filter(({ why }) => !TAKEN.has(why))
      .map(({ column }) => `has something under '${column}' that cannot be read`),
  ];
}

/** Reads a row of the table; undefined for one that names nobody. */
export function personOf(
  source: RegisterSource,
  index: number,
  { policy, today, hasColumn }: TableContext,
): ReadRow | undefined {
  const [raw] = source.practitioners.slice(index, index + 1);
  const [read] = raw ? new Register({ ...source, practitioners: [raw] }, termsOf(policy), today).practitioners : [];
  if (!read) return undefined;
  const row = index + 1;
  const text = textsOf(source, index);
  const who = read.id === "" ? "" : ` (${read.id})`;
  const faults = faultsOf(read, source, text, policy);
  const values = valuesOf(read, text, policy);
  const given = Object.fromEntries(
    PARTICULARS.filter((particular) => source.columns?.has(particular)).map((particular) => [
      particular,
      values[particular],
    ]),
  );
  return {
    person:
      faults.length > 0
        ? undefined
        : { row, id: read.id, given, training: trainingOf(read, source.courses ?? [], hasColumn) },
    problems: faults.map((fault) => `Row ${row} of the table${who} ${fault}. It is left out until that is put right.`),
    notes: read.problems
      .filter(({ why }) => TAKEN.has(why))
      .map(
        ({ column, why }) =>
          `Row ${row} of the table${who}: '${column}' ${NOTED[why] ?? ""}. It is taken as it stands.`,
      ),
  };
}
