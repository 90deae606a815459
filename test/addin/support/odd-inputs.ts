import { KENT_DAY, type Expected } from "./expected-of-inputs.ts";

type Calculated = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** Their formulas have no stored values: Excel calculates them as it opens the file, and the command line cannot. */
export const NOT_CALCULATED: readonly (readonly [name: string, expected: Expected, inExcel: Calculated])[] = [
  [
    "01-formula-no-value",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 2"],
      finds: { "Cases 3": "LP-31/not-calculated" },
      says: [/^2 cells hold formulas that were never calculated/],
    },
    { Cases: { D3: "Sam Assistant", F3: 45_579 } },
  ],
  [
    "01c-row-all-formulas-no-value",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 2"],
      finds: { "Cases 3": "LP-31/not-calculated" },
      says: [/^8 cells hold formulas that were never calculated/],
    },
    { Cases: { A3: "C3", B3: "Thanet", C3: "CIN", D3: "Sam Assistant", E3: 1, F3: 1, G3: 1, H3: 1 } },
  ],
  [
    "errors",
    {
      today: "2026-11-26",
      code: 1,
      lists: ["Cases 6"],
      finds: { "Cases 3": "LP-32/unreadable-value" },
      says: [/^1 cell holds a formula that was never calculated/],
    },
    {},
  ],
];

/** Refused with a sentence, and checked as of no other day. */
export const REFUSED = [
  ["48h-checkdate", /LP_CheckDate is the formula #REF!, whose result is not known, which is no date\./],
  ["31-sensitivity-label", /encrypted by its sensitivity label: only Excel can open it/],
] as const;
