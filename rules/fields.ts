/** What a column's cells hold, and so how they are read (read.ts). */
export type Kind =
  "text" | "yes-no" | "filled" | "team" | "status" | "date" | "complexity" | "person" | "role" | "number" | "service";

export interface Field {
  /** The header that the template writes. */
  readonly header: string;
  readonly kind: Kind;
  /** Other headers that managers use for it; compared without case, spaces and punctuation. */
  readonly aliases: readonly string[];
  /** A date that may lie after the check date (a meeting, a joint visit, an action that is due). */
  readonly isForward?: true;
}

const field = <K extends Kind>(header: string, kind: K, ...aliases: string[]) => ({ header, kind, aliases });
const forward = (header: string, ...aliases: string[]) => ({ header, kind: "date", aliases, isForward: true }) as const;

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
    "LCS id",
    "Liberi id",
    "case number",
    "person id",
  ),
  family: field("Family ref", "text", "family id", "household", "household ref", "sibling group"),
  restricted: field("Restricted", "yes-no", "restricted access"),
  team: field("Team", "team", "district", "unit", "allocated team", "locality"),
  status: field("Case status", "status", "plan", "plan type", "case type", "status", "CIN/CP"),
  statusFrom: field("Status since", "date", "CIN start date", "status start", "status start date"),
  complexity: field("Complexity", "complexity", "level of need", "Low/Medium/High"),
  lead: field(
    "Lead professional",
    "person",
    "allocated worker",
    "lead practitioner",
    "key worker",
    "case holder",
    "worker",
    "allocated to",
    "lead",
  ),
  leadRole: field("Lead role", "role", "role", "job title", "worker role", "designation"),
  leadFrom: field(
    "Allocated on",
    "date",
    "allocation date",
    "date allocated",
    "allocated date",
    "date of allocation",
    "lead start",
    "lead start date",
    "lead from",
  ),
  agreedOn: field("Lead agreed on", "date", "lead agreed"),
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
    "last supervision date",
  ),
  supervisedBy: field("Supervised by", "person"),
  jointVisitAskedOn: field("Joint visit requested", "date", "joint visit asked for"),
  jointVisitOn: forward("Joint visit", "joint visit date"),
  jointVisitWith: field("Joint visit with", "person"),
  initialMeetingOn: forward("Initial CIN meeting", "initial CIN meeting date"),
  initialMeetingChair: field("Initial chair", "person", "initial CIN meeting chair"),
  reviewMeetingOn: forward("Review CIN meeting", "last CIN meeting", "review CIN meeting date"),
  reviewMeetingChair: field("Review chair", "person", "chaired by", "chair", "review CIN meeting chair"),
  finalMeetingOn: forward("Final CIN meeting", "final CIN meeting date"),
  finalMeetingChair: field("Final chair", "person", "final CIN meeting chair"),
  agenciesInvited: field("Agencies invited", "number"),
  agenciesAttended: field("Agencies attended", "number"),
  reportsReceived: field("Reports from agencies not present", "number", "reports received"),
  wishesOn: field("Child's wishes recorded", "date", "voice of child", "voice of the child", "child's wishes"),
  advocateOfferedOn: field("Advocate offered", "date", "advocacy offered"),
  advocate: field("Advocate", "person"),
  assessmentOn: field("Assessment completed", "date", "CAF date", "C&F assessment", "EHA", "assessment date"),
  sharingOn: field("Information sharing recorded", "date", "consent", "consent date", "information sharing"),
  mostContact: field("Most contact with", "service"),
  partnerActionDue: forward("Partner action due"),
  escalatedOn: field("Escalated on", "date"),
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

/** The columns of the register (a workbook's table "Practitioners"); each course of the policy adds two more. */
export const REGISTER_FIELDS = {
  name: { header: "Name", aliases: ["practitioner", "worker", "full name", "staff name"] },
  id: { header: "Staff number", aliases: ["id", "staff id", "employee number", "payroll number", "worker id"] },
  role: { header: "Role", aliases: ["job title", "designation", "post"] },
  team: { header: "Team", aliases: ["district", "unit", "locality"] },
  registration: {
    header: "Registration",
    aliases: ["registration number", "SWE number", "Social Work England number", "SWE registration", "SWE no"],
  },
  registeredTo: {
    header: "Registered to",
    aliases: ["registration ends", "registration expires", "registered until", "registration to"],
  },
  level: { header: "Level", aliases: ["signed off for", "complexity level"] },
  signedOffOn: { header: "Signed off on", aliases: ["signed off", "sign-off date"] },
  caseLimit: { header: "Case limit", aliases: ["caseload limit", "maximum cases"] },
  protectedTime: { header: "Protected time", aliases: ["time set aside"] },
  absentFrom: { header: "Absent from", aliases: ["leave from", "absence start"] },
  absentTo: { header: "Absent to", aliases: ["leave to", "absence end"] },
} as const satisfies Record<string, { header: string; aliases: readonly string[] }>;

export type RegisterField = keyof typeof REGISTER_FIELDS;

export const REGISTER_FIELD_IDS = Object.keys(REGISTER_FIELDS) as readonly RegisterField[];
