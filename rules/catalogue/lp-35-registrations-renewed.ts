import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import type { FieldId } from "../fields.ts";
import type { Person } from "../people.ts";
import { isUsable } from "../read.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { procedures } from "../sources.ts";
import { lookUp, shownTo } from "./registrations.ts";

/** Days before the end from which a manager asks. */
const SOON_DAYS = 7;

interface Registration {
  readonly name: string;
  readonly to: Day;
}

const ended = breach<Registration>("ended", {
  severity: "action",
  message: ({ name, to }) => `Of ${name}, ${shownTo(to)}.`,
  nextStep: ({ name }) =>
    `${lookUp(name)}; if none is shown there, decide today who takes on what needs a registration: the team manager.`,
});
const endingSoon = breach<Registration>("ending-soon", {
  severity: "check",
  message: ({ name, to }) =>
    `The register here shows ${name}'s registration to ${showDay(to)}. Every registration in England ends on a 30 November.`,
  nextStep: ({ name, to }) =>
    `Ask ${name} whether it is renewed, and enter the new date by ${showDay(to)}: the team manager.`,
});
const ending = breach<Registration>("ending", {
  severity: "advice",
  message: ({ name, to }) => `The register here shows ${name}'s registration to ${showDay(to)}.`,
  nextStep: ({ name, to }) =>
    `Renew it with Social Work England by ${showDay(to)} (renewing opens on 1 September, every registration ends on 30 November), and have the new date entered: ${name}.`,
});

export const registrationsRenewed = rule({
  id: "LP-35",
  title: "Registrations are renewed before they end",
  sources: [procedures("renewal of registrations")],
  scope: "local",
  statuses: "all",
  lead: "any",
  starts: [],
  answers: [],
  looksAt: ["overseer"],
  register: ["registration", "registeredTo"],
  crossRowFacts: ["leaders"],
  breaches: [ended, endingSoon, ending],
  check({ lead, overseer, index }, { asOf, crossRow, terms }) {
    const find = (person: Person | undefined, field: FieldId): RuleFinding | undefined => {
      if (!person || !crossRow.isFirstRowOf(person, index)) return undefined;
      const { registration, registeredTo: to } = person.practitioner ?? {};
      if (registration !== "held" || !isUsable(to)) return undefined;
      const [shown, at] = [{ name: person.name, to }, { fields: [field] }];
      if (to < asOf) return ended.found(shown, at);
      if (to - SOON_DAYS <= asOf) return endingSoon.found(shown, at);
      return to - terms.policy.registrationWarnDays <= asOf ? ending.found(shown, at) : undefined;
    };
    return [find(lead, "lead"), overseer?.is(lead) ? undefined : find(overseer, "overseer")].filter(
      (found) => found !== undefined,
    );
  },
});

const pat = (registeredTo: string) => ({ practitioner: { name: "Pat Supervisor", registeredTo } });
const led = (asOf: string, registeredTo: string) => ({
  asOf,
  set: { lead: "Kim Socialworker", overseer: "" },
  practitioner: { name: "Kim Socialworker", registeredTo },
});

export const examples = (): readonly Example[] => [
  met("a year to run"),
  ...around("the overseer's registration ends", "2024-11-30", (asOf) => ({ asOf, ...pat("2024-11-30") }), [
    "ending-soon",
    "ending-soon",
    "ended",
  ]),
  ...around("seven days before the lead's ends", "2024-11-23", (asOf) => led(asOf, "2024-11-30"), [
    "ending",
    "ending-soon",
    "ending-soon",
  ]),
  ...around("ninety days before it ends", "2024-09-01", (asOf) => led(asOf, "2024-11-30"), ["", "ending", "ending"]),
  ...around(
    "thirty days before it ends, where the policy says thirty",
    "2024-10-31",
    (asOf) => ({ ...led(asOf, "2024-11-30"), policy: { registrationWarnDays: 30 } }),
    ["", "ending", "ending"],
  ),
  broken("ended ended", "the lead's and the overseer's", { set: { lead: "Lee Lapsed" }, ...pat("2023-11-30") }),
  broken("ended", "one person in both columns, said once", { set: { lead: "Lee Lapsed", overseer: "W2" } }),
  broken("ended", "an assistant whose own registration has ended", {
    practitioner: { name: "Sam Assistant", registration: "SW100009", registeredTo: "2024-10-31" },
  }),
  broken("ended", "the status is blank", { set: { lead: "Lee Lapsed", status: "" } }),
  met("said once, on the person's first open row", {
    set: { lead: "Sam Assistant" },
    more: [{ overseer: "Lee Lapsed" }],
  }),
  met("no registration is held", { set: { lead: "Max Manager" } }),
  blank("", "the register does not say until when: LP-33 says so", pat("")),
  met("an end that cannot be read: LP-31 says so", pat("Nov 2024")),
  met("somebody named in another column", { set: { cover: "Lee Lapsed" } }),
  met("two people of that name", { set: { lead: "Jo Twin" } }),
  met("nobody leads or oversees", { set: { lead: "", overseer: "" } }),
  met("a closed case", { set: { lead: "Lee Lapsed", status: "Closed" } }),
  met("the register keeps no ends", { set: { lead: "Lee Lapsed" }, unregistered: ["registeredTo"] }),
];
