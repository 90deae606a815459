export interface Expected {
  readonly today: string;
  readonly policy?: string;
  readonly code: number;
  /** How many rows with anything in them each list has, in the order of the workbook: "Cases 4". */
  readonly lists: readonly string[];
  /** "sheet row" -> what must be among the findings of that row, or `-` for none. */
  readonly finds?: Readonly<Record<string, string>>;
  /** "sheet row" -> its child ref. */
  readonly refs?: Readonly<Record<string, string>>;
  /** "sheet row" -> its verdict. */
  readonly verdicts?: Readonly<Record<string, string>>;
  /** The day that the workbook names, where it names one. */
  readonly asOf?: string;
  readonly never?: readonly string[];
  /** What is said of how the workbook was read. */
  readonly says?: readonly (string | RegExp)[];
  readonly onSheet?: readonly string[];
}

export const KENT_DAY = "2024-11-30";
const ENGLAND = { today: "2026-11-26", policy: "england-2026" };

/** Every workbook that other tools made, and what the command line, the pane and LP.CHECK alike must show of it. */
export const INPUTS: readonly (readonly [name: string, expected: Expected])[] = [
  [
    "ordinary-team",
    {
      today: "2026-11-26",
      code: 1,
      lists: ["Caseload 26"],
      finds: { "Caseload 14": "LP-01/no-social-worker", "Caseload 29": "LP-08/not-named", "Caseload 7": "-" },
      says: ["Left out as totals: row 31."],
    },
  ],
  [
    "months",
    {
      today: "2026-11-26",
      code: 1,
      lists: ["Oct 180", "Nov 180", "Dec 180"],
      never: ["LP-02/two-leads", "LP-08/own-overseer", "LP-32/unknown-status"],
      says: [/^Looked at apart from 'Oct' and 'Dec', by the child refs/],
    },
  ],
  [
    "renewal",
    {
      ...ENGLAND,
      code: 1,
      lists: ["Cases 80"],
      finds: { "Cases 2": "LP-35/ending-soon", "Cases 3": "-" },
      never: ["LP-03", "LP-08", "LP-13"],
    },
  ],
  ["renewal", { ...ENGLAND, today: "2026-11-30", code: 1, lists: ["Cases 80"], never: ["LP-03", "LP-08", "LP-13"] }],
  [
    "renewal",
    {
      ...ENGLAND,
      today: "2026-12-01",
      code: 1,
      lists: ["Cases 80"],
      finds: { "Cases 2": "LP-08/lapsed", "Cases 4": "LP-03/registration-ended" },
      never: ["LP-10", "LP-13", "LP-18"],
    },
  ],
  [
    "renewal",
    {
      ...ENGLAND,
      today: "2026-12-15",
      code: 1,
      lists: ["Cases 80"],
      verdicts: { "Cases 2": "Not eligible", "Cases 4": "Not eligible" },
    },
  ],
  [
    "familyhelp",
    {
      ...ENGLAND,
      code: 1,
      lists: ["Cases 7"],
      verdicts: { "Cases 4": "Not eligible", "Cases 6": "Not eligible" },
      finds: {
        "Cases 2": "LP-08/not-named",
        "Cases 3": "LP-08/perhaps-not-overseen",
        "Cases 4": "LP-03/not-social-worker",
        "Cases 6": "LP-03/not-social-worker",
      },
    },
  ],
  [
    "tabs",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Thanet 4", "Dover 4"],
      finds: {
        "Thanet 2": "LP-02/two-leads",
        "Dover 2": "LP-02/two-leads",
        "Thanet 3": "LP-25/over-limit",
        "Dover 5": "LP-25/over-limit",
      },
      says: [/^Looked at together with 'Dover', by the child refs/],
    },
  ],
  [
    "flood",
    {
      today: "2026-11-26",
      code: 1,
      lists: ["Cases 60"],
      never: ["LP-31/unreadable", "LP-32/unreadable-value"],
      onSheet: ["LP-31/undated"],
    },
  ],
  [
    "annex-a",
    {
      ...ENGLAND,
      code: 1,
      lists: ["List 6 3", "List 7 3", "List 8 2"],
      finds: {
        "List 7 2": "LP-03/not-social-worker",
        "List 7 4": "LP-01/no-social-worker",
        "List 8 3": "LP-03/cannot-tell",
      },
      says: [/^Every case of this list is taken to be CP/, /^Every case of this list is taken to be CLA/],
    },
  ],
  ["practitioners-reg-number", { today: KENT_DAY, code: 0, lists: ["Cases 1"], verdicts: { "Cases 2": "Clear" } }],
  ["practitioners-registration-no", { today: KENT_DAY, code: 0, lists: ["Cases 1"], verdicts: { "Cases 2": "Clear" } }],
  ["choices-kept", { today: "2025-06-02", code: 1, lists: ["Cases 42"], never: ["LP-06"] }],
  [
    "02-rows-below-table",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 4"],
      finds: { "Cases 4": "LP-01/not-named", "Cases 5": "LP-33/unknown-person" },
      says: ["Below the end of the table CaseTable, and checked with it: rows 4 and 5."],
    },
  ],
  [
    "02d-two-plain-lists",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 2", "Cases 2"],
      finds: { "Cases 8": "LP-01/not-named" },
      refs: { "Cases 9": "C4" },
    },
  ],
  ["02f-side-by-side", { today: KENT_DAY, code: 1, lists: ["Cases 2", "Cases 2"], refs: { "Cases 2": "C1" } }],
  [
    "03-merged-lead",
    { today: KENT_DAY, code: 0, lists: ["Cases 3"], verdicts: { "Cases 3": "Clear", "Cases 4": "Clear" } },
  ],
  [
    "04-zero-padded-ref",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 3"],
      refs: { "Cases 2": "001234" },
      finds: { "Cases 3": "LP-34/duplicate-row" },
    },
  ],
  [
    "51-two-leads-padded",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 2"],
      refs: { "Cases 2": "001234", "Cases 3": "001234" },
      finds: { "Cases 2": "LP-02/two-leads", "Cases 3": "LP-02/two-leads" },
    },
  ],
  [
    "09-hidden-sheet",
    { today: KENT_DAY, code: 0, lists: ["Cases 2"], says: ["The sheet 'Old' is hidden and was not checked."] },
  ],
  ["13-lead-from-other-sheet", { today: KENT_DAY, code: 0, lists: ["Cases 2"], verdicts: { "Cases 2": "Clear" } }],
  ["48a-checkdate", { today: "2026-11-26", code: 0, lists: ["Cases 2"], asOf: KENT_DAY }],
  [
    "50-lookups-first-row-typed-over",
    {
      today: KENT_DAY,
      code: 1,
      lists: ["Cases 5"],
      verdicts: { "Cases 6": "Not eligible" },
      finds: { "Cases 6": "LP-03/not-social-worker" },
    },
  ],
  [
    "52a-prepared-rows-na",
    { today: KENT_DAY, code: 0, lists: ["Cases 2"], says: [/^Left out, .*: rows 4, 5, 6, 7 and 8\.$/] },
  ],
  [
    "52b-prepared-rows-zero",
    { today: KENT_DAY, code: 0, lists: ["Cases 2"], says: [/^Left out, .*: rows 4, 5, 6, 7 and 8\.$/] },
  ],
  [
    "rich-manager",
    {
      today: "2026-11-26",
      asOf: KENT_DAY,
      code: 1,
      lists: ["Dover cases 20"],
      finds: { "Dover cases 6": "LP-03/not-social-worker" },
      says: [
        "The sheet 'Lists' is hidden and was not checked.",
        "1 row is hidden in Excel and was checked all the same: 7.",
        "1 column is hidden in Excel and was read all the same: 'Case status'.",
      ],
    },
  ],
  [
    "allocations-1904-x15",
    { today: "2026-11-26", asOf: KENT_DAY, code: 1, lists: ["Cases 42"], never: ["LP-31/future"] },
  ],
  [
    "inline-v-and-is",
    { today: KENT_DAY, code: 1, lists: ["Cases 1"], refs: { "Cases 2": "KC-300001" }, onSheet: ["LP-33/no-register"] },
  ],
  ["name-external", { today: "2026-11-26", code: 1, lists: ["Cases 6"], onSheet: ["LP-33/no-register"] }],
  ["sheet-history", { today: "2026-11-26", code: 1, lists: ["History 6"], onSheet: ["LP-33/no-register"] }],
];
