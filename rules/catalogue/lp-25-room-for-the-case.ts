import { blank, broken, met, type Example } from "../example.ts";
import { isUsable } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

interface Load {
  readonly lead: string;
  readonly load: number;
  readonly limit: number;
  /** Whether the policy gives some cases another weight than 1. */
  readonly isWeighted: boolean;
}

const leads = ({ lead, load, isWeighted }: Load): string =>
  isWeighted ? `The cases that ${lead} leads weigh ${load} by the policy` : `${lead} leads ${load} cases`;

const overLimit = breach<Load>("over-limit", {
  severity: "action",
  message: (load) => `${leads(load)}; the register's limit is ${load.limit}.`,
  nextStep: "Re-allocate a case, or agree in writing that the limit may be passed, this week: the team manager.",
});
const atLimit = breach<Load>("at-limit", {
  severity: "advice",
  message: (load) => `${leads(load)}, which is the register's limit.`,
  nextStep: ({ lead }) => `Allocate no further case to ${lead} until one is closed: the team manager.`,
});

/** Weights such as 0.1 and 0.2 add up to what people would say they do. */
const rounded = (weight: number): number => Math.round(weight * 1000) / 1000;

export const roomForTheCase = rule({
  id: "LP-25",
  title: "The lead has room for this case",
  sources: [article("time")],
  scope: "concern",
  statuses: "all",
  lead: "named",
  starts: ["lead"],
  answers: ["lead"],
  register: ["caseLimit"],
  crossRowFacts: ["cases"],
  isAcrossRows: true,
  breaches: [overLimit, atLimit],
  check({ lead }, { crossRow, casesElsewhere, terms }) {
    const limit = lead.practitioner?.caseLimit;
    if (!isUsable(limit)) return undefined;
    const load: Load = {
      lead: lead.name,
      load: rounded(crossRow.load(lead.key) + casesElsewhere(lead)),
      limit,
      isWeighted: terms.hasWeights,
    };
    if (load.load > limit) return overLimit.found(load);
    return load.load === limit ? atLimit.found(load) : undefined;
  },
});

const noa = { lead: "Noa Newcomer", team: "Dover" };
const also = (...refs: string[]) => refs.map((childRef) => ({ ...noa, childRef }));
const weights = (caseWeights: Readonly<Record<string, number>>) => ({ policy: { caseWeights } });

export const examples = (): readonly Example[] => [
  met("one case of two", { set: noa }),
  broken("at-limit", "two cases of two", { set: noa, more: also("C-2") }),
  broken("over-limit", "three cases of two", { set: noa, more: also("C-2", "C-3") }),
  broken("over-limit", "a limit of none", { set: noa, practitioner: { name: "Noa Newcomer", caseLimit: 0 } }),
  met("a case that is closed does not count", { set: noa, more: [{ ...noa, childRef: "C-2", status: "Closed" }] }),
  met("one child on two rows is one case", { set: noa, more: also("C-1001") }),
  broken("at-limit", "one child on three rows, another on one", { set: noa, more: also("C-1001", "C-1001", "C-2") }),
  broken("at-limit", "a row without a child ref is a case", { set: noa, more: also("") }),
  met("a child with two leads counts for each", {
    set: noa,
    more: [{ lead: "Kim Socialworker" }, { lead: "Kim Socialworker" }, noa],
  }),
  broken("at-limit", "a case that weighs two", { set: noa, ...weights({ CIN: 2 }) }),
  broken("over-limit", "a case that weighs two and one of a status without a weight", {
    set: noa,
    more: [{ ...noa, childRef: "C-2", status: "EH" }],
    ...weights({ CIN: 2 }),
  }),
  met("two cases that weigh a half each", { set: noa, more: also("C-2"), ...weights({ CIN: 0.5 }) }),
  broken("at-limit", "twenty cases that weigh a tenth each", {
    set: noa,
    more: also(...Array.from({ length: 19 }, (_, n) => `D-${n + 1}`)),
    ...weights({ CIN: 0.1 }),
  }),
  broken("at-limit", "one child on two rows weighs what the heavier says", {
    set: noa,
    more: [{ ...noa, status: "EH" }],
    ...weights({ CIN: 2, EH: 1 }),
  }),
  broken("at-limit", "a case on a list that belongs with this one", { set: noa, others: { Swale: also("C-2") } }),
  met("the same child on both is one case", { set: noa, others: { Swale: also("C-1001") } }),
  broken("at-limit", "a case led in another team", { set: noa, service: { cases: { a2: 1 } } }),
  met("cases of somebody else elsewhere", { set: noa, service: { cases: { "Sam Assistant": 9 } } }),
  blank("", "the register has no limit for the lead", {
    set: noa,
    more: also("C-2", "C-3"),
    practitioner: { name: "Noa Newcomer", caseLimit: "" },
  }),
  met("a limit that is none: LP-32 says so", {
    set: noa,
    more: also("C-2", "C-3"),
    practitioner: { name: "Noa Newcomer", caseLimit: "a few" },
  }),
  met("a lead that cannot be read elsewhere on the sheet", { set: noa, more: [{ lead: "#N/A" }] }),
  met("the register keeps no limits", { set: noa, more: also("C-2"), unregistered: ["caseLimit"] }),
];
