import { parseDate, type Day } from "../../rules/dates.ts";
import type { Policy } from "../../rules/policy.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import { fold } from "../../rules/text.ts";
import type { Belonging } from "../../rules/workbook/choices.ts";

export interface Arguments {
  readonly file: string;
  readonly asOf: Day | undefined;
  readonly policy: Policy | undefined;
  readonly belonging: Belonging | undefined;
  readonly isJson: boolean;
}

/** Something that the person at the keyboard can put right: one clear sentence. */
export class Refusal extends Error {}

export const USAGE = "npm run check -- FILE.xlsx [--as-of DATE] [--policy ID] [--together|--apart] [--json]";

const OPTIONS: readonly (readonly [string, string])[] = [
  [
    "--as-of DATE",
    "checks as of a day: 2024-11-30 or 30/11/2024. Without it the workbook's name LP_CheckDate, else today.",
  ],
  [
    "--policy ID",
    `checks by a policy: ${POLICIES.map(({ id }) => id).join(", ")}. Without it the workbook's name LP_Policy, else its table Policy, else the one that its teams speak for.`,
  ],
  ["--together", "looks at the workbook's lists as parts of one caseload, whatever their child refs say."],
  ["--apart", "looks at them as copies of one list at different times."],
  ["--json", "prints everything as JSON."],
  ["--help", "prints this."],
];

/** What `--help` prints. */
export const HELP = [
  "Checks the lists of allocations in a workbook against the rules for lead professionals, and says what is wrong and what to do next. The workbook is only ever read.",
  "",
  USAGE,
  "",
  ...OPTIONS.map(([option, meaning]) => `  ${option.padEnd(14)} ${meaning}`),
  "",
  "Exit codes: 0 clear or advice only; 1 something was found, or rows were left out that may be cases; 2 the command or the file cannot be followed.",
].join("\n");

/** One of the shipped policies, by its id or title. */
function policyNamed(text: string, where: string): Policy {
  const policy = POLICIES.find(({ id, title }) => [id, title].map(fold).includes(fold(text)));
  if (policy) return policy;
  throw new Refusal(
    `${where} names the policy '${text}', which does not ship with this program. It has: ${POLICIES.map(({ id }) => id).join(", ")}.`,
  );
}

function dayNamed(text: string, where: string): Day {
  const day = parseDate(text.trim());
  if (day !== undefined) return day;
  throw new Refusal(`${where} is '${text}', which is no date. Write it as 2024-11-30 or 30/11/2024.`);
}

/** Reads the command line; "help" where that is asked for. Throws a `Refusal` for one that it cannot follow. */
export function parseArguments(words: readonly string[]): Arguments | "help" {
  if (words.some((word) => word === "--help" || word === "-h")) return "help";
  const rest = [...words];
  const files: string[] = [];
  let asOf: Day | undefined;
  let policy: Policy | undefined;
  let belonging: Belonging | undefined;
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
    else if (word === "--together" || word === "--apart") {
      const said = word === "--together" ? "together" : "apart";
      if (belonging !== undefined && belonging !== said) throw new Refusal("--together and --apart cannot both be so.");
      belonging = said;
    } else if (word.startsWith("--")) throw new Refusal(`${word} is no option here. Use: ${USAGE}`);
    else files.push(word);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Refusal(`Give one workbook. Use: ${USAGE}`);
  return { file, asOf, policy, belonging, isJson };
}
