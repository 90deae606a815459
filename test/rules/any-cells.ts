import fc from "fast-check";
import { isoDay, toIso, toSerial, type Day } from "../../rules/dates.ts";
import type { Kind } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";

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

export const day = (from: string, to: string): fc.Arbitrary<Day> => fc.integer({ min: isoDay(from), max: isoDay(to) });
export const likelyDay = fc.oneof(
  { weight: 9, arbitrary: day("2024-08-01", "2025-06-30") },
  { weight: 1, arbitrary: day("1985-01-01", "2032-12-31") },
);
export const likelyDate: fc.Arbitrary<Cell> = likelyDay.chain((one) =>
  fc.constantFrom(toIso(one), toSerial(one), toIso(one).split("-").reverse().join("/")),
);

export const roles = fc.constantFrom(
  "Social Work Assistant",
  "SWA",
  "Social Worker",
  "NQSW",
  "PS",
  "Team Manager",
  "EHP",
  "FHLP",
  "Teacher",
  "HV",
  "Police",
  "Wizard",
);
export const names = fc.constantFrom(
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

export const LIKELY: Readonly<Record<Kind, fc.Arbitrary<Cell>>> = {
  text: fc.constantFrom("C-1", "c-1 ", "C-2", "C-3", "Ann Example", 1234),
  "yes-no": fc.constantFrom("yes", "No", "y", true, "perhaps"),
  filled: fc.constantFrom("yes", "no", "asked for by the family"),
  team: fc.constantFrom("Thanet", "T&M", "gravesham", "Maidstone", "Thannet", "Atlantis"),
  status: fc.constantFrom(
    "CIN",
    "CIN",
    "CIN",
    "CIN / CP",
    "EH",
    "Family help",
    "C&F",
    "s47",
    "CP",
    "LAC",
    "CL",
    "Closed",
    "banana",
  ),
  date: likelyDate,
  complexity: fc.constantFrom(1, 2, 3, "High", "purple"),
  person: names,
  role: roles,
  number: fc.constantFrom(0, 1, 5, "3", -1, "most"),
  rules: fc.constantFrom("LP-13", "LP-19 and LP-24", "lp13", "everything"),
  service: fc.constantFrom("social care", "school", "health", "grandparents"),
};

/** A cell as people fill it: mostly sensible, sometimes blank, now and then anything at all. */
export const cellOf = (likely: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 8, arbitrary: likely }, { weight: 2, arbitrary: blankCell }, { weight: 1, arbitrary: oddCell });
