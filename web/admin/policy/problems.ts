import { policyProblems } from "../../../rules/policy-check.ts";
import { statusLabel } from "../../../rules/status.ts";
import { policyOf, statusesOf, type Draft } from "./draft.ts";
import { SETTINGS } from "./typed-settings.ts";

/** What is wrong with a draft. */
export interface Problem {
  /** Where in the policy, such as "trial.end". */
  readonly path: string;
  /** In the words of the form. */
  readonly sentence: string;
}

type ListWords = readonly [pattern: RegExp, words: (at: number, member: string) => string];

const MEMBERS: Readonly<Record<string, string>> = {
  name: "its name",
  id: "its id",
  kind: "its kind",
  aliases: "one of its other names",
  from: "the day from which it is asked for",
  team: "its team",
};

function withMember(item: string, member: string): string {
  const [name = ""] = member.split("[");
  return name === "" ? item : `${item}, ${MEMBERS[name] ?? name},`;
}

function textOf(draft: Draft, at: number, member: string): string {
  const code = statusesOf(draft)[at]?.code;
  const status = `“${code ? statusLabel(code) : at + 1}”`;
  const place = /\[(\d+)\]/.exec(member)?.[1];
  return place === undefined ? status : `text ${Number(place) + 1} of ${status}`;
}

function roleNamed({ roles }: Draft, at: number): string {
  const name = roles[at]?.name.trim() ?? "";
  return name === "" ? `role ${at + 1}` : `role ${at + 1}, “${name}”`;
}

const listsOf = (draft: Draft): readonly ListWords[] => [
  [/trial\.teams\[(\d+)\]\.?([\w[\]]*)/g, (at, member) => withMember(`the trial's team ${at + 1}`, member)],
  [/otherTeams\[(\d+)\]\.?([\w[\]]*)/g, (at, member) => withMember(`other team ${at + 1}`, member)],
  [/roles\[(\d+)\]\.?([\w[\]]*)/g, (at, member) => withMember(roleNamed(draft, at), member)],
  [/statuses\[(\d+)\]\.?([\w[\]]*)/g, (at, member) => textOf(draft, at, member)],
  [/courses\[(\d+)\]\.?(\w*)/g, (at, member) => withMember(`course ${at + 1}`, member)],
  [/serviceManagers\[(\d+)\]\.?(\w*)/g, (at, member) => withMember(`service manager ${at + 1}`, member)],
];

const WORDS: readonly (readonly [path: string, words: string])[] = [
  ...SETTINGS.map(({ path, label }) => [path, `“${label}”`] as const),
  ["supervision.every.months", "How often supervision is due"],
  ["supervision.every.days", "How often supervision is due"],
];

const inPlaceOf = (sentence: string, path: string, words: string): string => {
  // Only the whole path: "trial.end" is no part of "trial.ending".
  const found = new RegExp(`(^|[ ,])${path.replaceAll(".", String.raw`\.`)}(?=[ ,]|$)`, "g");
  return sentence.replaceAll(found, (_, before: string) => `${before}${words}`);
};

/** A problem of a policy in the words of the form. */
function inWords(problem: string, draft: Draft): string {
  const listed = listsOf(draft).reduce(
    (text, [pattern, words]) =>
      text.replace(pattern, (_, index: string, member: string) => words(Number(index), member)),
    problem.replace(/\.kind must be .*/, ".kind must be chosen"),
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
    .map((problem) => ({ path: /^[\w.[\]]+(?= )/.exec(problem)?.[0] ?? "", sentence: inWords(problem, draft) }));

/** The sentences about any of these settings. */
export const sentencesAbout = (problems: readonly Problem[], ...paths: readonly string[]): readonly string[] =>
  problems.filter(({ path }) => paths.includes(path)).map(({ sentence }) => sentence);

/** The sentences about an item of a list, or about a part of it. */
export const sentencesUnder = (problems: readonly Problem[], path: string): readonly string[] =>
  problems.filter((problem) => problem.path.startsWith(path)).map(({ sentence }) => sentence);
