import fc from "fast-check";
import type { Given, ServiceFacts } from "../../rules/check.ts";
import { isoDay, toIso, toSerial, type Day } from "../../rules/dates.ts";
import { EXAMPLE_REGISTER, EXAMPLE_ROW } from "../../rules/example-row.ts";
import { FIELD_IDS, FIELDS, REGISTER_FIELD_IDS, REGISTER_FIELDS, type FieldId, type Kind } from "../../rules/fields.ts";
import { kentTrial2024, POLICIES } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import type { Cell } from "../../rules/read.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import type { RawPractitioner, RegisterSource } from "../../rules/register.ts";
import type { Sheet } from "../../rules/sheet.ts";

/** Every run draws the same values: a failure is found again. */
export const runs = (numRuns: number) => ({ numRuns, seed: 20_241_004 });

const ODD: readonly Cell[] = [
  "\u00A0",
  "\u200B",
  "\u200E",
  "\u00AD",
  "\u2028",
  "\u0000\u0007",
  "\uD800",
  "👩‍👧",
  ",",
  "a,b,c",
  "'",
  "=1+1",
  "—",
  "İ",
  -1,
  -0,
  0.5,
  60,
  2_958_466,
  1e21,
  1e308,
  Number.NaN,
  Infinity,
  -Infinity,
  true,
  false,
  { unreadable: true },
  "#N/A",
  "#REF!",
  "#DIV/0!",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "31/09/2024",
  "4/10/24",
  "x".repeat(300),
];

/** A cell such as no template expects. */
export const oddCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...ODD),
  fc.double(),
  fc.integer(),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const blankCell: fc.Arbitrary<Cell> = fc.constantFrom("", null, undefined, " ", "n/a", "TBC", "-", 0);

const day = (from: string, to: string): fc.Arbitrary<Day> => fc.integer({ min: isoDay(from), max: isoDay(to) });
const likelyDay = fc.oneof(
  { weight: 9, arbitrary: day("2024-08-01", "2025-06-30") },
  { weight: 1, arbitrary: day("1985-01-01", "2032-12-31") },
);
const likelyDate: fc.Arbitrary<Cell> = likelyDay.chain((one) =>
  fc.constantFrom(toIso(one), toSerial(one), toIso(one).split("-").reverse().join("/")),
);

const roles = fc.constantFrom(
  "Social Work Assistant",
  "SWA",
  "Social Worker",
  "NQSW",
  "PS",
  "Team Manager",
  "EHP",
  "Teacher",
  "HV",
  "Police",
  "Wizard",
);
const names = fc.constantFrom(
  "Sam Assistant",
  "A1",
  "Assistant, Sam",
  "Noa Newcomer",
  "Pat Supervisor",
  "Max Manager",
  "Kim Socialworker",
  "Lee Lapsed",
  "Eli Earlyhelp",
  "Tay Teacher",
  "Jo Twin",
  "Una Nowhere",
  "Dover",
);

const LIKELY: Readonly<Record<Kind, fc.Arbitrary<Cell>>> = {
  text: fc.constantFrom("C-1", "c-1 ", "C-2", "C-3", "Ann Example", 1234),
  "yes-no": fc.constantFrom("yes", "No", "y", true, "perhaps"),
  filled: fc.constantFrom("yes", "no", "asked for by the family"),
  team: fc.constantFrom("Thanet", "T&M", "gravesham", "Maidstone", "Thannet", "Atlantis"),
  status: fc.constantFrom("CIN", "CIN", "CIN", "EH", "C&F", "s47", "CP", "LAC", "CL", "Closed", "banana"),
  date: likelyDate,
  complexity: fc.constantFrom(1, 2, 3, "High", "purple"),
  person: names,
  role: roles,
  number: fc.constantFrom(0, 1, 5, "3", -1, "most"),
  service: fc.constantFrom("social care", "school", "health", "grandparents"),
};

/** A cell as people fill it: mostly sensible, sometimes blank, now and then anything at all. */
const cellOf = (likely: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 8, arbitrary: likely }, { weight: 2, arbitrary: blankCell }, { weight: 1, arbitrary: oddCell });

/** A row that breaks nothing but for a cell in six, or one in which anything goes. */
const rowOf = (fields: readonly FieldId[]): fc.Arbitrary<Cell[]> => {
  const wild = (id: FieldId) => cellOf(LIKELY[FIELDS[id].kind]);
  const usual = (id: FieldId) => (id === "childRef" ? LIKELY.text : fc.constant(EXAMPLE_ROW[id]));
  const tame = (id: FieldId) => fc.oneof({ weight: 5, arbitrary: usual(id) }, { weight: 1, arbitrary: wild(id) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(...fields.map(tame)) },
    { weight: 1, arbitrary: fc.tuple(...fields.map(wild)) },
  );
};
const blankRow = fc.array(fc.constantFrom<Cell>("", null, undefined, " ", "\u00A0"), { maxLength: 5 });

const someColumns = fc.oneof(
  fc.shuffledSubarray([...FIELD_IDS], { minLength: FIELD_IDS.length }),
  fc.shuffledSubarray([...FIELD_IDS], { minLength: FIELD_IDS.length - 4 }),
  fc.shuffledSubarray([...FIELD_IDS]),
);

export const columnsOf = (fields: readonly FieldId[]): ReadonlyMap<FieldId, number> =>
  new Map(fields.map((id, column) => [id, column]));

