import { blank, broken, met, type Example } from "../example.ts";
import type { Service } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const otherService = breach<{ lead: string; service: Service; mostContact: Service }>("other-service", {
  severity: "advice",
  message: ({ lead, service, mostContact }) =>
    `The child sees ${mostContact} most; ${lead} leads from ${service}, and no reason is recorded.`,
  nextStep: "Record why this lead was chosen, in the column 'Reason for choice': the allocating manager.",
});

export const fromTheNearestService = rule({
  id: "LP-23",
  title: "The lead comes from the service the child sees most, or the reason is recorded",
  sources: [article("able to respond")],
  scope: "concern",
  statuses: ["EH", "FH", "ASSESS", "CIN"],
  lead: "named",
  starts: ["mostContact"],
  answers: ["rationale"],
  breaches: [otherService],
  check({ lead, mostContact, rationale }) {
    const { service } = lead;
    if (mostContact === undefined || service === undefined || service === mostContact || rationale !== undefined)
      return undefined;
    return otherService.found({ lead: lead.name, service, mostContact });
  },
});

const sees = (mostContact: string, rationale: string) => ({ mostContact, rationale });

export const examples = (): readonly Example[] => [
  met("the child sees social care most", { set: sees("social care", "") }),
  blank("other-service", "the child sees school most, and no reason is given", { set: sees("Education", "") }),
  broken("other-service", "the reason is 'no'", { set: sees("health", "no") }),
  met("the reason is recorded", { set: sees("health", "asked for by the family") }),
  met("a teacher leads a child who sees school most", {
    set: { ...sees("school", ""), lead: "Tay Teacher", status: "EH" },
  }),
  broken("other-service", "a manager is from social care", {
    set: { ...sees("early help", ""), lead: "Pat Supervisor" },
  }),
  met("a family help lead practitioner is from early help", {
    set: { ...sees("early help", ""), lead: "Una Nowhere", leadRole: "FHLP" },
  }),
  broken("other-service", "a family help case", {
    set: { ...sees("health", ""), status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("nobody knows the lead's service", { set: { ...sees("health", ""), lead: "Una Nowhere" } }),
  blank("", "nothing says whom the child sees", { set: sees("", "") }),
  met("a service that is none: LP-32 says so", { set: sees("grandparents", "") }),
];
