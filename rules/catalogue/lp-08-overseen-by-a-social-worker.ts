import { around, blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { familiesFirst, kent } from "../sources.ts";
import { endedRegistration, leadsAs, lookUp, shownTo } from "./registrations.ts";

interface Who {
  readonly lead: Person;
  readonly overseer: string;
}

const oversee =
  "Name a social-work-qualified practice supervisor or manager to oversee this case today: the team manager.";

const notNamed = breach<Who>("not-named", {
  severity: "not-eligible",
  message: ({ lead }) => `${leadsAs(lead)}, and nobody is named to oversee this case.`,
  nextStep: oversee,
});
const ownOverseer = breach<Who>("own-overseer", {
  severity: "not-eligible",
  message: ({ overseer }) => `${overseer} leads this case and is named as overseer too.`,
  nextStep: oversee,
});
const notQualified = breach<Who>("not-qualified", {
  severity: "not-eligible",
  message: ({ lead, overseer }) =>
    `${leadsAs(lead)}; ${overseer}, who oversees this case, is not shown as social work qualified.`,
  nextStep: oversee,
});
const lapsed = breach<Who & { on: number; isInGrace: boolean }>("lapsed", {
  severity: "action",
  message: ({ overseer, on }) => `${overseer} oversees this case; ${shownTo(on)}.`,
  nextStep: ({ overseer, isInGrace }) =>
    isInGrace
      ? `${lookUp(overseer)}; if none is shown there, have another qualified manager oversee this case today: the team manager.`
      : `Have another qualified manager oversee this case today, or enter the renewal that the public register shows for ${overseer}: the team manager.`,
});
const notASupervisor = breach<Who>("not-a-supervisor", {
  severity: "action",
  message: ({ overseer }) =>
    `${overseer}, who oversees this case, is social work qualified and neither practice supervisor nor manager.`,
  nextStep: "Name a practice supervisor or manager to oversee this case this week: the team manager.",
});
const cannotTell = breach<Who>("cannot-tell", {
  severity: "check",
  message: ({ overseer }) => `Nothing shows whether ${overseer}, who oversees this case, is social work qualified.`,
  nextStep: ({ overseer }) => `Enter ${overseer}'s Social Work England registration in the register: whoever keeps it.`,
});
const perhapsNotOverseen = breach<{ lead: string }>("perhaps-not-overseen", {
  severity: "check",
  message: ({ lead }) =>
    `Nothing shows whether ${lead}, who leads this case, is social work qualified, and nobody is named to oversee it.`,
  nextStep: ({ lead }) =>
    `Enter ${lead}'s Social Work England registration in the register, or name who oversees this case, today: the team manager.`,
});

export const overseenByASocialWorker = rule({
  id: "LP-08",
  title: "A social-work-qualified supervisor or manager oversees a lead who is not a social worker",
  sources: [kent("oversight of the work"), familiesFirst("the family help lead practitioner")],
  scope: "local",
  must: true,
  statuses: "overseen",
  lead: "perhaps-other",
  starts: ["overseer"],
  answers: ["overseer"],
  breaches: [notNamed, ownOverseer, notQualified, lapsed, notASupervisor, cannotTell, perhapsNotOverseen],
  check({ lead, overseer }, context) {
    const { asOf } = context;
    if (!lead.isOtherLeadOn(asOf)) return overseer ? undefined : perhapsNotOverseen.found({ lead: lead.name });
    if (!overseer) return notNamed.found({ lead, overseer: "" });
    const who = { lead, overseer: overseer.name };
    if (overseer.is(lead)) return ownOverseer.found(who);
    const ended = endedRegistration(overseer, context);
    if (ended) return lapsed.found({ ...who, ...ended }, { severity: ended.isInGrace ? "action" : "not-eligible" });
    const standing = overseer.standingOn(asOf);
    if (standing === "not-qualified") return notQualified.found(who);
    if (standing === "cannot-tell") return cannotTell.found(who);
    return overseer.role?.kind === "manager" ? undefined : notASupervisor.found(who);
  },
});

const max = { set: { overseer: "Max Manager" } };
const led = (lead: string, leadRole = "") => ({ set: { lead, leadRole, overseer: "" } });

export const examples = (): readonly Example[] => [
  met("a registered practice supervisor oversees"),
  blank("not-named", "nobody is named", { set: { overseer: "" } }),
  blank("not-named", "'TBC' is nobody", { set: { overseer: "TBC" } }),
  broken("own-overseer", "the lead oversees their own work", { set: { overseer: "A1" } }),
  broken("not-qualified", "an early help practitioner oversees", { set: { overseer: "Eli Earlyhelp" } }),
  broken("not-qualified", "a manager known to hold no registration", {
    ...max,
    practitioner: { name: "Max Manager", registration: "none" },
  }),
  ...around("the overseer's registration ends", "2024-11-29", (asOf) => ({ asOf, set: { overseer: "Lee Lapsed" } }), [
    "not-a-supervisor",
    "not-a-supervisor",
    "lapsed",
  ]),
  ...around(
    "the last day of grace after a supervisor's registration has ended",
    "2024-12-06",
    (asOf) => ({ asOf, practitioner: { name: "Pat Supervisor", registeredTo: "2024-11-22" } }),
    ["lapsed", "lapsed", "lapsed"],
  ),
  broken("not-a-supervisor", "a senior social worker oversees", { set: { overseer: "Sal Senior" } }),
  broken("cannot-tell", "a manager whose registration is not shown", max),
  broken("cannot-tell", "a registration that is 'pending'", {
    ...max,
    practitioner: { name: "Max Manager", registration: "pending" },
  }),
  broken("cannot-tell", "someone nobody knows", { set: { overseer: "Una Nowhere" } }),
  met("an Excel error: LP-32 says so", { set: { overseer: "#N/A" } }),
  blank(
    "perhaps-not-overseen",
    "nobody can tell whether the lead is qualified, and nobody oversees",
    led("Una Nowhere"),
  ),
  broken("perhaps-not-overseen", "a lead in a role that nobody knows", led("Una Nowhere", "Wizard")),
  broken(
    "perhaps-not-overseen",
    "a family help lead practitioner of whom nothing is known",
    led("Una Nowhere", "FHLP"),
  ),
  broken("perhaps-not-overseen", "two people of that name", led("Jo Twin")),
  met("such a lead, and somebody oversees", { set: { lead: "Una Nowhere" } }),
  met("a social worker by the sheet's own word", led("Una Nowhere", "SW")),
  broken("no-column", "the sheet has no overseer", { drop: ["overseer"] }),
  broken("no-column", "it has none, and nobody can tell whether the lead is qualified", {
    set: { lead: "Una Nowhere" },
    drop: ["overseer"],
  }),
  met("a social worker leads", led("Kim Socialworker")),
  met("a social worker whose registration has ended is no other lead: LP-04 says so", led("Lee Lapsed")),
  broken("not-named", "a manager with no registration is one", {
    ...led("Max Manager"),
    practitioner: { name: "Max Manager", registration: "none" },
  }),
  broken("not-named", "a family help lead practitioner with no registration", {
    ...led("Max Manager"),
    practitioner: { name: "Max Manager", role: "FHLP", registration: "none" },
  }),
  broken("not-named", "a role left blank beside 'none'", {
    ...led("Max Manager"),
    practitioner: { name: "Max Manager", role: "", registration: "none" },
  }),
  met("early help has its own line management", { set: { status: "EH", overseer: "" } }),
  broken("not-named", "early help, where the policy has it overseen", {
    set: { status: "EH", overseer: "" },
    policy: { overseen: ["EH", "CIN", "ASSESS"] },
  }),
  broken("not-named", "family help, where that is overseen", {
    set: { status: "Family help", overseer: "" },
    policy: { familyHelp: "own-status", overseen: ["FH", "CIN", "ASSESS"] },
  }),
  met("family help that is early help by another name", { set: { status: "Family help", overseer: "" } }),
  met("an assistant who is registered as a social worker", {
    set: { overseer: "" },
    practitioner: { name: "Sam Assistant", registration: "SW100009" },
  }),
];