/** Any columns in any order over any rows. */
export const anySheet = (maxRows = 14): fc.Arbitrary<Sheet> =>
  someColumns.chain((fields) =>
    fc.record({
      columns: fc.constant(columnsOf(fields)),
      rows: fc.array(fc.oneof({ weight: 9, arbitrary: rowOf(fields) }, { weight: 1, arbitrary: blankRow }), {
        maxLength: maxRows,
      }),
      date1904: fc.boolean(),
      isPart: fc.boolean(),
    }),
  );

const REGISTER_CELLS: Readonly<Record<(typeof REGISTER_FIELD_IDS)[number], fc.Arbitrary<Cell>>> = {
  name: names,
  id: fc.constantFrom("A1", "W1", "M9"),
  role: roles,
  team: LIKELY.team,
  registration: fc.constantFrom("SW100001", "none", "pending"),
  registeredTo: likelyDate,
  level: LIKELY.complexity,
  signedOffOn: likelyDate,
  caseLimit: LIKELY.number,
  protectedTime: LIKELY["yes-no"],
  absentFrom: likelyDate,
  absentTo: likelyDate,
};
const anyTraining = fc.array(
  fc.record({
    course: fc.constantFrom(...kentTrial2024.courses.map(({ name }) => name), "Chairing", "__proto__"),
    completedOn: cellOf(likelyDate),
    bookedFor: cellOf(likelyDate),
  }),
  { maxLength: 2 },
);
const registerCells = Object.fromEntries(
  REGISTER_FIELD_IDS.map((id) => [id, cellOf(REGISTER_CELLS[id])]),
) as typeof REGISTER_CELLS;
const anyPractitioner: fc.Arbitrary<RawPractitioner> = fc.oneof(
  fc.constantFrom(...EXAMPLE_REGISTER),
  fc.record({ ...registerCells, training: anyTraining }, { requiredKeys: [] }),
);
const registerTable: fc.Arbitrary<RegisterSource> = fc
  .shuffledSubarray([...REGISTER_FIELD_IDS])
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids.map((id) => REGISTER_FIELDS[id].header)),
      fc.array(fc.tuple(...ids.map((id) => registerCells[id])), { maxLength: 8 }),
      fc.boolean(),
    ),
  )
  .map(([headers, rows, date1904]) => registerFromTable(headers, rows, kentTrial2024, date1904));

/** No register, one of records, or a workbook's table. */
export const anyRegister: fc.Arbitrary<RegisterSource | undefined> = fc.oneof(
  fc.constant(undefined),
  { weight: 3, arbitrary: fc.constant({ practitioners: EXAMPLE_REGISTER }) },
  fc
    .array(anyPractitioner, { maxLength: 10 })
    .map((practitioners) => ({ practitioners: [...EXAMPLE_REGISTER, ...practitioners] })),
  fc.array(anyPractitioner, { maxLength: 10 }).map((practitioners) => ({ practitioners })),
  registerTable,
);

const days = fc.nat(60);
const months = fc.integer({ min: 1, max: 36 });
const CHANGES = {
  scheme: fc.constantFrom("trial", "adopted"),
  trial: fc.record(
    { end: day("2024-10-05", "2026-12-31").map(toIso), graceDays: days, warnDays: days },
    { requiredKeys: [] },
  ),
  socialWorkerOnly: fc.subarray(["EH", "ASSESS", "CIN", "S47", "CP", "CLA", "CL"]),
  overseeEarlyHelp: fc.boolean(),
  supervision: fc.record(
    { every: fc.oneof(fc.record({ months }), fc.record({ days: fc.integer({ min: 1, max: 90 }) })), dueSoonDays: days },
    { requiredKeys: [] },
  ),
  courses: fc.subarray([
    ...kentTrial2024.courses,
    { name: "Chairing", from: "2024-12-01" },
    { name: "__proto__", from: "2024-01-01" },
  ]),
  assessmentByOthers: fc.boolean(),
  jointVisitWorkingDays: days,
  concernWorkingDays: days,
  escalationWorkingDays: days,
  validMonths: fc.record({ assessment: months, sharing: months, signOff: months }, { requiredKeys: [] }),
  childRefPattern: fc.constantFrom("^\\d+$", "^[A-Z]-", "."),
  rulesOff: fc.subarray(["LP-01", "LP-03", "LP-13", "LP-16", "LP-24", "LP-30"]),
  serviceManagers: fc.subarray([
    { team: "thanet", name: "Sue Servicemanager" },
    { team: "maidstone", name: "Mo Servicemanager" },
  ]),
};

/** A shipped policy with any valid changes. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(fc.constantFrom(...POLICIES), fc.record(CHANGES, { requiredKeys: [] }))
  .map(([policy, changes]) => mergePolicy(policy, changes));

export const anyDay = fc.oneof(
  { weight: 4, arbitrary: day("2024-09-01", "2025-07-31") },
  { weight: 1, arbitrary: day("1900-01-01", "2100-12-31") },
);

const anyService: fc.Arbitrary<ServiceFacts> = fc.record(
  {
    leads: fc.dictionary(
      fc.constantFrom("C-1", "C-2"),
      fc.record({ lead: names, team: fc.constant("Dover"), listOf: likelyDay.map(toIso) }),
    ),
    cases: fc.dictionary(names, fc.nat(9)),
    returns: fc.array(
      fc.record({ team: fc.constantFrom("Dover", "Thanet"), hasSnapshot: fc.boolean(), hasFeedback: fc.boolean() }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** Any date, policy, register and facts of the service. */
export const anyGiven: fc.Arbitrary<Given> = fc.record({
  asOf: anyDay,
  policy: anyPolicy,
  register: anyRegister,
  service: fc.option(anyService, { nil: undefined }),
});
