import { fromSerial, parseDate, toIso } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { textOf, type Cell } from "../read.ts";
import { OPEN_STATUSES } from "../status.ts";
import { fold } from "../text.ts";

type Kind = "text" | "date" | "number" | "yes-no" | "scheme" | "family-help";

/** A setting of a policy that has one value. */
export interface SingleValue {
  /** Where it stands in a policy, such as "trial.end". */
  readonly path: string;
  /** What the table calls it. */
  readonly word: string;
  readonly kind: Kind;
}

const inWords = (path: string): string =>
  path
    .replace(".", " ")
    .replace(/([a-z])([A-Z])(?=[a-z])/g, "$1 $2")
    .replace(/^\w| [A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

const of = (kind: Kind, ...paths: string[]): SingleValue[] =>
  paths.map((path) => ({ path, kind, word: inWords(path.replace("caseWeights.", "caseWeight.")) }));

/** In the order in which they are written. */
export const SINGLE_VALUES: readonly SingleValue[] = [
  ...of("text", "id", "title", "about"),
  ...of("date", "effectiveFrom"),
  ...of("scheme", "scheme"),
  ...of("family-help", "familyHelp"),
  ...of("date", "trial.start", "trial.end"),
  ...of("number", "trial.graceDays", "trial.warnDays", "supervision.dueSoonDays"),
  ...of("yes-no", "assessmentByOthers"),
  ...of("number", "jointVisitWorkingDays", "concernWorkingDays", "escalationWorkingDays", "unallocatedDays"),
  ...of("number", "registrationGraceDays", "registrationWarnDays", "snapshotDueDays", "acceptMonths"),
  ...of("number", "validMonths.assessment", "validMonths.sharing", "validMonths.signOff"),
  ...of("number", ...OPEN_STATUSES.map((code) => `caseWeights.${code}`)),
  ...of("text", "frontDoor", "outOfHours", "childRefPattern"),
  ...of("number", "retentionYears"),
];

const BY_WORD = new Map(SINGLE_VALUES.flatMap((one) => [one.word, one.path].map((word) => [fold(word), one] as const)));

/** The setting that a text names. */
export const singleValueNamed = (text: string): SingleValue | undefined => BY_WORD.get(fold(text));

/** What a cell says of a day, as an ISO date; undefined for what is none. */
export function isoDateOf(cell: Cell, date1904: boolean): string | undefined {
  const day = typeof cell === "number" ? fromSerial(cell, date1904) : parseDate(textOf(cell));
  return day === undefined ? undefined : toIso(day);
}

const WORDS: Readonly<Record<"yes-no" | "scheme" | "family-help", ReadonlyMap<string, string | boolean>>> = {
  "yes-no": new Map<string, boolean>([
    ["yes", true],
    ["true", true],
    ["no", false],
    ["false", false],
  ]),
  scheme: new Map(["trial", "adopted"].map((word) => [word, word])),
  "family-help": new Map([
    ["earlyhelp", "early-help"],
    ["ownstatus", "own-status"],
  ]),
};
const MUST: Readonly<Record<Exclude<Kind, "text">, string>> = {
  date: "a date, such as 4 October 2024",
  number: "a number",
  "yes-no": "yes or no",
  scheme: "trial or adopted",
  "family-help": "early help or own status",
};

/** A text as it was typed, with the lines of a longer one. */
const asTyped = (cell: Cell): string => (typeof cell === "string" ? cell.trim() : textOf(cell));

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === "number") return cell;
  const text = textOf(cell);
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

/** What a cell gives a setting, or what it must be instead, as a sentence. */
export function valueFrom(
  cell: Cell,
  { path, kind }: Pick<SingleValue, "path" | "kind">,
  date1904: boolean,
): { readonly value: unknown } | { readonly must: string } {
  if (kind === "text") return asTyped(cell) === "" && path !== "about" ? { must: "a text" } : { value: asTyped(cell) };
  const value =
    kind === "date"
      ? isoDateOf(cell, date1904)
      : kind === "number"
        ? numberOf(cell)
        : WORDS[kind].get(fold(textOf(cell)));
  return value === undefined ? { must: MUST[kind] } : { value };
}

/** A policy with one setting changed. */
export function withValue(policy: Policy, path: string, value: unknown): Policy {
  const [key, inner] = path.split(".") as [keyof Policy, string | undefined];
  return { ...policy, [key]: inner === undefined ? value : { ...(policy[key] as object), [inner]: value } };
}

/** What a policy has of a setting; undefined where it leaves it out. */
export const valueIn = (policy: Policy, { path }: Pick<SingleValue, "path">): string | number | boolean | undefined =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], policy) as
    string | number | boolean | undefined;

/** A setting's value as the table has it. */
export function cellFor(value: string | number | boolean, { kind }: Pick<SingleValue, "kind">): string | number {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return kind === "family-help" ? String(value).replace("-", " ") : value;
}
