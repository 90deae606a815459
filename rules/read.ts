import { DateColumn } from "./date-column.ts";
import { fromSerial, isoDay, LAST_SERIAL, parseDate, type Day } from "./dates.ts";
import { RULE_IDS, type RuleId } from "./rule-ids.ts";
import type { StatusCode } from "./status.ts";
import type { Terms } from "./terms.ts";
import type { Undated } from "./row.ts";
import { clean, fold, isErrorValue } from "./text.ts";

/**
 * A raw cell: text, a number (dates are Excel serials), a boolean, blank ("" or null), a formula of which the file
 * holds no value, or a cell whose text stayed behind in the workbook because it could not be read there.
 */
export type Cell =
  string | number | boolean | null | undefined | { readonly unreadable: true } | { readonly notCalculated: true };

/** A formula that a file holds without its value, as some tools write them: never blank, never nothing. */
export const NOT_CALCULATED = { notCalculated: true } as const;

/** Why a cell or a value has no meaning that a rule could use; the names are those of LP-31 and LP-32. */
export type Why = "unreadable" | "future" | "before-1990" | "not-calculated" | "unknown-status" | "unreadable-value";

/** A value that is there and cannot be used. */
export class Problem {
  readonly why: Why;
  /** The statuses that a text may mean of which nobody can tell. */
  readonly possible: readonly StatusCode[] | undefined;

  constructor(why: Why, possible?: readonly StatusCode[]) {
    this.why = why;
    this.possible = possible;
  }
}

const UNREADABLE = new Problem("unreadable");
const FUTURE = new Problem("future");
const BEFORE_1990 = new Problem("before-1990");
const UNKNOWN_STATUS = new Problem("unknown-status");
const UNREADABLE_VALUE = new Problem("unreadable-value");
const UNCALCULATED = new Problem("not-calculated");

/** What a cell says: undefined for a blank one. */
export type Read<T> = T | undefined | Problem;
export type Reader<T> = (cell: Cell) => Read<T>;

/** Whether a value is there to be used. */
export const isUsable = <T>(value: Read<T>): value is T => value !== undefined && !(value instanceof Problem);

const FIRST_DAY = isoDay("1990-01-01");
/** 1 March 1900: from here on, serials and days keep step. */
const FIRST_SERIAL = 61;

/** The text of a cell as a person would see it typed; "" for a blank one and for one whose text stayed behind. */
export function textOf(cell: Cell): string {
  if (typeof cell === "string") return clean(cell);
  return cell === null || cell === undefined || typeof cell === "object" ? "" : String(cell).toUpperCase();
}

/** Nothing typed. A 0 is what a formula shows for an empty cell, so it is blank wherever 0 is no answer. */
function isEmpty(cell: Cell): boolean {
  if (typeof cell === "string") return cell.length === 0;
  return cell === null || cell === undefined || cell === 0;
}

/** The text of a cell that holds a name, a code or a number as text; "" where nothing was typed. */
export const typed = (cell: Cell): string => (isEmpty(cell) ? "" : textOf(cell));

const blankDates = new Set(["", "n/a", "na", "tbc", "none", "-", "–", "—"]);
const blankPeople = new Set([
  ...blankDates,
  "tba",
  "unallocated",
  "duty",
  "vacant",
  "?",
  "unalloc",
  "u/a",
  "n/k",
  "vacancy",
  "not allocated",
  "not yet allocated",
  "to be allocated",
  "to be confirmed",
  "to allocate",
  "for allocation",
  "awaiting allocation",
  "pending allocation",
  "awaiting worker",
  "no worker",
  "no sw",
  "no social worker",
  "waiting list",
  "duty team",
  "duty sw",
  "duty worker",
  "duty social worker",
]);
/** What begins a text that names nobody yet, whatever it says of who may come: "TBC - Team Manager". */
const NOBODY_YET = /^(?:tbc|tba|unallocated|not allocated|vacant|vacancy) ?[-\u2013\u2014:,/] ?/;

/** Whether a text in a person column names nobody ("TBC", "Duty", "Unallocated - duty"). */
export const isNobody = (text: string): boolean => {
  const lower = text.toLowerCase();
  return blankPeople.has(lower) || NOBODY_YET.test(lower);
};

type LostCell = Exclude<Extract<Cell, object>, null>;

const lost = (cell: LostCell, whenLost: Problem): Problem => ("notCalculated" in cell ? UNCALCULATED : whenLost);

/** A reader of texts, each distinct one read once: blanks and cells whose text stayed behind are dealt with before. */
export function textReader<T>(read: (text: string) => Read<T>, whenLost: Problem = UNREADABLE_VALUE): Reader<T> {
  const seen = new Map<Cell, Read<T>>();
  const readFresh = (cell: Cell): Read<T> => {
    const text = textOf(cell);
    const fresh = text === "" ? undefined : isErrorValue(text) ? UNREADABLE_VALUE : read(text);
    seen.set(cell, fresh);
    return fresh;
  };
  return (cell) => {
    if (isEmpty(cell)) return undefined;
    if (typeof cell === "object" && cell !== null) return lost(cell, whenLost);
    const known = seen.get(cell);
    return known !== undefined || seen.has(cell) ? known : readFresh(cell);
  };
}

/** Any date that Excel or a person writes without ambiguity: a serial, an ISO date, d/m/yyyy, a month by its name. */
export function anyDateReader(date1904: boolean, column = new DateColumn()): Reader<Day> {
  const ofText = textReader((text) => {
    if (blankDates.has(text.toLowerCase())) return undefined;
    return column.isDoubtful(text) ? UNREADABLE : (parseDate(text) ?? UNREADABLE);
  }, UNREADABLE);
  return (cell) => {
    if (typeof cell !== "number" || cell === 0) return cell === true || cell === false ? UNREADABLE : ofText(cell);
    return fromSerial(cell, date1904) ?? UNREADABLE;
  };
}

