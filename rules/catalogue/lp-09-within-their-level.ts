import { blank, broken, met, type Example } from "../example.ts";
import { Problem } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";

interface Levels {
  readonly lead: string;
  readonly complexity: number;
  readonly level: number;
}

const tooComplex = breach<Levels>("too-complex", {
  severity: "action",
  message: ({ lead, complexity, level }) =>
    `This case's complexity is ${complexity}; the register shows ${lead} signed off for level ${level}.`,
  nextStep: "Sign the lead off for this level, or re-allocate, this week: the practice supervisor.",
});
const levelUnknown = breach<Levels>("level-unknown", {
  severity: "check",
  message: ({ lead, complexity }) =>
    `This case's complexity is ${complexity}; the register does not say what ${lead} is signed off for.`,
  nextStep: ({ lead }) => `Enter in the register the level that ${lead} is signed off for: the practice supervisor.`,
});

export const withinTheirLevel = rule({
  id: "LP-09",
  title: "The case is no more complex than the lead is signed off for",
  sources: [kent("who may lead")],
  scope: "local",
  statuses: "overseen",
  lead: "other",
  starts: ["complexity"],
  answers: ["complexity"],
  register: ["level"],
  breaches: [tooComplex, levelUnknown],
  check({ lead, complexity }) {
    const level = lead.practitioner?.level;
    if (!lead.practitioner || complexity === undefined || level instanceof Problem) return undefined;
    if (level === undefined) return levelUnknown.found({ lead: lead.name, complexity, level: 0 });
    return complexity > level ? tooComplex.found({ lead: lead.name, complexity, level }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("below the level"),
  met("at the level", { set: { complexity: "Medium" } }),
  broken("too-complex", "above the level", { set: { complexity: "High" } }),
  broken("level-unknown", "the register has no level for the lead", {
    practitioner: { name: "Sam Assistant", level: "" },
  }),
  blank("", "the complexity is blank", { set: { complexity: "" } }),
  met("a complexity that is none: LP-32 says so", { set: { complexity: "purple" } }),
  met("a level that is none: LP-32 says so", { practitioner: { name: "Sam Assistant", level: "gold" } }),
  met("the lead is not on the register", { set: { lead: "Una Nowhere", leadRole: "SWA", complexity: 3 } }),
  met("the register keeps no levels", { set: { complexity: 3 }, unregistered: ["level"] }),
  met("the sheet has no complexity", { drop: ["complexity"] }),
  met("a social worker whose registration has ended", { set: { lead: "Lee Lapsed", complexity: 3 } }),
  met("a social worker leads", { set: { lead: "Kim Socialworker", complexity: 3 } }),
];
