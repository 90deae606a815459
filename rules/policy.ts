import type { RuleId } from "./rule-ids.ts";
import type { StatusCode } from "./status.ts";

export const ROLE_KINDS = [
  "social-worker",
  "manager",
  "assistant",
  "early-help",
  "education",
  "health",
  "partner",
] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

export interface Role {
  readonly name: string;
  readonly kind: RoleKind;
  readonly aliases: readonly string[];
  /** Bound to a timetable, so unable to respond at once: such a lead needs a cover. */
  readonly timetabled?: boolean;
}

export interface Team {
  /** Never changes, whatever the team comes to be called. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How often formal supervision is due: "monthly" means a calendar month in some councils, four weeks in others. */
export type Interval = { readonly months: number } | { readonly days: number };

/** A council's settings. Dates are ISO dates; intervals hold from their first day up to, not on, their end. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: string;
  /** While `trial`, the trial's teams and window bind; once `adopted`, they fall silent. */
  readonly scheme: "trial" | "adopted";
  readonly trial: {
    readonly start: string;
    readonly end: string;
    /** Days after the end in which a manager may still confirm an allocation. */
    readonly graceDays: number;
    /** Days before the end from which the ending is announced. */
    readonly warnDays: number;
    readonly teams: readonly Team[];
  };
  readonly otherTeams: readonly Team[];
  /** The statuses that only a registered social worker may lead. */
  readonly socialWorkerOnly: readonly StatusCode[];
  /** Whether early help cases too need a social-work-qualified overseer. */
  readonly overseeEarlyHelp: boolean;
  readonly roles: readonly Role[];
  readonly supervision: { readonly every: Interval; readonly dueSoonDays: number };
  /** The training schedule: each course with the day from which it is asked for. */
  readonly courses: readonly { readonly name: string; readonly from: string }[];
  /** Whether someone other than a social worker may carry out the assessment. */
  readonly assessmentByOthers: boolean;
  readonly jointVisitWorkingDays: number;
  readonly concernWorkingDays: number;
  readonly escalationWorkingDays: number;
  /** How long, in months, an assessment, a record of information sharing and a sign-off hold good. */
  readonly validMonths: { readonly assessment: number; readonly sharing: number; readonly signOff: number };
  /** A regular expression that child refs match and names do not. */
  readonly childRefPattern: string;
  /** Whom to ring where a child may be at risk, as it should read in a sentence. */
  readonly frontDoor: string;
  readonly retentionYears: number;
  readonly rulesOff: readonly RuleId[];
  /** Whom a team asks first; `team` is a team's id. */
  readonly serviceManagers: readonly { readonly team: string; readonly name: string }[];
}

/** Every team that a policy knows, those of the trial first. */
export const teamsIn = ({ trial, otherTeams }: Pick<Policy, "trial" | "otherTeams">): readonly Team[] => [
  ...trial.teams,
  ...otherTeams,
];
