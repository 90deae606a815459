import { edate, showDay, type Day } from "../dates.ts";
import { around, blank, met, type Example } from "../example.ts";
import { Problem } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";

interface SignOff {
  readonly lead: string;
  readonly signedOff: Day;
  readonly allocated: Day;
}

const notSignedOff = breach<{ lead: string }>("not-signed-off", {
  severity: "action",
  message: ({ lead }) => `The register shows no sign-off of ${lead} as ready to lead.`,
  nextStep: ({ lead }) => `Sign ${lead} off as ready, or re-allocate, this week: the practice supervisor.`,
  fields: ["lead"],
});
const signedOffLate = breach<SignOff>("signed-off-late", {
  severity: "advice",
  message: ({ lead, signedOff, allocated }) =>
    `The sign-off of ${lead} as ready is dated ${showDay(signedOff)}, after this case was allocated on ${showDay(allocated)}.`,
  nextStep: "Go through at the next supervision what was done until the sign-off: the practice supervisor.",
  fields: ["leadFrom", "lead"],
});
const signOffOld = breach<SignOff>("sign-off-old", {
  severity: "advice",
  message: ({ lead, signedOff }) => `The last sign-off of ${lead} as ready is dated ${showDay(signedOff)}.`,
  nextStep: ({ lead }) =>
    `Go through the sign-off with ${lead} at the next supervision, and enter the new date: the practice supervisor.`,
  fields: ["lead"],
});

export const signedOffFirst = rule({
  id: "LP-10",
  title: "The lead was signed off as ready before taking the case",
  sources: [kent("who may lead")],
  scope: "local",
  statuses: "overseen",
  lead: "other",
  starts: ["lead"],
  answers: ["lead"],
  reads: ["leadFrom"],
  register: ["signedOffOn"],
  breaches: [notSignedOff, signedOffLate, signOffOld],
  check({ lead, leadFrom }, { asOf, terms }) {
    const signedOff = lead.practitioner?.signedOffOn;
    if (!lead.practitioner || signedOff instanceof Problem) return undefined;
    if (signedOff === undefined || signedOff > asOf) return notSignedOff.found({ lead: lead.name });
    const when = { lead: lead.name, signedOff, allocated: leadFrom ?? asOf };
    const isOld = edate(signedOff, terms.policy.validMonths.signOff) < asOf;
    return [
      ...(signedOff > when.allocated ? [signedOffLate.found(when)] : []),
      ...(isOld ? [signOffOld.found(when)] : []),
    ];
  },
});

const signed = (signedOffOn: string) => ({ name: "Sam Assistant", signedOffOn });

export const examples = (): readonly Example[] => [
  met("signed off before taking the case"),
  blank("not-signed-off", "no sign-off", { practitioner: signed("") }),
  ...around("the case is taken, as the day of sign-off", "2024-10-14", (day) => ({ practitioner: signed(day) }), [
    "",
    "",
    "signed-off-late",
  ]),
  ...around("the check, as the day of sign-off", "2024-11-30", (day) => ({ practitioner: signed(day) }), [
    "signed-off-late",
    "signed-off-late",
    "not-signed-off",
  ]),
  ...around(
    "twelve months after the sign-off",
    "2024-11-30",
    (asOf) => ({ asOf, practitioner: signed("2023-11-30") }),
    ["", "", "sign-off-old"],
  ),
  met("no date of allocation", { set: { leadFrom: "" } }),
  met("a date of allocation that cannot be read", { set: { leadFrom: "soon" }, practitioner: signed("") }),
  met("a sign-off that cannot be read: LP-31 says so", { practitioner: signed("October") }),
  met("the lead is not on the register", { set: { lead: "Una Nowhere", leadRole: "SWA" } }),
  met("a social worker whose registration has ended", { set: { lead: "Lee Lapsed" } }),
  met("the register keeps no sign-offs", { unregistered: ["signedOffOn"] }),
];
