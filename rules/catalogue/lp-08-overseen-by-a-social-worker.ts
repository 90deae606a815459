import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";

interface Who {
  readonly lead: string;
  readonly overseer: string;
}

const oversee =
  "Name a social-work-qualified practice supervisor or manager to oversee this case today: the team manager.";

const notNamed = breach<Who>("not-named", {
  severity: "not-eligible",
  message: ({ lead }) => `${lead} is not a social worker, and nobody is named to oversee this case.`,
  nextStep: oversee,
});
const ownOverseer = breach<Who>("own-overseer", {
  severity: "not-eligible",
  message: ({ lead }) => `${lead} leads this case and is named as overseer too.`,
  nextStep: oversee,
});
const notQualified = breach<Who>("not-qualified", {
  severity: "not-eligible",
  message: ({ lead, overseer }) => `${overseer}, who oversees ${lead}, is not social work qualified.`,
  nextStep: oversee,
});
const lapsed = breach<Who>("lapsed", {
  severity: "not-eligible",
  message: ({ lead, overseer }) => `The registration of ${overseer}, who oversees ${lead}, has ended.`,
  nextStep: ({ overseer }) =>
    `Have another qualified manager oversee this case today, until ${overseer}'s registration is renewed: the team manager.`,
});
const notASupervisor = breach<Who>("not-a-supervisor", {
  severity: "action",
  message: ({ lead, overseer }) =>
    `${overseer}, who oversees ${lead}, is social work qualified and neither practice supervisor nor manager.`,
  nextStep: "Name a practice supervisor or manager to oversee this case: the team manager.",
});
const cannotTell = breach<Who>("cannot-tell", {
  severity: "check",
  message: ({ lead, overseer }) => `Nothing shows whether ${overseer}, who oversees ${lead}, is social work qualified.`,
  nextStep: ({ overseer }) => `Enter ${overseer}'s Social Work England registration in the register: whoever keeps it.`,
});

export const overseenByASocialWorker = rule({
  id: "LP-08",
  title: "A social-work-qualified supervisor or manager oversees a lead who is not a social worker",
  sources: [kent("oversight of the work")],
  scope: "local",
  must: true,
  statuses: "overseen",
  lead: "other",
  starts: ["overseer"],
  answers: ["overseer"],
  breaches: [notNamed, ownOverseer, notQualified, lapsed, notASupervisor, cannotTell],
  check({ lead, overseer }, { asOf }) {
    if (!overseer) return notNamed.found({ lead: lead.name, overseer: "" });
    const who = { lead: lead.name, overseer: overseer.name };
    if (overseer.is(lead)) return ownOverseer.found(who);
    const standing = overseer.standingOn(asOf);
    if (standing === "ended") return lapsed.found(who);
    if (standing === "not-qualified") return notQualified.found(who);
    if (standing === "cannot-tell") return cannotTell.found(who);
    return overseer.role?.kind === "manager" ? undefined : notASupervisor.found(who);
  },
});

export const examples = (): readonly Example[] => [
  met("a registered practice supervisor oversees"),
  blank("not-named", "nobody is named", { set: { overseer: "" } }),
  blank("not-named", "'TBC' is nobody", { set: { overseer: "TBC" } }),
  broken("own-overseer", "the lead oversees their own work", { set: { overseer: "A1" } }),
  broken("not-qualified", "an early help practitioner oversees", { set: { overseer: "Eli Earlyhelp" } }),
  broken("not-qualified", "a manager known to hold no registration", {
    set: { overseer: "Max Manager" },
    practitioner: { name: "Max Manager", registration: "none" },
  }),
  ...around("the overseer's registration ends", "2024-11-29", (asOf) => ({ asOf, set: { overseer: "Lee Lapsed" } }), [
    "not-a-supervisor",
    "not-a-supervisor",
    "lapsed",
  ]),
  broken("not-a-supervisor", "a senior social worker oversees", { set: { overseer: "Sal Senior" } }),
  broken("cannot-tell", "a manager whose registration is not shown", { set: { overseer: "Max Manager" } }),
  broken("cannot-tell", "a registration that is 'pending'", {
    set: { overseer: "Max Manager" },
    practitioner: { name: "Max Manager", registration: "pending" },
  }),
  broken("cannot-tell", "someone nobody knows", { set: { overseer: "Una Nowhere" } }),
  met("an Excel error: LP-32 says so", { set: { overseer: "#N/A" } }),
  broken("no-column", "the sheet has no overseer", { drop: ["overseer"] }),
  met("a social worker leads", { set: { lead: "Kim Socialworker", overseer: "" } }),
  met("early help has its own line management", { set: { status: "EH", overseer: "" } }),
  broken("not-named", "early help, where the policy has it overseen", {
    set: { status: "EH", overseer: "" },
    policy: { overseen: ["EH", "ASSESS", "CIN"] },
  }),
  met("an assistant who is registered as a social worker", {
    set: { overseer: "" },
    practitioner: { name: "Sam Assistant", registration: "SW100009" },
  }),
];
