import { policyProblems } from "../../../rules/policy-check.ts";
import { policyOf, type Draft } from "./draft.ts";
import { SETTINGS } from "./typed-settings.ts";

/** What is wrong with a draft. */
export interface Problem {
  /** Where in the policy, such as "trial.end". */
  readonly path: string;
  /** In the words of the form. */
  readonly sentence: string;
}

const LISTS: readonly (readonly [pattern: RegExp, words: (at: string, member: string) => string])[] = [
  [/trial\.teams\[(\d+)\]\.?([\w[\]]*)/, (at, member) => `The trial's team ${at}${memberOf(member)}`],
  [/otherTeams\[(\d+)\]\.?([\w[\]]*)/, (at, member) => `Of the other teams, number ${at}${memberOf(member)}`],
  [/courses\[(\d+)\]\.?(\w*)/, (at, member) => `Course ${at}${memberOf(member)}`],
  [/serviceManagers\[(\d+)\]\.?(\w*)/, (at, member) => `Service manager ${at}${memberOf(member)}`],
];

const MEMBERS: Readonly<Record<string, string>> = {
  name: "its name",
  id: "its id",
  aliases: "one of its other names",
  from: "the day from which it is asked for",
  team: "its team",
};

function memberOf(member: string): string {
  const [name = ""] = member.split("[");
  return name === "" ? "" : `, ${MEMBERS[name] ?? name},`;
}

const WORDS: readonly (readonly [path: string, words: string])[] = [
  ...SETTINGS.map(({ path, label }) => [path, `“${label}”`] as const),
  ["supervision.every.months", "How often supervision is due"],
  ["supervision.every.days", "How often supervision is due"],
  ["serviceManagers", "“Service managers”"],
];

const inPlaceOf = (sentence: string, path: string, words: string): string => {
  // Only the whole path: "trial.end" is no part of "trial.ending".
  const found = new RegExp(`(^|[ ,])${path.replaceAll(".", String.raw`\.`)}(?=[ ,]|$)`, "g");
  return sentence.replaceAll(found, (_, before: string) => `${before}${words}`);
};

/** A problem of a policy in the words of the form. */
function inWords(problem: string): string {
  const listed = LISTS.reduce(
    (text, [pattern, words]) =>
      text.replace(pattern, (_, index: string, member: string) => words(String(Number(index) + 1), member)),
    problem,
  );
  const named = WORDS.reduce((text, [path, words]) => inPlaceOf(text, path, words), listed);
  return `${named.slice(0, 1).toUpperCase()}${named.slice(1)}.`;
}

/** What is wrong with a draft, one sentence each; none if it can be sent. */
export const problemsOf = (draft: Draft): readonly Problem[] =>
  policyProblems(policyOf(draft))
    // A new team's id is made of its name: without one, the name is what is missing.
    .filter(
      (problem, _, all) =>
        !(
          /\]\.id must/.test(problem) &&
          all.includes(
            problem.replace(/\.id must.*/, ".name must be a text with a letter or digit, of at most 200 characters"),
          )
        ),
    )
    .map((problem) => ({ path: /^[\w.[\]]+(?= )/.exec(problem)?.[0] ?? "", sentence: inWords(problem) }));

/** The sentences about any of these settings. */
export const sentencesAbout = (problems: readonly Problem[], ...paths: readonly string[]): readonly string[] =>
  problems.filter(({ path }) => paths.includes(path)).map(({ sentence }) => sentence);
