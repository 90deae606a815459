import { clean, foldName } from "../../../../rules/text.ts";
import { teamsIn, type Policy } from "../../../../rules/policy.ts";
import { termsOf } from "../../../../rules/terms.ts";

/** What a text is compared with. */
export interface KnownNames {
  readonly policy: Policy;
  /** Names on the sheet and on the register. */
  readonly names: readonly string[];
  /** Child refs on the sheet. */
  readonly refs: readonly string[];
}

/** Words that begin a sentence, or stand before a name of a place: with one of them two capitals are no name. */
const COMMON = new Set(
  [
    "a after all also an and as at because before both but by dear during each every few for from he her his how i if in it its last many more",
    "most my new next no none not now of on once one our please she since so some thank thanks that the their then there these they this those",
    "to two until we what when where while who why with january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
  ]
    .join(" ")
    .split(" "),
);

/** Looks ahead for the second word, so that it may be the first of the next pair. */
const TWO_CAPITALS = /(?<![\p{L}\p{N}'’-])(\p{Lu}[\p{L}'’-]+)(?= (\p{Lu}[\p{L}'’-]*\p{L}))/gu;
/** Nearly everything with a digit could be a reference: only what no date, count or share looks like. */
const IS_PLAIN_NUMBER = /^[£]?\d{1,4}([.,:/-]\d{1,4}){0,2}(%|st|nd|rd|th|am|pm|s)?$/i;
const SHORTEST_REF = 4;
const SHORTEST_SURNAME = 3;
const RULE = /^LP-?\d{2}$/i;

const SAID_OFTEN = [
  "Social Worker",
  "Social Work",
  "Early Help",
  "Working Together",
  "Lead Professional",
  "Family Hub",
  "Child Protection",
];

/** The text without what the council itself calls by capitals: teams, roles, courses. */
function withoutThings(text: string, policy: Policy): string {
  const things = [
    ...[...teamsIn(policy), ...policy.roles].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...policy.courses.map(({ name }) => name),
    policy.title,
    policy.frontDoor,
    ...SAID_OFTEN,
  ]
    .filter((thing) => thing !== "")
    .sort((a, b) => b.length - a.length);
  const any = things.map((thing) => thing.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})s?(?![\\p{L}\\p{N}])`, "giu"), "·");
}

function capitals(text: string, { policy }: KnownNames): string[] {
  return [...withoutThings(text, policy).matchAll(TWO_CAPITALS)].flatMap(([, first = "", second = ""]) =>
    COMMON.has(first.toLowerCase()) || COMMON.has(second.toLowerCase()) ? [] : [`${first} ${second}`],
  );
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s,;()"“”]+/u)
    .map((word) => word.replace(/^['‘]+|[.!?:'’]+$/gu, ""))
    .filter((word) => word !== "");

function references(text: string, { policy, refs }: KnownNames): string[] {
  const terms = termsOf(policy);
  const onSheet = new Set(refs.map((ref) => clean(ref).toUpperCase()));
  return wordsOf(text).filter((word) => {
    if (onSheet.has(word.toUpperCase())) return true;
    return (
      word.length >= SHORTEST_REF &&
      /\d/.test(word) &&
      !IS_PLAIN_NUMBER.test(word) &&
      !RULE.test(word) &&
      terms.isChildRef(word)
    );
  });
}

/** Names from sheet and register, whole or by the surname alone; a surname counts only where it is written with a capital. */
function knownNames(text: string, { names }: KnownNames): string[] {
  const words = wordsOf(text);
  const spoken = new Set(
    words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => foldName(word.replace(/['’]s$/, ""))),
  );
  const pairs = new Set(words.slice(1).map((word, at) => foldName(`${words[at] ?? ""} ${word.replace(/['’]s$/, "")}`)));
  return names.filter((name) => {
    const parts = clean(name).includes(",")
      ? clean(name)
          .split(",")
          .map((part) => part.trim())
          .reverse()
      : clean(name).split(" ");
    const surname = parts.at(-1) ?? "";
    return (
      pairs.has(foldName(name)) ||
      (surname.length >= SHORTEST_SURNAME && !COMMON.has(surname.toLowerCase()) && spoken.has(foldName(surname)))
    );
  });
}

/**
 * What in a text looks as if it named someone, as the writer's own words or a name as it stands on the sheet. It goes by
 * patterns: a text of which it says nothing may name someone all the same.
 */
export function looksNamed(given: string, known: KnownNames): string[] {
  const text = clean(given);
  return [...new Set([...references(text, known), ...knownNames(text, known), ...capitals(text, known)])];
}
