import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { severityRank } from "../../rules/finding.ts";
import type { Policy } from "../../rules/policy.ts";
import { typed, type Cell } from "../../rules/read.ts";
import type { AnyBreach, Rule } from "../../rules/rule.ts";
import { termsOf } from "../../rules/terms.ts";
import { fold } from "../../rules/text.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { forCell, type CellResult } from "./results.ts";
import { ArgumentError } from "./arguments.ts";
import { spread } from "./spread.ts";

/** What next steps are told in place of a row's own values. One that speaks of anything else, such as a row's date, cannot be said without the row. */
function inGeneral(policy: Policy): Readonly<Record<string, unknown>> {
  const { trial } = termsOf(policy);
  return {
    lead: "the lead",
    overseer: "the overseer",
    by: "that person",
    chair: "the chair",
    name: "that person",
    team: "the other team",
    text: "",
    since: undefined,
    ended: undefined,
    hasColumn: true,
    isClosed: false,
    isInGrace: true,
    mayBeTwo: false,
    rules: ["that rule"],
    shown: "",
    field: "complexity",
    person: undefined,
    possible: undefined,
    header: "",
    isLead: true,
    isWithoutColumn: false,
    isOnRegister: false,
    isLong: false,
    isAhead: false,
    on: undefined,
    nearest: undefined,
    policy,
    last: trial.end - 1,
    grace: trial.graceEnd - 1,
  };
}

class NeedsRow extends Error {}

/** A breach's next step for no row in particular; undefined where it cannot be said without one. */
function stepOf({ words }: AnyBreach, policy: Policy): string | undefined {
  if (typeof words.nextStep === "string") return words.nextStep;
  const known = inGeneral(policy);
  const values = new Proxy(known, {
    get(_, key) {
      if (typeof key === "string" && key in known) return known[key];
      throw new NeedsRow();
    },
  });
  try {
    return words
      .nextStep(values as never)
      .replace(/(^|\. )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
  } catch (fault) {
    if (fault instanceof NeedsRow) return undefined;
    throw fault;
  }
}

const labelled = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1).replaceAll("-", " ");

/** What to do about a rule that is broken: a line for each way of breaking it, worst first; one line without a label where all have the same. */
function nextSteps({ breaches }: Rule, policy: Policy): string {
  const steps = [...breaches]
    .sort((a, b) => severityRank(b.words.severity) - severityRank(a.words.severity))
    .flatMap((breach) => {
      const step = stepOf(breach, policy);
      return step === undefined ? [] : [{ key: breach.key, step }];
    });
  const distinct = new Set(steps.map(({ step }) => step));
  return distinct.size === 1
    ? [...distinct].join("")
    : steps.map(({ key, step }) => `${labelled(key)}: ${step}`).join("\n");
}

const BY_ID = new Map(CATALOGUE.map((rule) => [fold(rule.id), rule]));
const first = CATALOGUE[0]?.id ?? "";
const last = CATALOGUE.at(-1)?.id ?? "";

function partOf(rule: Rule, part: Cell | undefined, policy: Policy): string {
  switch (fold(typed(part))) {
    case "":
    case "title":
      return rule.title;
    case "source":
      return rule.sources.map(({ document, place }) => `${document}, ${place}`).join("; ");
    case "nextstep":
      return nextSteps(rule, policy);
    default:
      throw new ArgumentError('\'part\' takes "source" or "next step"; leave it out for the rule\'s title.');
  }
}

/** What a rule says, by its id. */
export function ruleWords(
  args: { readonly id: unknown; readonly part: unknown },
  { policy }: CheckInputs,
): CellResult[][] {
  const { cells, spill } = spread(args);
  if (cells.every(({ id }) => id === undefined))
    throw new ArgumentError('Give the id of a rule, such as =LP.RULE("LP-08").');
  const answer = ({ id, part }: (typeof cells)[number]): CellResult => {
    const folded = fold(typed(id));
    if (folded === "") return "";
    const rule = BY_ID.get(folded);
    if (!rule) throw new ArgumentError(`'id' is no rule: the rules are ${first} to ${last}.`);
    return partOf(rule, part, policy);
  };
  return spill(cells.map((together) => forCell(() => answer(together))));
}