/** Why a date that can be read could not have happened; undefined if it could. */
export function impossible(day: Day, asOf: Day, isForward: boolean): Problem | undefined {
  if (day < FIRST_DAY) return BEFORE_1990;
  return day > asOf && !isForward ? FUTURE : undefined;
}

/** A date of a row: one that could not have happened is a problem, not a date. */
export function dateReader(date1904: boolean, asOf: Day, isForward: boolean, column?: DateColumn): Reader<Day> {
  const read = anyDateReader(date1904, column);
  const zero = Number(fromSerial(FIRST_SERIAL, date1904)) - FIRST_SERIAL;
  const last = isForward ? Number(fromSerial(LAST_SERIAL, false)) : asOf;
  return (cell) => {
    if (typeof cell === "number") {
      // Nearly every date is a serial that needs no further question.
      const day = Math.floor(cell) + zero;
      if (day >= FIRST_DAY && day <= last) return day;
    }
    const day = read(cell);
    return typeof day === "number" ? (impossible(day, asOf, isForward) ?? day) : day;
  };
}

const DONE = new Set(["yes", "y", "true", "done", "completed", "complete", "recorded"]);
const NOT_DONE = new Set(["no", "n", "false", "notdone", "notcompleted", "notrecorded"]);
const NOT_ABLE = new Set(["tooyoung", "tooyoungtosay", "unborn", "notable"]);

/** A date that only says whether something was done: "yes" says it without a day, "no" is a blank. `mayBeNotAble`: a child may be too young to ask. */
export function answerReader(dates: Reader<Day>, mayBeNotAble: boolean): Reader<Day | Undated> {
  const ofText = textReader<Day | Undated>((text) => {
    const folded = fold(text);
    if (NOT_DONE.has(folded)) return undefined;
    if (DONE.has(folded)) return "done";
    return mayBeNotAble && NOT_ABLE.has(folded) ? "not-able" : dates(text);
  }, UNREADABLE);
  return (cell) => (typeof cell === "number" ? dates(cell) : ofText(cell));
}

const lookUp = <T>(table: Readonly<Record<string, T>>): Reader<T> => {
  const byText = new Map(Object.entries(table));
  return textReader((text) => byText.get(fold(text)) ?? UNREADABLE_VALUE);
};

export type YesNo = "yes" | "no";

export const readYesNo = lookUp<YesNo>({ yes: "yes", y: "yes", true: "yes", no: "no", n: "no", false: "no" });

/** Only whether something is written: "no" and the usual marks for nothing are nothing. */
export const readFilled: Reader<YesNo> = (cell) => {
  if (isEmpty(cell)) return undefined;
  if (typeof cell === "object" && cell !== null && "notCalculated" in cell) return UNCALCULATED;
  const text = textOf(cell);
  if (isErrorValue(text)) return UNREADABLE_VALUE;
  return isNobody(text) || readYesNo(text) === "no" ? undefined : "yes";
};

/** How complex a case is, or the most complex that someone is signed off for. */
export type Level = 1 | 2 | 3;

export const readLevel = lookUp<Level>({ 1: 1, 2: 2, 3: 3, low: 1, medium: 2, high: 3 });

export const SERVICES = ["social care", "early help", "education", "health", "partner"] as const;
export type Service = (typeof SERVICES)[number];

export const readService = lookUp<Service>({
  socialcare: "social care",
  childrenssocialcare: "social care",
  socialwork: "social care",
  earlyhelp: "early help",
  familyhelp: "early help",
  education: "education",
  school: "education",
  health: "health",
  partner: "partner",
  partneragency: "partner",
  police: "partner",
  housing: "partner",
  voluntarysector: "partner",
});

const ofCountText = textReader((text) => (/^\d{1,4}$/.test(text) ? Number(text) : UNREADABLE_VALUE));

/** How many: a whole number from 0, whether stored as a number or as text. */
export const readCount: Reader<number> = (cell) => (cell === 0 ? 0 : ofCountText(cell));

/** A reader of statuses as a policy knows them: a text of several meanings is none, and its problem names them. */
export const statusReader = (terms: Pick<Terms, "statuses">): Reader<StatusCode> =>
  textReader((text) => {
    const [only, ...others] = terms.statuses(text);
    if (only === undefined) return UNKNOWN_STATUS;
    return others.length === 0 ? only : new Problem("unknown-status", [only, ...others]);
  }, UNKNOWN_STATUS);

const BY_FOLD = new Map(RULE_IDS.map((id): [string, RuleId] => [fold(id), id]));

/** Rules by their ids, as people list them: "LP-13, LP-19". Anything else among them, and none of it is read. */
export const readRules: Reader<readonly RuleId[]> = textReader((text) => {
  const parts = text.split(/[,;&\n]| and /).filter((part) => part.trim() !== "");
  const ids = parts.flatMap((part) => BY_FOLD.get(fold(part)) ?? []);
  return ids.length > 0 && ids.length === parts.length ? [...new Set(ids)] : UNREADABLE_VALUE;
});

/** A reference as it was typed; an error cell is none. Not remembered: each is read once. */
export const readText: Reader<string> = (cell) => {
  if (isEmpty(cell)) return undefined;
  const text = textOf(cell);
  if (text === "") return typeof cell === "object" && cell !== null ? lost(cell, UNREADABLE_VALUE) : undefined;
  return isErrorValue(text) ? UNREADABLE_VALUE : text;
};
