import { OPEN_STATUSES, statusLabel } from "../../../rules/status.ts";

/** The settings of a policy that are typed, each with the words of the form. */
export interface Setting {
  /** Where it stands in a policy. */
  readonly path: string;
  readonly label: string;
  /** A `decimal` may be left blank, and is then left out of the policy. */
  readonly kind: "text" | "lines" | "date" | "number" | "decimal";
  readonly note?: string;
}

export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}

export const ABOUT: SettingGroup = {
  title: "This version",
  settings: [
    { path: "title", label: "Title", kind: "text" },
    { path: "effectiveFrom", label: "In force from", kind: "date" },
    { path: "id", label: "Id", kind: "text", note: "By it a workbook names the policy that it is checked with." },
    { path: "about", label: "About this policy", kind: "lines", note: "For those who choose among policies." },
  ],
};

export const TRIAL: SettingGroup = {
  title: "The trial",
  settings: [
    { path: "trial.start", label: "Trial starts", kind: "date" },
    { path: "trial.end", label: "Trial ends", kind: "date", note: "The first day after it." },
    { path: "trial.graceDays", label: "Days after the end to confirm in", kind: "number" },
    { path: "trial.warnDays", label: "Days before the end to warn from", kind: "number" },
  ],
};

export const LIMITS: SettingGroup = {
  title: "Days and months",
  settings: [
    { path: "jointVisitWorkingDays", label: "Working days for a joint visit", kind: "number" },
    { path: "concernWorkingDays", label: "Working days to review a concern", kind: "number" },
    { path: "escalationWorkingDays", label: "Working days before escalating", kind: "number" },
    {
      path: "unallocatedDays",
      label: "Days a case may wait for a lead",
      kind: "number",
      note: "After them the Service Manager is asked.",
    },
    { path: "registrationGraceDays", label: "Days after a registration ends to enter its renewal", kind: "number" },
    { path: "registrationWarnDays", label: "Days before a registration ends to say so", kind: "number" },
    { path: "snapshotDueDays", label: "Working days after a month's end to send its list", kind: "number" },
    { path: "acceptMonths", label: "Months for which a finding may be accepted", kind: "number" },
    { path: "validMonths.assessment", label: "Months an assessment holds", kind: "number" },
    { path: "validMonths.sharing", label: "Months information sharing holds", kind: "number" },
    { path: "validMonths.signOff", label: "Months a sign-off holds", kind: "number" },
    { path: "retentionYears", label: "Years snapshots are kept", kind: "number" },
  ],
};

export const COUNCIL: SettingGroup = {
  title: "The council",
  settings: [
    {
      path: "frontDoor",
      label: "Front door",
      kind: "text",
      note: "Whom to ring where a child may be at risk, as it reads in a sentence.",
    },
    {
      path: "outOfHours",
      label: "Out of hours",
      kind: "text",
      note: "Whom to ring at night and at weekends, as it reads in a sentence.",
    },
    {
      path: "childRefPattern",
      label: "Pattern of child refs",
      kind: "text",
      note: "A regular expression that child refs match and names do not. Rows that do not match are held back.",
    },
  ],
};

export const WEIGHTS: SettingGroup = {
  title: "What a case weighs in a caseload",
  settings: OPEN_STATUSES.map((code) => ({
    path: `caseWeights.${code}`,
    label: `Weight of ${statusLabel(code)}`,
    kind: "decimal",
  })),
};

export const SUPERVISION: Setting = {
  path: "supervision.dueSoonDays",
  label: "Days before it is due to say so",
  kind: "number",
};

const GROUPS: readonly SettingGroup[] = [ABOUT, TRIAL, LIMITS, WEIGHTS, COUNCIL];
export const SETTINGS: readonly Setting[] = [...GROUPS.flatMap(({ settings }) => settings), SUPERVISION];
