import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article, council, guidance } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";
import { list } from "../text.ts";
import { endedRegistration, lookUp, shownTo } from "./registrations.ts";

interface Who {
  readonly lead: string;
  readonly status: StatusCode;
}

interface Doubt {
  readonly lead: string;
  /** "this child protection case", or what its status may mean. */
  readonly which: string;
  /** A title on the sheet is all that speaks for them. */
  readonly isPresumed: boolean;
}

const notSocialWorker = breach<Who>("not-social-worker", {
  severity: "not-eligible",
  message: ({ lead, status }) =>
    `${lead} leads this ${statusLabel(status)} case, and is not shown as a registered social worker.`,
  nextStep: ({ lead }) =>
    `Re-allocate to a registered social worker today: the team manager. ${lead} may stay as co-worker, keeping the relationship.`,
});

const registrationEnded = breach<Who & { on: number; isInGrace: boolean }>("registration-ended", {
  severity: "action",
  message: ({ lead, status, on }) => `${lead} leads this ${statusLabel(status)} case; ${shownTo(on)}.`,
  nextStep: ({ lead, isInGrace }) =>
    isInGrace
      ? `${lookUp(lead)}; if none is shown there, re-allocate to a registered social worker today: the team manager.`
      : `Re-allocate to a registered social worker today, or enter the renewal that the public register shows for ${lead}: the team manager.`,
});

const cannotTell = breach<Doubt>("cannot-tell", {
  severity: "check",
  message: ({ lead, which, isPresumed }) =>
    `Nothing ${isPresumed ? "but a title on the sheet " : ""}shows ${lead}, who leads ${which}, as a registered social worker.`,
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
  breaches: [notSocialWorker, registrationEnded, cannotTell],
  check({ lead, status }, context) {
    const who = { lead: lead.name, status };
    const standing = lead.standingOn(context.asOf);
    if (standing === "qualified") return undefined;
    if (lead.isOtherLeadOn(context.asOf)) return notSocialWorker.found(who);
    const ended = endedRegistration(lead, context);
    if (ended)
      return registrationEnded.found({ ...who, ...ended }, { severity: ended.isInGrace ? "action" : "not-eligible" });
    return cannotTell.found({
      lead: lead.name,
      which: `this ${statusLabel(status)} case`,
      isPresumed: standing === "presumed",
    });
  },
  checkUnreadStatus({ lead, possibleStatuses, problems }, { asOf, terms }) {
    const kept = possibleStatuses.filter((code) => terms.policy.socialWorkerOnly.includes(code));
    const standing = lead.standingOn(asOf);
    if (kept.length === 0 || standing === "qualified") return undefined;
    const text = problems.flatMap(({ field, shown }) => (field === "status" ? shown : [])).join("");
    return cannotTell.found({
      lead: lead.name,
      which: `a case whose status '${text}' may mean ${list(kept.map(statusLabel), "or")}`,
      isPresumed: standing === "presumed",
    });
  },
});

const lapsed = { status: "CP", lead: "Lee Lapsed" };

export const examples = (): readonly Example[] => [
  met("a social worker leads a child protection case", { set: { status: "CP", lead: "Kim Socialworker" } }),
  met("an assistant leads a child in need case"),
  broken("not-social-worker", "an assistant leads a child protection case", { set: { status: "CP" } }),
  broken("not-social-worker", "an assistant leads a section 47 enquiry", { set: { status: "s47" } }),
  broken("not-social-worker", "an assistant leads a case in pre-proceedings", { set: { status: "PLO" } }),
  broken("not-social-worker", "an assistant leads a looked-after case", { set: { status: "a) Looked after child" } }),
  broken("not-social-worker", "a protection plan with its reason beside it", { set: { status: "CP - Neglect" } }),
  broken("not-social-worker", "a family help lead practitioner known to hold no registration", {
    set: { status: "CP", lead: "Max Manager" },
    practitioner: { name: "Max Manager", role: "FHLP", registration: "none" },
  }),
  met("looked-after cases, where the policy opens them to others", {
    set: { status: "CLA" },
    policy: { socialWorkerOnly: ["S47", "CP"] },
  }),
  ...around("the lead's registration ends", "2024-11-29", (asOf) => ({ asOf, set: lapsed }), [
    "",
    "",
    "registration-ended",
  ]),
  ...around("the last day of grace after it", "2024-12-13", (asOf) => ({ asOf, set: lapsed }), [
    "registration-ended",
    "registration-ended",
    "registration-ended",
  ]),
  broken("not-social-worker", "an assistant whose own registration has ended", {
    set: { status: "CP" },
    practitioner: { name: "Sam Assistant", registration: "SW100009", registeredTo: "2024-10-31" },
  }),
  broken("cannot-tell", "a manager whose registration is not shown", { set: { status: "CP", lead: "Max Manager" } }),
  broken("cannot-tell", "someone nobody knows", { set: { status: "CP", lead: "Una Nowhere" } }),
  broken("cannot-tell", "a social worker by the sheet's own word: a title proves no registration", {
    set: { status: "CP", lead: "Una Nowhere", leadRole: "SW" },
  }),
  broken("cannot-tell", "two people of that name", { set: { status: "CP", lead: "Jo Twin" } }),
  broken("cannot-tell", "a status of two readings, one of them protection", { set: { status: "CIN / CP" } }),
  broken("cannot-tell", "such a status, led by a social worker by the sheet's own word", {
    set: { status: "CIN / CP", lead: "Una Nowhere", leadRole: "SW" },
  }),
  met("such a status, led by a registered social worker", { set: { status: "CIN / CP", lead: "Kim Socialworker" } }),
  met("a status of two readings, neither of them protection", { set: { status: "EH / CIN" } }),
  met("a status that nobody knows: LP-32 says so", { set: { status: "banana" } }),
  blank("", "nobody leads: LP-01 says so", { set: { status: "CP", lead: "" } }),
  blank("", "the status is blank: LP-32 says so", { set: { status: "" } }),
  broken("no-column", "the sheet has no status", { drop: ["status"] }),
  met("no status column and no child", { drop: ["status"], set: { childRef: "" } }),
  broken("no-column", "the sheet has no lead", { drop: ["lead"] }),
  met("no lead column, and the case is closed", { drop: ["lead"], set: { status: "Closed" } }),
  met("no lead column, and no status", { drop: ["lead"], set: { status: "" } }),
];
