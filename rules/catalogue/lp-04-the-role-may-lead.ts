import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { guidance, kent } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";

interface Who {
  readonly lead: string;
  readonly role: string;
  readonly status: StatusCode;
}

const notRegistered = breach<Who>("not-registered", {
  severity: "action",
  message: ({ lead, role }) => `${lead} leads as ${role}, and the register shows no registration in force.`,
  nextStep: ({ lead }) =>
    `Check ${lead}'s registration with Social Work England today, and re-allocate if it has ended: the team manager.`,
});

const roleNotOffered = breach<Who>("role-not-offered", {
  severity: "check",
  message: ({ lead, role, status }) =>
    `${lead} (${role}) leads this ${statusLabel(status)} case; guidance allows it, the trial offers it to social work assistants alone.`,
  nextStep: "Decide whether this allocation stands outside the trial, or re-allocate: the Service Manager.",
});

const roleUnknown = breach<{ lead: string; isOnRegister: boolean }>("role-unknown", {
  severity: "check",
  message: ({ lead, isOnRegister }) =>
    `${isOnRegister ? "The register does not say" : "Nothing says"} in which role ${lead} leads, so nobody can tell whether that role may.`,
  nextStep: ({ lead, isOnRegister }) =>
    `Enter ${lead}'s role in the register${isOnRegister ? "" : " or in the column 'Lead role'"}: whoever keeps the sheet.`,
});

const cannotTell = breach<Who>("cannot-tell", {
  severity: "check",
  message: ({ lead, role }) => `${lead} leads as ${role}, and nothing shows whether a registration is in force.`,
  nextStep: ({ lead }) => `Enter ${lead}'s Social Work England registration in the register: whoever keeps it.`,
});

export const theRoleMayLead = rule({
  id: "LP-04",
  title: "The lead's role may hold a case of this status",
  sources: [guidance("lead practitioners, children in need"), kent("who may lead")],
  scope: "guidance",
  statuses: ["EH", "ASSESS", "CIN"],
  lead: "named",
  starts: ["status"],
  answers: ["lead"],
  breaches: [notRegistered, roleNotOffered, roleUnknown, cannotTell],
  check({ lead, status }, { asOf, terms }) {
    const standing = lead.standingOn(asOf);
    if (standing === "qualified") return undefined;
    const who = { lead: lead.name, role: lead.role?.name ?? "", status };
    const kind = lead.role?.kind;
    if (kind === undefined) return roleUnknown.found({ lead: lead.name, isOnRegister: lead.isOnRegister });
    if (kind === "social-worker" || kind === "manager") {
      if (standing === "presumed") return undefined;
      return standing === "cannot-tell" ? cannotTell.found(who) : notRegistered.found(who);
    }
    const isOffered = !terms.isTrial || kind === "assistant" || status === "EH";
    return isOffered ? undefined : roleNotOffered.found(who);
  },
});

const unknown = (leadRole: string) => ({ set: { lead: "Una Nowhere", leadRole } });

export const examples = (): readonly Example[] => [
  met("a social work assistant leads a child in need case"),
  met("a social worker leads it", { set: { lead: "Kim Socialworker" } }),
  ...around("the lead's registration ends", "2024-11-29", (asOf) => ({ asOf, set: { lead: "Lee Lapsed" } }), [
    "",
    "",
    "not-registered",
  ]),
  broken("not-registered", "a manager with no registration", {
    set: { lead: "Max Manager" },
    practitioner: { name: "Max Manager", registration: "none" },
  }),
  broken("cannot-tell", "a manager whose registration is not shown", { set: { lead: "Max Manager" } }),
  broken("cannot-tell", "a manager who is not on the register", unknown("Team Manager")),
  met("a social worker who is not on the register", unknown("Social Worker")),
  broken("role-not-offered", "an early help practitioner leads a child in need case", {
    set: { lead: "Eli Earlyhelp" },
  }),
  broken("role-not-offered", "a health visitor leads an assessment", {
    set: { lead: "Una Nowhere", leadRole: "HV", status: "C&F" },
  }),
  met("an early help practitioner leads an early help case", { set: { lead: "Eli Earlyhelp", status: "EH" } }),
  met("an early help practitioner, once the scheme is adopted", {
    set: { lead: "Eli Earlyhelp" },
    policy: { scheme: "adopted" },
  }),
  blank("role-unknown", "someone nobody knows, with no role given", unknown("")),
  broken("role-unknown", "a role that is none", unknown("Wizard")),
  broken("role-unknown", "two people of that name in different roles", { set: { lead: "Jo Twin" } }),
  broken("role-unknown", "someone whose role the register leaves blank", {
    practitioner: { name: "Sam Assistant", registration: "none", role: "" },
  }),
  met("child protection is LP-03's", { set: { status: "CP", lead: "Lee Lapsed" } }),
];
