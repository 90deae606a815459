import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { article, guidance } from "../sources.ts";

const decidedByOther = breach<{ decidedBy: string }>("decided-by-other", {
  severity: "action",
  message: ({ decidedBy }) =>
    `${decidedBy} made this allocation, and the register does not show ${decidedBy} as a social-work-qualified manager that day.`,
  nextStep:
    "Go over the allocation and decide it anew this week: a social-work-qualified practice supervisor or manager.",
});
const notRecorded = breach("not-recorded", {
  severity: "advice",
  message: "Nothing says which manager made this allocation.",
  nextStep: "Enter who decided: whoever keeps the sheet.",
});
const agenciesNotAsked = breach("agencies-not-asked", {
  severity: "advice",
  message: "Nothing says that the agencies involved were asked about this allocation.",
  nextStep: "Ask the agencies that work with the child, and enter that they were asked: the allocating manager.",
  fields: ["agenciesAsked"],
  needs: ["agenciesAsked"],
});

export const aManagerDecided = rule({
  id: "LP-12",
  title: "A social-work-qualified manager made the allocation, with the agencies involved",
  sources: [guidance("lead practitioners, children in need"), article("authority")],
  scope: "guidance",
  statuses: "overseen",
  lead: "other",
  starts: ["decidedBy"],
  answers: ["decidedBy"],
  reads: ["leadFrom"],
  fillable: { column: "decidedBy" },
  breaches: [decidedByOther, notRecorded, agenciesNotAsked],
  check({ decidedBy, agenciesAsked, leadFrom }, { asOf }) {
    const asked = agenciesAsked === "yes" ? [] : [agenciesNotAsked.found()];
    if (!decidedBy) return [notRecorded.found(), ...asked];
    const isOther =
      decidedBy.practitioner !== undefined &&
      (isUnqualified(decidedBy.standingOn(leadFrom ?? asOf)) || decidedBy.isOfOtherKind);
    return isOther ? [decidedByOther.found({ decidedBy: decidedBy.name }), ...asked] : asked;
  },
});

const manager = (registeredTo: string) => ({ practitioner: { name: "Pat Supervisor", registeredTo } });

export const examples = (): readonly Example[] => [
  met("a registered practice supervisor decided, the agencies were asked"),
  blank("not-recorded", "nothing says who decided", { set: { decidedBy: "" } }),
  broken("decided-by-other", "a senior social worker decided", { set: { decidedBy: "Sal Senior" } }),
  broken("decided-by-other", "an assistant decided", { set: { decidedBy: "Noa Newcomer" } }),
  ...around("the allocation, as the last day of the manager's registration", "2024-10-14", (day) => manager(day), [
    "decided-by-other",
    "",
    "",
  ]),
  ...around(
    "the check, as that last day, where no date of allocation is given",
    "2024-11-30",
    (day) => ({ ...manager(day), set: { leadFrom: "" } }),
    ["decided-by-other", "", ""],
  ),
  broken("decided-by-other", "a family help lead practitioner decided", {
    set: { decidedBy: "Max Manager" },
    practitioner: { name: "Max Manager", role: "FHLP", registration: "SW100009" },
  }),
  met("a manager whose registration is not shown", { set: { decidedBy: "Max Manager" } }),
  met("someone nobody knows", { set: { decidedBy: "Una Nowhere" } }),
  met("two people of that name", { set: { decidedBy: "Jo Twin" } }),
  blank("agencies-not-asked", "nothing says that agencies were asked", { set: { agenciesAsked: "" } }),
  broken("agencies-not-asked", "they were not", { set: { agenciesAsked: "no" } }),
  broken("not-recorded agencies-not-asked", "neither", { set: { decidedBy: "tbc", agenciesAsked: "no" } }),
  broken("decided-by-other agencies-not-asked", "the wrong person, asking nobody", {
    set: { decidedBy: "Sal Senior", agenciesAsked: "n" },
  }),
  met("the sheet does not ask about agencies", { set: { agenciesAsked: "no" }, drop: ["agenciesAsked"] }),
  broken("decided-by-other", "an answer about agencies that cannot be read", {
    set: { agenciesAsked: "perhaps", decidedBy: "Sal Senior" },
  }),
  met("the sheet does not say who decides", { drop: ["decidedBy"] }),
  met("a social worker leads", { set: { lead: "Kim Socialworker", decidedBy: "" } }),
];
