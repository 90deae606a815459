import { isOverdue } from "../context.ts";
import { edate, showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified } from "../people.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { kent } from "../sources.ts";
import { count } from "../text.ts";

const MONTHS_WITHOUT = 3;

const notMade = breach<{ asked: Day; days: number }>("not-made", {
  severity: "action",
  message: ({ asked, days }) =>
    `A joint visit was asked for on ${showDay(asked)}; more than ${count(days, "working day")} have gone by without one.`,
  nextStep: "Have the visit made with a social worker this week, and enter its date: the overseer.",
});
const notWithSocialWorker = breach<{ visited: Day; visitor: string; isAhead: boolean }>("not-with-social-worker", {
  severity: "action",
  message: ({ visited, visitor, isAhead }) =>
    `The joint visit of ${showDay(visited)} ${isAhead ? "is to be" : "was"} with ${visitor}, whom the register does not show as social work qualified on that day.`,
  nextStep: ({ isAhead }) =>
    `${isAhead ? "Find a social worker for it" : "Plan a joint visit with a social worker"} this week: the overseer.`,
  fields: ["jointVisitWith", "jointVisitOn"],
  needs: ["jointVisitWith"],
});
const noneYet = breach<{ lead: string; allocated: Day }>("none-yet", {
  severity: "advice",
  message: ({ lead, allocated }) => `No joint visit is entered since ${lead} took this case on ${showDay(allocated)}.`,
  nextStep: "Plan a joint visit with a social worker at the next supervision: the overseer.",
});

export const jointVisits = rule({
  id: "LP-15",
  title: "Joint visits with a social worker are made when asked for, and from time to time",
  sources: [kent("joint visits")],
  scope: "local",
  statuses: "overseen",
  lead: "other",
  starts: ["jointVisitAskedOn"],
  answers: ["jointVisitOn"],
  reads: ["leadFrom"],
  countsWorkingDays: ["not-made"],
  breaches: [notMade, notWithSocialWorker, noneYet],
  check({ lead, leadFrom, jointVisitAskedOn: asked, jointVisitOn: visited, jointVisitWith: visitor }, context) {
    const { asOf } = context;
    const days = context.terms.policy.jointVisitWorkingDays;
    const hasVisitSince = (day: Day): boolean => visited !== undefined && visited >= day && visited <= asOf;
    const counts = visited !== undefined && (leadFrom === undefined || visited >= leadFrom);
    const found: RuleFinding[] = [];
    if (asked === undefined) {
      const isLong = leadFrom !== undefined && edate(leadFrom, MONTHS_WITHOUT) < asOf && !hasVisitSince(leadFrom);
      if (isLong) found.push(noneYet.found({ lead: lead.name, allocated: leadFrom }));
    } else if (!hasVisitSince(asked) && isOverdue(days, asked, context)) found.push(notMade.found({ asked, days }));
    if (counts && visitor && isUnqualified(visitor.standingOn(visited)))
      found.push(notWithSocialWorker.found({ visited, visitor: visitor.name, isAhead: visited > asOf }));
    return found;
  },
});

const asked = (jointVisitAskedOn: string, jointVisitOn = "", jointVisitWith = "") => ({
  jointVisitAskedOn,
  jointVisitOn,
  jointVisitWith,
});

export const examples = (): readonly Example[] => [
  met("never asked for, and the case is young"),
  ...around(
    "the tenth working day, bank holidays left out",
    "2025-01-02",
    (asOf) => ({ asOf, set: asked("2024-12-16") }),
    ["", "", "not-made"],
  ),
  ...around(
    "the visit is asked for, as the day of a visit",
    "2024-11-01",
    (day) => ({ set: asked("2024-11-01", day) }),
    ["not-made", "", ""],
  ),
  ...around("the check, as the day of a visit", "2024-11-30", (day) => ({ set: asked("2024-11-01", day) }), [
    "",
    "",
    "not-made",
  ]),
  ...around("three months have gone by without any", "2025-01-14", (asOf) => ({ asOf, set: asked("") }), [
    "",
    "",
    "none-yet",
  ]),
  ...around(
    "the case is taken, as the day of a visit",
    "2024-10-14",
    (day) => ({ asOf: "2025-01-20", set: asked("", day) }),
    ["none-yet", "", ""],
  ),
  ...around(
    "the case is taken, as the day of a visit with an assistant",
    "2024-10-14",
    (day) => ({ set: asked("", day, "Noa Newcomer") }),
    ["", "not-with-social-worker", "not-with-social-worker"],
  ),
  ...around(
    "the visitor's registration ends, as the day of a visit",
    "2024-11-29",
    (day) => ({ set: asked("", day, "Lee Lapsed") }),
    ["", "", "not-with-social-worker"],
  ),
  broken("not-with-social-worker", "planned with an assistant", { set: asked("", "2024-12-20", "Noa Newcomer") }),
  broken("not-with-social-worker", "asked for, and made with an assistant", {
    set: asked("2024-11-01", "2024-11-05", "Noa Newcomer"),
  }),
  broken("not-made not-with-social-worker", "asked for again after a visit with an assistant", {
    set: asked("2024-11-06", "2024-11-05", "Noa Newcomer"),
  }),
  met("made with someone nobody knows", { set: asked("", "2024-11-05", "Una Nowhere") }),
  broken("not-with-social-worker", "no date of allocation", {
    set: { ...asked("", "2024-11-05", "Noa Newcomer"), leadFrom: "" },
  }),
  blank("", "no date of allocation, no visit", { asOf: "2025-01-20", set: { ...asked(""), leadFrom: "" } }),
  blank("not-made", "asked for, nothing entered", { set: asked("2024-11-01") }),
  met("the sheet does not say with whom", { set: asked("", "2024-11-05", "Noa Newcomer"), drop: ["jointVisitWith"] }),
  met("past the end of the bank-holiday list", {
    asOf: "2028-02-01",
    set: { ...asked("2027-12-01"), leadFrom: "2027-11-20" },
  }),
  met("the sheet does not say what was asked for", { set: asked("2024-11-01"), drop: ["jointVisitAskedOn"] }),
];
