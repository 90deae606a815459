import { isLate, isOverdue } from "../context.ts";
import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { isUnqualified, type Person } from "../people.ts";
import type { Policy } from "../policy.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";
import { count } from "../text.ts";

/** More working days than these without a review go to the Service Manager as well. */
const LONG_WORKING_DAYS = 5;

interface Concern {
  readonly raised: Day;
  readonly by: string;
  readonly reviewed: Day;
  readonly isClosed: boolean;
  readonly policy: Pick<Policy, "frontDoor" | "outOfHours">;
}

/** What every next step ends with: where a child may be at risk, a sheet tells nobody. */
const atRisk = ({ isClosed, policy: { frontDoor, outOfHours } }: Concern): string =>
  isClosed
    ? `This sheet is not a referral: ring ${frontDoor} (out of hours, ${outOfHours}) today, and 999 at once in danger.`
    : "This sheet is not a referral: if the child may be at risk, follow the council's child protection procedures today, and ring 999 at once in danger.";

const review = ({ isClosed }: Concern): string =>
  isClosed
    ? "Have a social-work-qualified manager review it now, and enter the date: whoever keeps the sheet"
    : "Review it now, and enter the date: the team's manager, social work qualified";

const notReviewed = breach<Concern & { isLong: boolean }>("not-reviewed", {
  severity: "action",
  message: ({ raised }) => `A concern was raised on ${showDay(raised)}, and no review of it is entered since.`,
  nextStep: (c) => `${review(c)}.${c.isLong ? " Tell the Service Manager as well, today." : ""} ${atRisk(c)}`,
});
const reviewedByOther = breach<Concern>("reviewed-by-other", {
  severity: "action",
  message: ({ raised, by }) =>
    `The concern of ${showDay(raised)} was reviewed by ${by}, and the register does not show ${by} as a social-work-qualified manager that day.`,
  nextStep: (c) => `${review(c)}. ${atRisk(c)}`,
  fields: ["concernReviewedBy"],
  needs: ["concernReviewedBy"],
});
const cannotTell = breach<Concern>("cannot-tell", {
  severity: "check",
  message: ({ raised, by }) =>
    by === ""
      ? `Nothing says who reviewed the concern of ${showDay(raised)}.`
      : `Nothing shows whether ${by}, who reviewed the concern of ${showDay(raised)}, is a social-work-qualified manager.`,
  nextStep: (c) =>
    `Enter today ${c.by === "" ? "who reviewed it" : `${c.by}'s role and registration`}, or have it reviewed again: whoever keeps the sheet. ${atRisk(c)}`,
  fields: ["concernReviewedBy"],
  needs: ["concernReviewedBy"],
});
const reviewedLate = breach<Concern & { days: number }>("reviewed-late", {
  severity: "advice",
  message: ({ raised, reviewed, days }) =>
    `The concern of ${showDay(raised)} was reviewed on ${showDay(reviewed)}, more than ${count(days, "working day")} later.`,
  nextStep: (c) => `See that the next one is reviewed in time: the team manager. ${atRisk(c)}`,
});

function byWhom(reviewer: Person | undefined, on: Day) {
  if (!reviewer?.practitioner) return cannotTell;
  const standing = reviewer.standingOn(on);
  if (isUnqualified(standing) || reviewer.isOfOtherKind) return reviewedByOther;
  return standing === "qualified" && reviewer.role ? undefined : cannotTell;
}

export const concernsReviewed = rule({
  id: "LP-28",
  title: "A concern raised by any agency is reviewed by a social-work-qualified manager within one working day",
  sources: [article("warning signs from any agency")],
  scope: "concern",
  statuses: "any",
  lead: "any",
  starts: ["concernOn"],
  answers: ["concernReviewedOn"],
  countsWorkingDays: ["not-reviewed", "reviewed-late"],
  breaches: [notReviewed, reviewedByOther, cannotTell, reviewedLate],
  check({ concernOn: raised, concernReviewedOn: on, concernReviewedBy: reviewer, isClosed }, context) {
    if (raised === undefined) return undefined;
    const { policy } = context.terms;
    const days = policy.concernWorkingDays;
    const concern = { raised, by: reviewer?.name ?? "", reviewed: raised, isClosed, policy };
    if (on === undefined || on < raised) {
      const isLong = isOverdue(LONG_WORKING_DAYS, raised, context);
      return isOverdue(days, raised, context) ? notReviewed.found({ ...concern, isLong }) : undefined;
    }
    const wrong = byWhom(reviewer, on)?.found({ ...concern, reviewed: on });
    const late = isLate(days, raised, on, context) ? [reviewedLate.found({ ...concern, reviewed: on, days })] : [];
    return wrong ? [wrong, ...late] : late;
  },
});

