/** What a column's cells hold, and so how they are read (read.ts). */
export type Kind =
  | "text"
  | "yes-no"
  | "filled"
  | "team"
  | "status"
  | "date"
  | "complexity"
  | "person"
  | "role"
  | "number"
  | "service"
  | "rules";

export interface Field {
  /** The header that the template writes. */
  readonly header: string;
  readonly kind: Kind;
  /** Other headers that managers use for it; compared without case, spaces and punctuation. */
  readonly aliases: readonly string[];
  /** A date that may lie after the check date (a meeting, a joint visit, an action that is due). */
  readonly isForward?: true;
  /** A date that only says whether something was done: "yes" answers it without a day. */
  readonly mayBeUndated?: true;
}

const field = <K extends Kind>(header: string, kind: K, ...aliases: string[]) => ({ header, kind, aliases });
const forward = (header: string, ...aliases: string[]) => ({ header, kind: "date", aliases, isForward: true }) as const;
const answered = (header: string, ...aliases: string[]) =>
  ({ header, kind: "date", aliases, mayBeUndated: true }) as const;

/**
 * The columns of an allocation row. Everything else on a manager's sheet is neither read into a check nor
 * sent anywhere; no field holds a name, a date of birth, an address or free text about a child or family.
 */
export const FIELDS = {
  childRef: field(
    "Child ref",
    "text",
    "child id",
    "child unique id",
    "child reference",
    "child ref no",
    "LCS id",
    "Liquidlogic id",
    "Mosaic id",
    "Liberi id",
    "Swift id",
    "case id",
    "case number",
    "person id",
    "client id",
    "CIN id",
    "ref",
    "ref no",
    "case ref",
    "case no",
    "child no",
    "child number",
    "LCS no",
    "LCS number",
    "Liberi no",
    "Liberi number",
    "Liquidlogic no",
    "Liquidlogic number",
    "Mosaic no",
    "Mosaic number",
    "PID",
    "pers_person_id",
    "invo_person_id",
  ),
  family: field("Family ref", "text", "family id", "household", "household id", "household ref", "sibling group"),
  restricted: field("Restricted", "yes-no", "restricted access"),
  team: field("Team", "team", "team name", "district", "unit", "allocated team", "locality", "invo_professional_team"),
  status: field(
    "Case status",
    "status",
    "plan",
    "current plan",
    "plan type",
    "case type",
    "status",
    "CIN/CP",
    "CIN/CP/LAC",
  ),
  statusFrom: field(
    "Status since",
    "date",
    "CIN start date",
    "CIN plan start date",
    "plan start date",
    "status start",
    "status start date",
    "Child Protection Plan Start Date",
    "Date Started to be Looked After",
  ),
  complexity: field("Complexity", "complexity", "level of need", "Low/Medium/High"),
  lead: field(
    "Lead professional",
    "person",
    "allocated worker",
    "allocated worker name",
    "lead practitioner",
    "family help lead practitioner",
    "FHLP",
    "social worker",
    "allocated social worker",
    "key worker",
    "case worker",
    "case holder",
    "worker",
    "worker name",
    "lead worker",
    "primary worker",
    "allocated to",
    "allocated practitioner",
    "practitioner",
    "lead",
    "prof_professional_name",
    "invo_professional_id",
  ),
  coWorker: field(
    "Co-worker",
    "person",
    "second worker",
    "secondary worker",
    "joint worker",
    "co-allocated worker",
    "lead child protection practitioner",
    "LCPP",
  ),
  leadRole: field(
    "Lead role",
    "role",
    "role",
    "job title",
    "worker role",
    "worker job title",
    "designation",
    "SW/SWA",
    "prof_professional_job_title",
  ),
  leadFrom: field(
    "Allocated on",
    "date",
    "allocation date",
    "allocation start date",
    "date allocated",
    "allocated date",
    "date of allocation",
    "date alloc",
    "alloc date",
    "lead start",
    "lead start date",
    "lead from",
    "invo_involvement_start_date",
  ),
  agreedOn: answered("Lead agreed on", "lead agreed"),
  decidedBy: field("Allocated by", "person", "allocating manager", "decided by"),
  agenciesAsked: field("Agencies consulted", "yes-no", "agencies asked"),
  confirmedOn: field("Confirmed on", "date", "date confirmed", "allocation confirmed on"),
  rationale: field("Reason for choice", "filled", "rationale", "reason for allocation"),
  cover: field("Cover", "person", "deputy", "duty contact", "buddy"),
  overseer: field(
    "Overseen by",
    "person",
    "supervisor",
    "practice supervisor",
    "practice sup",
    "team manager",
    "supervising manager",
    "line manager",
    "oversight",
    "overseer",
  ),
  lastSupervision: field(
    "Last supervision",
    "date",
    "supervision date",
    "date of supervision",
    "date of last supervision",
    "date of last case supervision",
    "last supervision date",
    "last sup",
    "last supv",
    "sup date",
    "supervision",
  ),
  supervisedBy: field("Supervised by", "person"),
  jointVisitAskedOn: field("Joint visit requested", "date", "joint visit asked for"),
  jointVisitOn: forward("Joint visit", "joint visit date"),
  jointVisitWith: field("Joint visit with", "person"),
  initialMeetingOn: forward("Initial CIN meeting", "initial CIN meeting date"),
  initialMeetingChair: field("Initial chair", "person", "initial CIN meeting chair"),
  reviewMeetingOn: forward(
    "Review CIN meeting",
    "last CIN meeting",
    "date of last CIN meeting",
    "last CIN review",
    "CIN review",
    "CIN review date",
    "review CIN meeting date",
  ),
  reviewMeetingChair: field("Review chair", "person", "chaired by", "chair", "review CIN meeting chair"),
  finalMeetingOn: forward("Final CIN meeting", "final CIN meeting date"),
  finalMeetingChair: field("Final chair", "person", "final CIN meeting chair"),
  agenciesInvited: field("Agencies invited", "number"),
  agenciesAttended: field("Agencies attended", "number"),
  reportsReceived: field("Reports from agencies not present", "number", "reports received"),
  wishesOn: answered("Child's wishes recorded", "voice of child", "voice of the child", "child's wishes"),
  advocateOfferedOn: answered("Advocate offered", "advocacy offered"),
  advocate: field("Advocate", "person"),
  assessmentOn: answered(
    "Assessment completed",
    "CAF date",
    "C&F assessment",
    "EHA",
    "assessment date",
    "Assessment completion date",
    "Continuous Assessment Date of Authorisation",
  ),
  sharingOn: answered(
    "Information sharing recorded",
    "information sharing",
    "information sharing basis",
    "sharing agreed",
  ),
  mostContact: field("Most contact with", "service"),
  partnerActionDue: forward("Partner action due"),
  escalatedOn: field("Escalated on", "date"),
  escalatedBy: field("Escalated by", "person"),
  accepted: field("Accepted", "rules", "manager decision"),
  acceptedBy: field("Accepted by", "person"),
  acceptedUntil: forward("Accepted until"),
  concernOn: field("Concern raised", "date", "concern raised on"),
  concernReviewedOn: field("Concern reviewed", "date", "concern reviewed on"),
  concernReviewedBy: field("Reviewed by", "person", "concern reviewed by"),
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof FIELDS;
export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** A field by its id, with the optional parts that the table above leaves out. */
export const fieldOf = (id: FieldId): Field => FIELDS[id];

export const headerOf = (id: FieldId): string => FIELDS[id].header;

/** Headers in quotation marks, as sentences name columns. */
export const quoted = (ids: readonly FieldId[]): string[] => ids.map((id) => `'${headerOf(id)}'`);
