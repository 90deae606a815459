import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const noTime = breach<{ lead: string; role: string }>("no-time", {
  severity: "advice",
  message: ({ lead, role }) => `The register shows no time set aside for ${lead} (${role}) to lead.`,
  nextStep: ({ lead }) =>
    `Agree with ${lead}'s agency this month how much time is set aside, and enter it: the team manager.`,
});

export const timeSetAside = rule({
  id: "LP-26",
  title: "A lead from a partner agency has time set aside",
  sources: [article("time")],
  scope: "concern",
  statuses: "all",
  lead: "named",
  starts: ["lead"],
  answers: ["lead"],
  register: ["protectedTime"],
  breaches: [noTime],
  check({ lead }) {
    const { role, practitioner } = lead;
    const isPartner = role?.kind === "education" || role?.kind === "health" || role?.kind === "partner";
    return isPartner && practitioner?.protectedTime === "no"
      ? noTime.found({ lead: lead.name, role: role.name })
      : undefined;
  },
});

const teacher = (protectedTime: string, role = "Teacher") => ({
  set: { lead: "Tay Teacher", status: "EH" },
  practitioner: { name: "Tay Teacher", protectedTime, role },
});

export const examples = (): readonly Example[] => [
  met("a teacher with time", teacher("yes")),
  broken("no-time", "a teacher without", teacher("no")),
  broken("no-time", "a school nurse without", teacher("no", "School Nurse")),
  broken("no-time", "a police officer without", teacher("no", "Police")),
  blank("", "the register does not say", teacher("")),
  met("an assistant is the council's own", { practitioner: { name: "Sam Assistant", protectedTime: "no" } }),
  met("a teacher who is not on the register", { set: { lead: "Una Nowhere", leadRole: "Teacher", status: "EH" } }),
  met("the register does not keep it", { ...teacher("no"), unregistered: ["protectedTime"] }),
];
