import type { Cells } from "./example.ts";
import type { RawPractitioner } from "./register.ts";

/** The check date of every example that names no other. */
export const EXAMPLE_DAY = "2024-11-30";

const COURSE = "Lead professional training schedule";
const trained = [{ course: COURSE, completedOn: "2024-10-09" }];

/** Invented practitioners, each named after what they are. */
export const EXAMPLE_REGISTER: readonly RawPractitioner[] = [
  { name: "Sam Assistant", id: "A1", role: "Social Work Assistant", team: "Thanet", level: 2, signedOffOn: "2024-10-01", caseLimit: 8, training: trained },
  { name: "Noa Newcomer", id: "A2", role: "Social Work Assistant", team: "Dover", level: 1, caseLimit: 2, training: [{ course: COURSE, bookedFor: "2024-12-05" }] },
  { name: "Pat Supervisor", id: "M1", role: "Practice Supervisor", team: "Thanet", registration: "SW100001", registeredTo: "2025-11-30" },
  { name: "Max Manager", id: "M2", role: "Team Manager", team: "Dover" },
  { name: "Kim Socialworker", id: "W1", role: "Social Worker", team: "Thanet", registration: "SW100002", registeredTo: "2025-11-30", caseLimit: 15 },
  { name: "Lee Lapsed", id: "W2", role: "Social Worker", team: "Dover", registration: "SW100003", registeredTo: "2024-11-29" },
  { name: "Sal Senior", id: "W3", role: "Senior Social Worker", team: "Thanet", registration: "SW100004", registeredTo: "2025-11-30" },
  { name: "Eli Earlyhelp", id: "E1", role: "Early Help Practitioner", team: "Thanet", level: 2, signedOffOn: "2024-10-01", caseLimit: 8, training: trained },
  { name: "Tay Teacher", id: "E2", role: "Teacher", protectedTime: "no", training: trained },
  { name: "Jo Twin", id: "J1", role: "Social Work Assistant" },
  { name: "Jo Twin", id: "J2", role: "Social Worker", registration: "SW100005", registeredTo: "2025-11-30" },
];

/** A row of an invented child that breaks no rule on 30 November 2024. */
export const EXAMPLE_ROW: Cells = {
  childRef: "C-1001", family: "F-501", restricted: "", team: "Thanet", status: "CIN", statusFrom: "2024-09-02", complexity: 1,
  lead: "Sam Assistant", leadRole: "", leadFrom: "2024-10-14", agreedOn: "2024-10-11", decidedBy: "Pat Supervisor", agenciesAsked: "yes",
  confirmedOn: "", rationale: "yes", cover: "Sal Senior", overseer: "Pat Supervisor",
  lastSupervision: "2024-11-12", supervisedBy: "Pat Supervisor",
  jointVisitAskedOn: "", jointVisitOn: "", jointVisitWith: "",
  initialMeetingOn: "2024-10-21", initialMeetingChair: "Pat Supervisor", reviewMeetingOn: "", reviewMeetingChair: "", finalMeetingOn: "", finalMeetingChair: "",
  agenciesInvited: "", agenciesAttended: "", reportsReceived: "",
  wishesOn: "2024-10-15", advocateOfferedOn: "2024-10-15", advocate: "", assessmentOn: "2024-09-20", sharingOn: "2024-09-20",
  mostContact: "social care", partnerActionDue: "", escalatedOn: "", concernOn: "", concernReviewedOn: "", concernReviewedBy: "",
};