const concern = (concernOn: string, concernReviewedOn = "", concernReviewedBy = "") => ({
  set: { concernOn, concernReviewedOn, concernReviewedBy },
});

export const examples = (): readonly Example[] => [
  met("no concern was raised"),
  met(
    "reviewed by a registered practice supervisor the next day",
    concern("2024-11-20", "2024-11-21", "Pat Supervisor"),
  ),
  blank("not-reviewed", "not reviewed", concern("2024-11-20")),
  ...around("the first working day after a Friday", "2024-12-02", (asOf) => ({ asOf, ...concern("2024-11-29") }), [
    "",
    "",
    "not-reviewed",
  ]),
  ...around("the first working day after Christmas Eve", "2024-12-27", (asOf) => ({ asOf, ...concern("2024-12-24") }), [
    "",
    "",
    "not-reviewed",
  ]),
  ...around("the concern, as the day of review", "2024-11-20", (day) => concern("2024-11-20", day, "Pat Supervisor"), [
    "not-reviewed",
    "",
    "",
  ]),
  ...around(
    "the first working day, as the day of review",
    "2024-11-21",
    (day) => concern("2024-11-20", day, "Pat Supervisor"),
    ["", "", "reviewed-late"],
  ),
  ...around(
    "the reviewer's registration ends, as the day of review",
    "2024-11-21",
    (day) => ({
      ...concern(day, day, "Pat Supervisor"),
      practitioner: { name: "Pat Supervisor", registeredTo: "2024-11-21" },
    }),
    ["", "", "reviewed-by-other"],
  ),
  ...around("the fifth working day", "2024-11-27", (asOf) => ({ asOf, ...concern("2024-11-20") }), [
    "not-reviewed",
    "not-reviewed",
    "not-reviewed",
  ]),
  broken("not-reviewed", "on a closed case", { set: { ...concern("2024-11-20").set, status: "Closed" } }),
  broken("reviewed-by-other", "on a closed case, reviewed by an assistant", {
    set: { ...concern("2024-11-20", "2024-11-20", "Sam Assistant").set, status: "Closed" },
  }),
  broken("reviewed-by-other", "reviewed by a senior social worker", concern("2024-11-20", "2024-11-20", "Sal Senior")),
  broken(
    "reviewed-by-other reviewed-late",
    "reviewed late by an assistant",
    concern("2024-11-18", "2024-11-20", "Sam Assistant"),
  ),
  blank("cannot-tell", "nothing says who reviewed it", concern("2024-11-20", "2024-11-21")),
  broken(
    "cannot-tell",
    "reviewed by a manager whose registration is not shown",
    concern("2024-11-20", "2024-11-21", "Max Manager"),
  ),
  broken("cannot-tell", "reviewed by someone nobody knows", concern("2024-11-20", "2024-11-21", "Una Nowhere")),
  broken("cannot-tell", "reviewed by someone registered whose role is not shown", {
    ...concern("2024-11-20", "2024-11-21", "Kim Socialworker"),
    practitioner: { name: "Kim Socialworker", role: "" },
  }),
  met("the sheet does not say who reviews", { ...concern("2024-11-20", "2024-11-21"), drop: ["concernReviewedBy"] }),
  met("the sheet has no reviews", { ...concern("2024-11-20"), drop: ["concernReviewedOn"] }),
  broken("not-reviewed", "nobody leads, and the status is blank", {
    set: { concernOn: "2024-11-20", lead: "", status: "" },
  }),
  met("past the end of the bank-holiday list", { asOf: "2028-02-01", ...concern("2028-01-10") }),
  met("past its end, reviewed late before it", {
    asOf: "2028-02-01",
    ...concern("2027-11-01", "2027-11-30", "Pat Supervisor"),
    practitioner: { name: "Pat Supervisor", registeredTo: "2028-11-30" },
  }),
  met("a review that cannot be read: LP-31 says so", concern("2024-11-20", "yes")),
];
