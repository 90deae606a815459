import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article, procedures } from "../sources.ts";
import { statusLabel, type StatusCode } from "../status.ts";
import { count } from "../text.ts";

interface Wait {
  /** Undefined where the sheet does not say. */
  readonly since: Day | undefined;
  readonly days: number;
  /** The day by which somebody must be named before it goes further up. */
  readonly until: Day;
  readonly isLong: boolean;
}

const waited = ({ since, days }: Wait): string =>
  `${since === undefined ? "" : `; the case has waited since ${showDay(since)}, ${count(days, "day")}`}. A team, 'duty' or 'TBC' is not a person.`;

const noSocialWorker = breach<Wait & { status: StatusCode }>("no-social-worker", {
  severity: "not-eligible",
  message: (wait) => `No social worker is named as lead of this ${statusLabel(wait.status)} case${waited(wait)}`,
  nextStep: ({ isLong }) =>
    `Name a registered social worker as lead today: the ${isLong ? "Service Manager" : "team manager"}.`,
});
const notNamed = breach<Wait>("not-named", {
  severity: "action",
  message: (wait) => `Nobody is named as lead professional${waited(wait)}`,
  nextStep: (wait) =>
    wait.isLong
      ? "Decide today who leads, or who sees to the child until somebody does: the Service Manager."
      : `Name one person as lead professional ${wait.since === undefined ? "now" : `by ${showDay(wait.until)}`}: the team manager.`,
});

export const aLeadIsNamed = rule({
  id: "LP-01",
  title: "Every open case names its lead professional",
  sources: [article("one named lead"), procedures("unallocated cases")],
  scope: "concern",
  statuses: "all",
  lead: "any",
  starts: ["lead"],
  answers: ["lead"],
  looksAt: ["statusFrom"],
  breaches: [noSocialWorker, notNamed],
  check({ lead, status, statusFrom: since }, { asOf, terms }) {
    if (lead) return undefined;
    const { unallocatedDays, socialWorkerOnly } = terms.policy;
    const from = since ?? asOf;
    const wait = { since, days: asOf - from, until: from + unallocatedDays, isLong: asOf - from > unallocatedDays };
    return status !== undefined && socialWorkerOnly.includes(status)
      ? noSocialWorker.found({ ...wait, status })
      : notNamed.found(wait);
  },
});

export const examples = (): readonly Example[] => [
  met("someone is named"),
  blank("not-named", "nobody is named", { set: { lead: "" } }),
  blank("not-named", "nobody is named, and nothing says since when", { set: { lead: "", statusFrom: "" } }),
  broken("not-named", "'Duty' is nobody", { set: { lead: "Duty" } }),
  broken("not-named", "a team's name is nobody", { set: { lead: "Gravesham" } }),
  broken("no-social-worker", "nobody is named for a child on a protection plan", {
    set: { lead: "TBC", status: "CP" },
  }),
  broken("no-social-worker", "nobody is named for a looked-after child", {
    set: { lead: "", status: "Child in care", statusFrom: "2024-11-28" },
  }),
  broken("not-named", "a status that the policy opens to others", {
    set: { lead: "", status: "CLA" },
    policy: { socialWorkerOnly: ["S47", "CP", "PP"] },
  }),
  ...around(
    "a case has waited fourteen days",
    "2024-11-30",
    (asOf) => ({ asOf, set: { lead: "", statusFrom: "2024-11-16" } }),
    ["not-named", "not-named", "not-named"],
  ),
  broken("not-named", "the start of the status cannot be read: LP-31 says so too", {
    set: { lead: "", statusFrom: "spring" },
  }),
  broken("not-named", "nobody is named and the status is blank", { set: { lead: "", status: "" } }),
  met("a closed case needs nobody", { set: { lead: "", status: "Closed" } }),
  met("a cell with an Excel error is not a blank", { set: { lead: "#N/A" } }),
];
