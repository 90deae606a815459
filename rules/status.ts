import type { Policy } from "./policy.ts";
import { FEWEST_LETTERS, fold, nearest } from "./text.ts";

/** Case statuses, most of them those of Ofsted's Annex A, lists 2 and 6 to 9. */
const STATUSES = {
  EH: { label: "Early help", aliases: ["EHP", "TEH", "targeted early help", "intensive", "early help plan"] },
  FH: { label: "Family help", aliases: ["family help plan", "FHP"] },
  ASSESS: {
    label: "Open assessment",
    aliases: [
      "assessment",
      "C&F",
      "CFA",
      "C&F assessment",
      "child and family assessment",
      "single assessment",
      "open referral",
      "d) open assessment",
    ],
  },
  CIN: {
    label: "Child in need",
    aliases: [
      "s17",
      "section 17",
      "child in need plan",
      "CIN plan",
      "step down",
      "CIN step down",
      "c) child in need plan",
    ],
  },
  S47: {
    label: "Section 47 enquiry",
    aliases: ["section 47", "strategy", "strategy discussion", "section 47 enquiries"],
  },
  CP: {
    label: "Child protection",
    aliases: ["CPP", "child protection plan", "CP plan", "unborn CP", "b) child protection plan"],
  },
  PP: { label: "Pre-proceedings", aliases: ["PLO", "public law outline", "care proceedings", "court"] },
  CLA: {
    label: "Looked after",
    aliases: [
      "LAC",
      "looked after child",
      "CiC",
      "child in care",
      "children in care",
      "s20",
      "section 20",
      "child looked after",
      "a) looked after child",
    ],
  },
  CL: { label: "Care leaver", aliases: ["care leavers", "leaving care"] },
  CLOSED: { label: "Closed", aliases: ["closed episode", "e) closed episode", "NFA", "ceased"] },
} as const;

export type StatusCode = keyof typeof STATUSES;

export const STATUS_CODES = Object.keys(STATUSES) as readonly StatusCode[];

export const OPEN_STATUSES = STATUS_CODES.filter((code) => code !== "CLOSED");

/** A status as a sentence names it: "child in need". */
export const statusLabel = (code: StatusCode): string => STATUSES[code].label.toLowerCase();

/** "EH, ASSESS, … or CLOSED": what may be entered. */
export const STATUS_LIST = `${OPEN_STATUSES.join(", ")} or CLOSED`;

/** Those that ask the most of a lead first: what a text may mean is never offered as less than it may be. */
const BY_DUTY: readonly StatusCode[] = ["S47", "CP", "PP", "CLA", "ASSESS", "CIN", "FH", "EH", "CL", "CLOSED"];

/** What a child may not be left to somebody unqualified with: never lost behind a status that asks less. */
const PROTECTION: ReadonlySet<StatusCode> = new Set(["S47", "CP", "PP", "CLA"]);

/** Words that name protection or care inside a remark, where by themselves they are the text of no status. */
const IN_REMARKS: readonly (readonly [text: string, StatusCode])[] = [
  ["s 47", "S47"],
  ["sec 47", "S47"],
  ["ICPC", "S47"],
  ["strat", "S47"],
  ["CP conference", "CP"],
  ["LCPP", "CP"],
  ["pre proceedings", "PP"],
  ["proceedings", "PP"],
  ["s 20", "CLA"],
  ["CLA", "CLA"],
  ["accommodated", "CLA"],
  ["care order", "CLA"],
  ["ICO", "CLA"],
  ["EPO", "CLA"],
];

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** What cuts a status text into parts: "CP - Neglect", "CIN (CWD)", "Strategy/S47". */
const CUTS = / [-\u2013\u2014] |[/:,()]/;

/** The texts that mean a status, where a policy may have some of its own. */
export class StatusTexts {
  readonly #codes: ReadonlyMap<string, StatusCode>;
  /** Each text in words, with a blank at both ends. */
  readonly #words: readonly (readonly [words: string, StatusCode])[];

  constructor({ familyHelp, statuses }: Pick<Policy, "familyHelp" | "statuses">) {
    const shipped = STATUS_CODES.flatMap((code): [string, StatusCode][] => {
      const isEarlyHelp = code === "FH" && familyHelp === "early-help";
      return [code, STATUSES[code].label, ...STATUSES[code].aliases].map((text) => [text, isEarlyHelp ? "EH" : code]);
    });
    const own = statuses.flatMap(({ code, aliases }) => aliases.map((text): [string, StatusCode] => [text, code]));
    const all = [...shipped, ...own];
    this.#codes = new Map(all.map(([text, code]) => [fold(text), code]));
    this.#words = [...IN_REMARKS, ...all].map(([text, code]) => [wordsOf(text), code]);
  }

  /** Folded text and code, for finding the nearest. */
  get all(): Iterable<readonly [string, StatusCode]> {
    return this.#codes;
  }

  /** The one status that a text means; undefined where it means none, or may mean several. */
  only(text: string): StatusCode | undefined {
    const [first, ...more] = this.meanings(text);
    return more.length === 0 ? first : undefined;
  }

  /**
   * What a text that nobody knows may have been meant as: of the statuses that its parts or its words name, and the one
   * that it is a slip of the keyboard from, the one that asks the most. Only ever offered.
   */
  offered(text: string): StatusCode | undefined {
    const slip = fold(text).length < FEWEST_LETTERS ? undefined : nearest(text, this.#codes);
    const may = new Set([...this.meanings(text), ...this.#named(text), slip]);
    return BY_DUTY.find((code) => may.has(code));
  }

  /** The statuses that the words of a text name. */
  #named(text: string): StatusCode[] {
    const within = wordsOf(text);
    return this.#words.filter(([words]) => within.includes(words)).map(([, code]) => code);
  }

  /**
   * The statuses that a text may mean: one; none, where it means nothing that is known; or several among its parts. A
   * remark that names protection or care counts beside a status that asks less: "CIN - S47 ongoing" is not just a child
   * in need.
   */
  meanings(text: string): readonly StatusCode[] {
    const whole = this.#codes.get(fold(text));
    if (whole) return [whole];
    const parts = text.split(CUTS);
    const known = parts.flatMap((part) => this.#codes.get(fold(part)) ?? []);
    if (known.length === 0 || known.some((code) => PROTECTION.has(code))) return [...new Set(known)];
    const remarks = parts.filter((part) => !this.#codes.has(fold(part)));
    return [
      ...new Set([...known, ...remarks.flatMap((part) => this.#named(part)).filter((code) => PROTECTION.has(code))]),
    ];
  }
}
