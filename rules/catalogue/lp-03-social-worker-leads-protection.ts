import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { article, council, guidance } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";

interface Who {
  readonly lead: string;
  readonly status: StatusCode;
}

const notSocialWorker = breach<Who>("not-social-worker", {
  severity: "not-eligible",
  message: ({ lead, status }) =>
    `${lead} leads this ${statusLabel(status)} case and is not a registered social worker.`,
  nextStep: ({ lead }) =>
    `Re-allocate to a registered social worker today: the team manager. ${lead} may stay as co-worker, keeping the relationship.`,
});

const cannotTell = breach<Who>("cannot-tell", {
  severity: "check",
  message: ({ lead, status }) =>
    `Nothing shows whether ${lead}, who leads this ${statusLabel(status)} case, is a registered social worker.`,
  nextStep: ({ lead }) =>
    `Enter ${lead}'s Social Work England registration in the register, or re-allocate today: the team manager.`,
});

export const socialWorkerLeadsProtection = rule({
  id: "LP-03",
  title: "A registered social worker leads child protection work and looked-after cases",
  sources: [guidance("lead practitioners, child protection"), article("authority"), council("looked-after cases")],
  scope: "guidance",
  must: ({ childRef, status }, missing) => (missing.includes("status") ? childRef !== undefined : status !== undefined),
  statuses: "social-worker-only",
  lead: "named",
  starts: ["status"],
  answers: ["lead"],
  breaches: [notSocialWorker, cannotTell],
  check({ lead, status }, { asOf }) {
    const standing = lead.standingOn(asOf);
    if (isUnqualified(standing)) return notSocialWorker.found({ lead: lead.name, status });
    return standing === "cannot-tell" ? cannotTell.found({ lead: lead.name, status }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("a social worker leads a child protection case", { set: { status: "CP", lead: "Kim Socialworker" } }),
  met("an assistant leads a child in need case"),
  broken("not-social-worker", "an assistant leads a child protection case", { set: { status: "CP" } }),
  broken("not-social-worker", "an assistant leads a section 47 enquiry", { set: { status: "s47" } }),
  broken("not-social-worker", "an assistant leads a looked-after case", { set: { status: "a) Looked after child" } }),
  met("looked-after cases, where the policy opens them to others", {
    set: { status: "CLA" },
    policy: { socialWorkerOnly: ["S47", "CP"] },
  }),
  ...around(
    "the lead's registration ends",
    "2024-11-29",
    (asOf) => ({ asOf, set: { status: "CP", lead: "Lee Lapsed" } }),
    ["", "", "not-social-worker"],
  ),
  broken("cannot-tell", "a manager whose registration is not shown", { set: { status: "CP", lead: "Max Manager" } }),
  broken("cannot-tell", "someone nobody knows", { set: { status: "CP", lead: "Una Nowhere" } }),
  met("a social worker by the sheet's own word", { set: { status: "CP", lead: "Una Nowhere", leadRole: "SW" } }),
  broken("cannot-tell", "two people of that name", { set: { status: "CP", lead: "Jo Twin" } }),
  blank("", "nobody leads: LP-01 says so", { set: { status: "CP", lead: "" } }),
  blank("", "the status is blank: LP-32 says so", { set: { status: "" } }),
  broken("no-column", "the sheet has no status", { drop: ["status"] }),
  met("no status column and no child", { drop: ["status"], set: { childRef: "" } }),
  broken("no-column", "the sheet has no lead", { drop: ["lead"] }),
  met("no lead column, and the case is closed", { drop: ["lead"], set: { status: "Closed" } }),
  met("no lead column, and no status", { drop: ["lead"], set: { status: "" } }),
];
