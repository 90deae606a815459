import { toSerial } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import { INVENTED_DAY, written, type CellsOf } from "./invented-row.ts";
import type { Invented, InventedPeople } from "./invented-people.ts";
import type { Random } from "./random.ts";

const ago = (days: number): number => toSerial(INVENTED_DAY) - days;

/** Changes to a row as people make them; some need the row itself, or somebody of the register. */
type Mistake = Cells | ((row: CellsOf, someone: string) => Cells);

/** What breaks a rule whoever leads, or makes it somebody else. */
const OF_ANY_CASE: readonly Mistake[] = [
  { lead: "" },
  { lead: "TBC" },
  { lead: "Dover" },
  { lead: "Duty", status: "CP" },
  { lead: "As above" },
  { lead: "#N/A" },
  { lead: "Una Nowhere", leadRole: "" },
  { lead: "Una Nowhere", leadRole: "", status: "CIN", overseer: "" },
  { lead: "Una Nowhere", leadRole: "SWA" },
  { lead: "Una Nowhere", leadRole: "wizard" },
  { lead: "Ned Nowhere", leadRole: "Team Manager" },
  { lead: "Una Nowhere & Ned Nowhere", leadRole: "FHLP" },
  (_, someone) => ({ lead: someone }),
  { leadRole: "Teacher" },
  { leadRole: "Wrker" },
  { status: "" },
  { status: "CINP?" },
  { status: "CIN / CP" },
  { team: "Dovver" },
  { leadFrom: "31/09/2024" },
  { leadFrom: ago(-9) },
  { leadFrom: ago(-70) },
  { agenciesInvited: 5, agenciesAttended: 2, reportsReceived: "" },
  { agenciesInvited: "some" },
  { wishesOn: "" },
  { wishesOn: "no" },
  { advocateOfferedOn: "", advocate: "" },
  ({ lead }) => ({ advocate: lead }),
  { assessmentOn: "" },
  { assessmentOn: ago(500) },
  { assessmentOn: ago(20_000) },
  { sharingOn: "" },
  { sharingOn: ago(400) },
  { mostContact: "health", rationale: "" },
  { mostContact: "the dog" },
  { cover: "" },
  { cover: "none" },
  ({ lead }) => ({ cover: lead }),
  { partnerActionDue: ago(30), escalatedOn: "" },
  (_, someone) => ({ partnerActionDue: ago(30), escalatedOn: ago(20), escalatedBy: someone }),
  { concernOn: ago(5), concernReviewedOn: "" },
  { concernOn: ago(12), concernReviewedOn: ago(6) },
  { concernOn: ago(5), concernReviewedOn: ago(5), concernReviewedBy: "" },
  (_, someone) => ({ concernOn: ago(3), concernReviewedOn: ago(3), concernReviewedBy: someone }),
  { accepted: "LP-13, LP-19", acceptedBy: "", acceptedUntil: ago(-30) },
  { accepted: "LP-34", acceptedUntil: ago(-30) },
  { accepted: "all of it" },
  (_, someone) => ({ wishesOn: "", accepted: "LP-19", acceptedBy: someone, acceptedUntil: ago(-30) }),
  ({ overseer }) => ({ wishesOn: "", accepted: "LP-19", acceptedBy: overseer, acceptedUntil: "" }),
  ({ overseer }) => ({ wishesOn: "", accepted: "LP-19", acceptedBy: overseer, acceptedUntil: ago(10) }),
  ({ overseer }) => ({ wishesOn: "", accepted: "LP-19", acceptedBy: overseer, acceptedUntil: ago(-200) }),
  { childRef: "" },
  { childRef: "Ann Example" },
];

/** What breaks a rule about leads who are no social workers. */
const OF_OTHER_LEADS: readonly Mistake[] = [
  { status: "LAC" },
  { status: "PLO" },
  { status: "CIN" },
  { status: "ASSESS" },
  { team: "Ashford" },
  { team: "T Wells" },
  { team: "" },
  { leadFrom: "" },
  { leadFrom: ago(140), lastSupervision: ago(3) },
  { leadFrom: ago(140), confirmedOn: "yes" },
  { overseer: "" },
  { overseer: "n/a" },
  { overseer: "Una Nowhere" },
  ({ lead }) => ({ overseer: lead }),
  (_, someone) => ({ overseer: someone }),
  { complexity: 3 },
  { complexity: "High" },
  { complexity: "very" },
  { agreedOn: "" },
  { agreedOn: "no" },
  { decidedBy: "" },
  { decidedBy: "Una Nowhere" },
  (_, someone) => ({ decidedBy: someone }),
  { agenciesAsked: "" },
  { agenciesAsked: "perhaps" },
  { leadFrom: ago(60), lastSupervision: "" },
  { leadFrom: ago(60), lastSupervision: ago(40) },
  { leadFrom: ago(60), lastSupervision: ago(26) },
  { lastSupervision: "last week" },
  { supervisedBy: "" },
  { supervisedBy: "Una Nowhere" },
  (_, someone) => ({ supervisedBy: someone }),
  { jointVisitAskedOn: ago(30), jointVisitOn: "" },
  { leadFrom: ago(118), jointVisitAskedOn: "", jointVisitOn: "" },
  (_, someone) => ({ jointVisitOn: ago(2), jointVisitWith: someone }),
  { initialMeetingOn: ago(4), initialMeetingChair: "" },
  { reviewMeetingOn: ago(-3), reviewMeetingChair: "Una Nowhere" },
  ({ lead }) => ({ initialMeetingChair: lead }),
  (_, someone) => ({ initialMeetingChair: someone }),
];

/** What breaks a rule about social workers who lead protection work. */
const OF_SOCIAL_WORKERS: readonly Mistake[] = [
  { status: "CP", coWorker: "" },
  { status: "S47", coWorker: "TBC" },
  (_, someone) => ({ status: "CP", coWorker: someone }),
  { lead: "Una Nowhere", leadRole: "SW", status: "Strategy" },
  { lead: "n/a", status: "b) Child protection plan" },
];

/** Puts one mistake into a row; `before` is the row before it, of which a child may be entered twice or a family led by two. */
export function mistake(
  row: CellsOf,
  before: CellsOf | undefined,
  lead: Invented,
  people: InventedPeople,
  random: Random,
): void {
  const how = random.next();
  if (how < 0.02 && before) Object.assign(row, { childRef: before.childRef });
  else if (how < 0.03 && before) Object.assign(row, { childRef: before.childRef, lead: before.lead });
  else if (how < 0.04 && before) Object.assign(row, { family: before.family });
  else {
    const [share, own] = lead.kind === "social-worker" ? [0.2, OF_SOCIAL_WORKERS] : [0.6, OF_OTHER_LEADS];
    const made = random.pick(random.chance(share) ? own : OF_ANY_CASE);
    const someone = written(random.pick(people.leads), random);
    Object.assign(row, typeof made === "function" ? made(row, someone) : made);
  }
}
