import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { leadsAs } from "./registrations.ts";

interface When {
  readonly lead: Pick<Person, "name" | "role">;
  readonly start: Day;
  /** The trial's last day. */
  readonly last: Day;
  readonly allocated: Day;
  /** The last day on which a manager may still confirm. */
  readonly grace: Day;
}

const reallocate = "Re-allocate to a registered social worker today: the team manager.";

const beforeTrial = breach<When>("before-trial", {
  severity: "not-eligible",
  message: ({ lead, start }) => `${leadsAs(lead)}; the trial that allows it begins on ${showDay(start)}.`,
  nextStep: reallocate,
});
const allocatedAfterEnd = breach<When>("allocated-after-end", {
  severity: "not-eligible",
  message: ({ lead, allocated, last }) =>
    `${leadsAs(lead)}, allocated on ${showDay(allocated)}, after the trial's last day, ${showDay(last)}.`,
  nextStep: reallocate,
});
const trialEnded = breach<When>("trial-ended", {
  severity: "not-eligible",
  message: ({ lead, last, grace }) =>
    `${leadsAs(lead)}; the trial's last day was ${showDay(last)}, and the time to confirm ended on ${showDay(grace)}.`,
  nextStep:
    "Re-allocate to a registered social worker today, or put the extended or adopted policy in force: the Service Manager.",
});
const trialEndedConfirm = breach<When>("trial-ended-confirm", {
  severity: "action",
  message: ({ lead, last }) => `${leadsAs(lead)}; the trial's last day was ${showDay(last)}.`,
  nextStep: ({ grace }) =>
    `Confirm this allocation (column 'Confirmed on') or re-allocate by ${showDay(grace)}: the team manager.`,
  reads: ["confirmedOn"],
});
const noDate = breach<When>("no-date", {
  severity: "check",
  message: ({ lead }) => `${leadsAs(lead)}; no date says since when, so nobody can tell whether the trial covers it.`,
  nextStep: "Enter the date of allocation: whoever keeps the sheet.",
});
const allocatedBeforeStart = breach<When>("allocated-before-start", {
  severity: "action",
  message: ({ lead, allocated, start }) =>
    `${leadsAs(lead)}, allocated on ${showDay(allocated)}, before the trial began on ${showDay(start)}.`,
  nextStep: "Confirm this allocation under the trial (column 'Confirmed on') or re-allocate: the team manager.",
  reads: ["confirmedOn"],
});
const trialEnding = breach<When>("trial-ending", {
  severity: "advice",
  message: ({ lead, last }) => `The trial under which ${lead.name} leads has its last day on ${showDay(last)}.`,
  nextStep: ({ last }) => `Decide by ${showDay(last)} who leads after it: the team manager.`,
});

export const withinTheTrial = rule({
  id: "LP-06",
  title: "A lead who is not a social worker was allocated, and still leads, within the trial",
  sources: [kent("where and when the trial runs")],
  scope: "trial",
  must: true,
  statuses: ["CIN", "ASSESS"],
  lead: "other",
  starts: ["leadFrom"],
  answers: ["leadFrom"],
  breaches: [beforeTrial, allocatedAfterEnd, trialEnded, trialEndedConfirm, noDate, allocatedBeforeStart, trialEnding],
  check({ lead, leadFrom, confirmedOn = -Infinity }, { asOf, terms }) {
    const { start, end, graceEnd, warnFrom } = terms.trial;
    const when: When = { lead, start, last: end - 1, allocated: leadFrom ?? asOf, grace: graceEnd - 1 };
    if (asOf < start) return beforeTrial.found(when);
    if (leadFrom !== undefined && leadFrom >= end) return allocatedAfterEnd.found(when);
    if (asOf >= graceEnd) return trialEnded.found(when);
    if (asOf >= end && confirmedOn < end) return trialEndedConfirm.found(when);
    if (leadFrom === undefined) return noDate.found(when);
    if (leadFrom < start && confirmedOn < start) return allocatedBeforeStart.found(when);
    return asOf >= warnFrom && asOf < end ? trialEnding.found(when) : undefined;
  },
});

const ended = "trial-ended-confirm";
const early = { leadFrom: "2024-10-02", lastSupervision: "" };

export const examples = (): readonly Example[] => [
  met("allocated in the trial, and led in it"),
  ...around("the trial begins", "2024-10-04", (asOf) => ({ asOf, set: early }), [
    "before-trial",
    "allocated-before-start",
    "allocated-before-start",
  ]),
  ...around("the trial begins, as the day of allocation", "2024-10-04", (leadFrom) => ({ set: { leadFrom } }), [
    "allocated-before-start",
    "",
    "",
  ]),
  ...around(
    "the trial begins, as the day of confirming an earlier allocation",
    "2024-10-04",
    (confirmedOn) => ({ set: { ...early, confirmedOn } }),
    ["allocated-before-start", "", ""],
  ),
  ...around("the warning of its end begins", "2025-03-07", (asOf) => ({ asOf }), ["", "trial-ending", "trial-ending"]),
  ...around("the trial ends", "2025-04-04", (asOf) => ({ asOf }), ["trial-ending", ended, ended]),
  ...around(
    "the trial ends, as the day of allocation",
    "2025-04-04",
    (leadFrom) => ({ asOf: "2025-04-20", set: { leadFrom } }),
    [ended, "allocated-after-end", "allocated-after-end"],
  ),
  ...around(
    "the trial ends, as the day of confirming",
    "2025-04-04",
    (confirmedOn) => ({ asOf: "2025-04-20", set: { confirmedOn } }),
    [ended, "", ""],
  ),
  ...around("the time to confirm is over", "2025-05-02", (asOf) => ({ asOf }), [ended, "trial-ended", "trial-ended"]),
  broken("trial-ended", "confirmed, but the time is over", { asOf: "2025-05-02", set: { confirmedOn: "2025-04-10" } }),
  blank("no-date", "no date of allocation", { set: { leadFrom: "" } }),
  blank("no-date", "none, though confirmed after the end", {
    asOf: "2025-04-20",
    set: { leadFrom: "", confirmedOn: "2025-04-10" },
  }),
  met("a confirmation that cannot be read: LP-31 says so", { asOf: "2025-04-20", set: { confirmedOn: "yes" } }),
  broken("trial-ended", "one that cannot be read, once the time is over", {
    asOf: "2025-05-02",
    set: { confirmedOn: "yes" },
  }),
  met("a date of allocation that cannot be read", { set: { leadFrom: "4/10/24" } }),
  broken("no-column", "the sheet has no date of allocation", { drop: ["leadFrom"] }),
  broken("allocated-before-start", "the sheet has no column for confirming", {
    set: { leadFrom: "2024-10-03" },
    drop: ["confirmedOn"],
  }),
  met("a social worker allocated before it", { set: { lead: "Kim Socialworker", leadFrom: "2024-01-08" } }),
  met("the trial was extended", { asOf: "2025-05-02", policy: { trial: { end: "2025-10-04" } } }),
  met("the scheme was adopted", { asOf: "2025-05-02", policy: { scheme: "adopted" } }),
];
