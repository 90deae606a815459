import type { RoleKind } from "../../../../rules/policy.ts";
import { OPEN_STATUSES, statusLabel } from "../../../../rules/status.ts";

/** Settings with one value: path, label, note. */
type Words = readonly (readonly [path: string, label: string, note?: string])[];

export const ABOUT: Words = [
  ["title", "Title"],
  ["about", "About this policy"],
  ["effectiveFrom", "In force from"],
  ["scheme", "Scheme"],
];
export const TRIAL: Words = [
  ["trial.start", "Trial starts"],
  ["trial.end", "Trial ends", "The first day after it."],
  ["trial.graceDays", "Days after the end to confirm in"],
  ["trial.warnDays", "Days before the end to warn from"],
];
export const LIMITS: Words = [
  ["jointVisitWorkingDays", "Working days for a joint visit"],
  ["concernWorkingDays", "Working days to review a concern"],
  ["escalationWorkingDays", "Working days before escalating"],
  ["unallocatedDays", "Days a case may wait for a lead"],
  ["registrationGraceDays", "Days after a registration ends to enter its renewal"],
  ["registrationWarnDays", "Days before a registration ends to say so"],
  ["snapshotDueDays", "Working days after a month's end to send its list"],
  ["acceptMonths", "Months for which a finding may be accepted"],
  ["validMonths.assessment", "Months an assessment holds"],
  ["validMonths.sharing", "Months information sharing holds"],
  ["validMonths.signOff", "Months a sign-off holds"],
  ["retentionYears", "Years snapshots are kept"],
];
export const COUNCIL: Words = [
  ["frontDoor", "Front door", "Whom to ring where a child may be at risk, as it reads in a sentence."],
  ["outOfHours", "Out of hours", "Whom to ring at night and at weekends, as it reads in a sentence."],
  ["childRefPattern", "Pattern of child refs", "A regular expression that child refs match and names do not."],
  ["id", "Id of this policy", "By it the name LP_Policy chooses this policy."],
];
export const WEIGHTS: Words = OPEN_STATUSES.map((code) => [`caseWeights.${code}`, `Weight of ${statusLabel(code)}`]);

export const KINDS: readonly (readonly [RoleKind, string])[] = [
  ["social-worker", "social worker"],
  ["manager", "manager"],
  ["either", "open to social workers and to others"],
  ["assistant", "social work assistant"],
  ["early-help", "early help or family support"],
  ["education", "education"],
  ["health", "health"],
  ["partner", "another partner"],
];
