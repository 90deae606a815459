import { blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { procedures } from "../sources.ts";
import { leadsAs } from "./registrations.ts";

const assessmentByOther = breach<Pick<Person, "name" | "role">>("assessment-by-other", {
  severity: "check",
  message: (lead) =>
    `${leadsAs(lead)} while the assessment is open; the council's policy has a social worker carry it out.`,
  nextStep:
    "Name today the social worker who carries out the assessment, or re-allocate until it is complete: the team manager.",
});

export const socialWorkerAssesses = rule({
  id: "LP-07",
  title: "A social worker carries out the assessment, where the council's policy says so",
  sources: [procedures("assessments of children in need")],
  scope: "local",
  statuses: ["ASSESS"],
  lead: "other",
  starts: ["status"],
  answers: ["lead"],
  breaches: [assessmentByOther],
  check({ lead }, { terms }) {
    return terms.policy.assessmentByOthers ? undefined : assessmentByOther.found(lead);
  },
});

export const examples = (): readonly Example[] => [
  met("a social worker leads an open assessment", { set: { status: "ASSESS", lead: "Kim Socialworker" } }),
  broken("assessment-by-other", "an assistant leads an open assessment", { set: { status: "d) open assessment" } }),
  met("an assistant leads a child in need case"),
  met("a social worker whose registration has ended: LP-04 says so", { set: { status: "ASSESS", lead: "Lee Lapsed" } }),
  met("the policy lets others assess", { set: { status: "ASSESS" }, policy: { assessmentByOthers: true } }),
  blank("", "nobody leads", { set: { status: "ASSESS", lead: "" } }),
];
