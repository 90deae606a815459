import type { RuleId } from "./rule-ids.ts";
import type { StatusCode } from "./status.ts";

/** `either`: a post open to social workers and to others, of whom the register alone can tell. */
export const ROLE_KINDS = [
  "social-worker",
  "manager",
  "either",
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
  /** In their first year: such a lead does not hold protection work alone. */
  readonly newlyQualified?: boolean;
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
  /** What it is, in a few sentences for those who choose among policies. */
  readonly about: string;
  readonly effectiveFrom: string;
  /** While `trial`, the trial's teams and window bind; once `adopted`, they fall silent. */
  readonly scheme: "trial" | "adopted";
  /** Whether "Family help" is another word for early help here, or a status of its own. */
  readonly familyHelp: "early-help" | "own-status";
  /** The council's own texts for a status; they come before those that the product knows. */
  readonly statuses: readonly { readonly code: StatusCode; readonly aliases: readonly string[] }[];
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
  /** The statuses in which someone social work qualified oversees a lead who is not a social worker. */
  readonly overseen: readonly StatusCode[];
  /** How long a case may wait for a lead before the Service Manager is asked. */
  readonly unallocatedDays: number;
  /** Days after a registration has ended in which its renewal may only not have been entered. */
  readonly registrationGraceDays: number;
  /** Days before a registration ends from which its end is announced. */
  readonly registrationWarnDays: number;
  /** Working days after a month's end from which its snapshot is missing. */
  readonly snapshotDueDays: number;
  /** For how many months at most a manager may accept a finding. */
  readonly acceptMonths: number;
  /** What a case of a status weighs in a caseload; 1 without it. */
  readonly caseWeights: Readonly<Partial<Record<StatusCode, number>>>;
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
  /** Whom to ring at night and at weekends, as it should read in a sentence. */
  readonly outOfHours: string;
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
