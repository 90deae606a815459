import { blank, broken, met, type Example } from "../example.ts";
import { isUsable } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

interface Load {
  readonly lead: string;
  readonly cases: number;
  readonly limit: number;
}

const overLimit = breach<Load>("over-limit", {
  severity: "action",
  message: ({ lead, cases, limit }) => `${lead} leads ${cases} cases; the limit is ${limit}.`,
  nextStep: "Re-allocate a case, or agree in writing that the limit may be passed: the team manager.",
});
const atLimit = breach<Load>("at-limit", {
  severity: "advice",
  message: ({ lead, cases, limit }) => `${lead} leads ${cases} cases, which is the limit (${limit}).`,
  nextStep: ({ lead }) => `Allocate no further case to ${lead}: the team manager.`,
});

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
  check({ lead }, { crossRow, casesElsewhere }) {
    const limit = lead.practitioner?.caseLimit;
    if (!isUsable(limit)) return undefined;
    const load = { lead: lead.name, cases: crossRow.load(lead.key) + casesElsewhere(lead), limit };
    if (load.cases > limit) return overLimit.found(load);
    return load.cases === limit ? atLimit.found(load) : undefined;
  },
});

const noa = { lead: "Noa Newcomer", team: "Dover" };
const also = (...refs: string[]) => refs.map((childRef) => ({ ...noa, childRef }));

export const examples = (): readonly Example[] => [
  met("one case of two", { set: noa }),
  broken("at-limit", "two cases of two", { set: noa, more: also("C-2") }),
  broken("over-limit", "three cases of two", { set: noa, more: also("C-2", "C-3") }),
  met("a case that is closed does not count", { set: noa, more: [{ ...noa, childRef: "C-2", status: "Closed" }] }),
  met("one child on two rows is one case", { set: noa, more: also("C-1001") }),
  broken("at-limit", "one child on three rows, another on one", { set: noa, more: also("C-1001", "C-1001", "C-2") }),
  broken("at-limit", "a row without a child ref is a case", { set: noa, more: also("") }),
  met("a child with two leads counts for each", {
    set: noa,
    more: [{ lead: "Kim Socialworker" }, { lead: "Kim Socialworker" }, noa],
  }),
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
