import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { guidance, kent } from "../sources.ts";

const assessmentByOther = breach<{ lead: string }>("assessment-by-other", {
  severity: "check",
  message: ({ lead }) => `${lead} leads while the assessment is open, and is not a social worker.`,
  nextStep:
    "Name the social worker who carries out the assessment, or re-allocate until it is complete: the team manager.",
});

export const socialWorkerAssesses = rule({
  id: "LP-07",
  title: "A social worker carries out the assessment",
  sources: [kent("who may lead"), guidance("assessments of children in need")],
  scope: "local",
  statuses: ["ASSESS"],
  lead: "other",
  starts: ["status"],
  answers: ["lead"],
  breaches: [assessmentByOther],
  check({ lead }, { terms }) {
    return terms.policy.assessmentByOthers ? undefined : assessmentByOther.found({ lead: lead.name });
  },
});

export const examples = (): readonly Example[] => [
  met("a social worker leads an open assessment", { set: { status: "ASSESS", lead: "Kim Socialworker" } }),
  broken("assessment-by-other", "an assistant leads an open assessment", { set: { status: "d) open assessment" } }),
  met("an assistant leads a child in need case"),
  met("the policy lets others assess", { set: { status: "ASSESS" }, policy: { assessmentByOthers: true } }),
  blank("", "nobody leads", { set: { status: "ASSESS", lead: "" } }),
];
