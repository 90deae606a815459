import { around, blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import type { LedRow } from "../row.ts";
import { breach, rule } from "../rule.ts";
import { guidance, kent } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";
import { endedRegistration, lookUp, shownTo } from "./registrations.ts";

interface Who {
  readonly lead: string;
  readonly role: string;
  readonly status: StatusCode;
}

const notRegistered = breach<Who & { ended: { on: number; isInGrace: boolean } | undefined }>("not-registered", {
  severity: "action",
  message: ({ lead, role, ended }) =>
    `${lead} leads as ${role}; ${ended ? shownTo(ended.on) : "the register here says that there is no registration"}.`,
  nextStep: ({ lead, ended }) =>
    ended?.isInGrace
      ? `${lookUp(lead)}; if none is shown there, decide today who leads: the team manager.`
      : `Look ${lead} up in Social Work England's public register today, and re-allocate if no registration is shown there: the team manager.`,
});

const roleNotOffered = breach<Who>("role-not-offered", {
  severity: "check",
  message: ({ lead, role, status }) =>
    `${lead} (${role}) leads this ${statusLabel(status)} case; guidance allows it, the trial offers it to social work assistants alone.`,
  nextStep: "Decide whether this allocation stands outside the trial, or re-allocate: the Service Manager.",
});

const roleUnknown = breach<{ lead: string; text: string; isOnRegister: boolean }>("role-unknown", {
  severity: "check",
  message: ({ lead, text, isOnRegister }) =>
    text === ""
      ? `${isOnRegister ? "The register does not say" : "Nothing says"} in which role ${lead} leads, so nobody can tell whether that role may.`
      : `${isOnRegister ? "The register" : "The sheet"} gives ${lead}'s role as '${text}', which is no role of the policy, so nobody can tell whether that role may lead.`,
  nextStep: ({ lead, text, isOnRegister }) =>
    text === ""
      ? `Enter ${lead}'s role in the register${isOnRegister ? "" : " or in the column 'Lead role'"}: whoever keeps the sheet.`
      : `Enter a role that the policy knows, or have '${text}' added to the policy: whoever keeps the sheet.`,
});

const cannotTell = breach<Who>("cannot-tell", {
  severity: "check",
  message: ({ lead, role }) => `${lead} leads as ${role}, and nothing shows whether a registration is in force.`,
  nextStep: ({ lead }) => `Enter ${lead}'s Social Work England registration in the register: whoever keeps it.`,
});

/** A role as it was typed, where the policy knows no such role; "" where none is given. */
const typedRole = ({ isOnRegister, practitioner }: Person, { leadRole }: LedRow): string =>
  isOnRegister
    ? (practitioner?.problems ?? []).flatMap(({ why, shown }) => (why === "unknown-role" ? shown : [])).join("")
    : (leadRole?.text ?? "");

export const theRoleMayLead = rule({
  id: "LP-04",
  title: "The lead's role may hold a case of this status",
  sources: [guidance("lead practitioners, children in need"), kent("who may lead")],
  scope: "guidance",
  statuses: ["EH", "FH", "ASSESS", "CIN"],
  lead: "named",
  starts: ["status"],
  answers: ["lead"],
  looksAt: ["leadRole"],
  breaches: [notRegistered, roleNotOffered, roleUnknown, cannotTell],
  check(row, context) {
    const { lead, status } = row;
    const standing = lead.standingOn(context.asOf);
    if (standing === "qualified") return undefined;
    const { role, isOnRegister } = lead;
    if (!role) return roleUnknown.found({ lead: lead.name, text: typedRole(lead, row), isOnRegister });
    const who: Who = { lead: lead.name, role: role.name, status };
    if (lead.isInSocialWorkRole) {
      if (standing === "presumed") return undefined;
      if (standing === "cannot-tell") return cannotTell.found(who);
      const ended = endedRegistration(lead, context);
      return notRegistered.found({ ...who, ended }, { severity: ended?.isInGrace ? "check" : "action" });
    }
    if (role.kind === "either" && standing === "cannot-tell") return cannotTell.found(who);
    const isOffered = !context.terms.isTrial || role.kind === "assistant" || status === "EH";
    return isOffered ? undefined : roleNotOffered.found(who);
  },
});

const unknown = (leadRole: string) => ({ set: { lead: "Una Nowhere", leadRole } });
const max = (particulars: Record<string, string>) => ({
  set: { lead: "Max Manager" },
  practitioner: { name: "Max Manager", ...particulars },
});
const lapsed = { lead: "Lee Lapsed" };

export const examples = (): readonly Example[] => [
  met("a social work assistant leads a child in need case"),
  met("a social worker leads it", { set: { lead: "Kim Socialworker" } }),
  ...around("the lead's registration ends", "2024-11-29", (asOf) => ({ asOf, set: lapsed }), [
    "",
    "",
    "not-registered",
  ]),
  ...around("the last day of grace after it", "2024-12-13", (asOf) => ({ asOf, set: lapsed }), [
    "not-registered",
    "not-registered",
    "not-registered",
  ]),
  broken("not-registered", "a manager with no registration", max({ registration: "none" })),
  broken("cannot-tell", "a manager whose registration is not shown", max({})),
  broken(
    "cannot-tell",
    "a registration whose end is in words: LP-31 says so too",
    max({ registration: "SW100009", registeredTo: "Nov 2024" }),
  ),
  broken("cannot-tell", "a manager who is not on the register", unknown("Team Manager")),
  met("a social worker who is not on the register", unknown("Social Worker")),
  broken("cannot-tell", "a family help lead practitioner of whom nothing is known", unknown("FHLP")),
  broken("cannot-tell", "a family help lead practitioner whose registration is not shown", max({ role: "FHLP" })),
  broken(
    "role-not-offered",
    "a family help lead practitioner with no registration",
    max({ role: "FHLP", registration: "none" }),
  ),
  broken(
    "role-not-offered",
    "a family help lead practitioner whose registration has ended",
    max({ role: "FHLP", registration: "SW100009", registeredTo: "2024-10-31" }),
  ),
  met("a family help lead practitioner who is registered", max({ role: "FHLP", registration: "SW100009" })),
  broken("role-not-offered", "an early help practitioner leads a child in need case", {
    set: { lead: "Eli Earlyhelp" },
  }),
  broken("role-not-offered", "a health visitor leads an assessment", {
    set: { lead: "Una Nowhere", leadRole: "HV", status: "C&F" },
  }),
  broken("role-not-offered", "an early help practitioner leads a family help case, where that is a status of its own", {
    set: { lead: "Eli Earlyhelp", status: "Family help" },
    policy: { familyHelp: "own-status" },
  }),
  met("an early help practitioner leads an early help case", { set: { lead: "Eli Earlyhelp", status: "EH" } }),
  met("an early help practitioner, once the scheme is adopted", {
    set: { lead: "Eli Earlyhelp" },
    policy: { scheme: "adopted" },
  }),
  blank("role-unknown", "someone nobody knows, with no role given", unknown("")),
  broken("role-unknown", "a role that is none", unknown("Wizard")),
  broken("role-unknown", "two people of that name in different roles", { set: { lead: "Jo Twin" } }),
  broken("role-unknown", "a role of the register that is none", {
    practitioner: { name: "Sam Assistant", role: "Wizard" },
  }),
  broken("role-unknown", "someone whose role the register leaves blank", {
    practitioner: { name: "Sam Assistant", registration: "none", role: "" },
  }),
  met("child protection is LP-03's", { set: { status: "CP", lead: "Lee Lapsed" } }),
];
