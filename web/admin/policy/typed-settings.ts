/** The settings of a policy that are typed, each with the words of the form. */
export interface Setting {
  /** Where it stands in a policy. */
  readonly path: string;
  readonly label: string;
  readonly kind: "text" | "date" | "number";
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
      path: "childRefPattern",
      label: "Pattern of child refs",
      kind: "text",
      note: "A regular expression that child refs match and names do not. Rows that do not match are held back.",
    },
  ],
};

export const SUPERVISION: Setting = {
  path: "supervision.dueSoonDays",
  label: "Days before it is due to say so",
  kind: "number",
};

const GROUPS: readonly SettingGroup[] = [ABOUT, TRIAL, LIMITS, COUNCIL];
export const SETTINGS: readonly Setting[] = [...GROUPS.flatMap(({ settings }) => settings), SUPERVISION];
