import { parseDate, type Day } from "../../rules/dates.ts";
import type { Policy } from "../../rules/policy.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import { fold } from "../../rules/text.ts";

export interface Arguments {
  readonly file: string;
  readonly asOf: Day | undefined;
  readonly policy: Policy | undefined;
  readonly isJson: boolean;
}

/** Something that the person at the keyboard can put right: one clear sentence. */
export class Refusal extends Error {}

export const USAGE = "npm run check -- FILE.xlsx [--as-of DATE] [--policy ID] [--json]";

/** One of the shipped policies, by its id or title. */
export function policyNamed(text: string, where: string): Policy {
  const policy = POLICIES.find(({ id, title }) => [id, title].map(fold).includes(fold(text)));
  if (policy) return policy;
  throw new Refusal(
    `${where} names the policy '${text}', which does not ship with this program. It has: ${POLICIES.map(({ id }) => id).join(", ")}.`,
  );
}

export function dayNamed(text: string, where: string): Day {
  const day = parseDate(text.trim());
  if (day !== undefined) return day;
  throw new Refusal(`${where} is '${text}', which is no date. Write it as 2024-11-30 or 30/11/2024.`);
}

/** Reads the command line; throws a `Refusal` for one that it cannot follow. */
export function parseArguments(words: readonly string[]): Arguments {
  const rest = [...words];
  const files: string[] = [];
  let asOf: Day | undefined;
  let policy: Policy | undefined;
  let isJson = false;
  const valueOf = (option: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new Refusal(`${option} needs a value. Use: ${USAGE}`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--json") isJson = true;
    else if (word === "--as-of") asOf = dayNamed(valueOf(word), word);
    else if (word === "--policy") policy = policyNamed(valueOf(word), word);
    else if (word.startsWith("--")) throw new Refusal(`${word} is no option here. Use: ${USAGE}`);
    else files.push(word);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Refusal(`Give one workbook. Use: ${USAGE}`);
  return { file, asOf, policy, isJson };
}
