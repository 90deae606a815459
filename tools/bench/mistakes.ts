import { toSerial } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import { INVENTED_DAY, written, type CellsOf } from "./invented-row.ts";
import type { InventedPeople } from "./invented-people.ts";
import type { Random } from "./random.ts";

const ago = (days: number): number => toSerial(INVENTED_DAY) - days;

/** Changes to a row that each break a rule on many rows, as people make them. */
const SLIPS: readonly Cells[] = [
  { lead: "" },
  { lead: "TBC" },
  { lead: "Dover" },
  { status: "CP" },
  { status: "LAC" },
  { status: "ASSESS" },
  { status: "" },
  { status: "CINP?" },
  { lead: "Una Nowhere", leadRole: "" },
  { lead: "Una Nowhere", leadRole: "SWA" },
  { lead: "Una Nowhere", leadRole: "wizard" },
  { lead: "Ned Nowhere", leadRole: "Team Manager" },
  { lead: "#N/A" },
  { leadRole: "Teacher" },
  { leadRole: "Wrker" },
  { team: "Ashford" },
  { team: "T Wells" },
  { team: "Dovver" },
  { team: "" },
  { leadFrom: "" },
  { leadFrom: ago(140), lastSupervision: ago(3) },
  { leadFrom: "31/09/2024" },
  { leadFrom: ago(-9) },
  { overseer: "" },
  { overseer: "n/a" },
  { overseer: "Una Nowhere" },
  { complexity: 3 },
  { complexity: "very" },
  { agreedOn: "" },
  { decidedBy: "" },
  { decidedBy: "Una Nowhere" },
  { agenciesAsked: "" },
  { agenciesAsked: "perhaps" },
  { lastSupervision: "" },
  { lastSupervision: ago(40), leadFrom: ago(60) },
  { lastSupervision: ago(26), leadFrom: ago(60) },
  { lastSupervision: "last week" },
  { supervisedBy: "" },
  { supervisedBy: "Una Nowhere" },
  { jointVisitAskedOn: ago(30), jointVisitOn: "" },
  { leadFrom: ago(118), jointVisitAskedOn: "", jointVisitOn: "" },
  { initialMeetingOn: ago(4), initialMeetingChair: "" },
  { reviewMeetingOn: ago(-3), reviewMeetingChair: "Una Nowhere" },
  { agenciesInvited: 5, agenciesAttended: 2, reportsReceived: "" },
  { agenciesInvited: "some" },
  { wishesOn: "" },
  { advocateOfferedOn: "", advocate: "" },
  { assessmentOn: "" },
  { assessmentOn: ago(500) },
  { assessmentOn: ago(20_000) },
  { sharingOn: "" },
  { sharingOn: ago(400) },
  { mostContact: "health", rationale: "" },
  { mostContact: "the dog" },
  { cover: "" },
  { cover: "none" },
  { partnerActionDue: ago(30), escalatedOn: "" },
  { concernOn: ago(5), concernReviewedOn: "" },
  { concernOn: ago(12), concernReviewedOn: ago(6) },
  { concernOn: ago(5), concernReviewedOn: ago(5), concernReviewedBy: "" },
  { childRef: "" },
  { childRef: "Ann Example" },
];

/** Mistakes that need somebody of the register, or the row itself. */
const OF_PEOPLE: readonly ((row: CellsOf, someone: string) => Cells)[] = [
  ({ lead }) => ({ overseer: lead }),
  (_, someone) => ({ overseer: someone }),
  (_, someone) => ({ lead: someone }),
  (_, someone) => ({ decidedBy: someone }),
  (_, someone) => ({ supervisedBy: someone }),
  ({ lead }) => ({ initialMeetingChair: lead }),
  (_, someone) => ({ initialMeetingChair: someone }),
  (_, someone) => ({ jointVisitOn: ago(2), jointVisitWith: someone }),
  ({ lead }) => ({ advocate: lead }),
  ({ lead }) => ({ cover: lead }),
  (_, someone) => ({ concernOn: ago(3), concernReviewedOn: ago(3), concernReviewedBy: someone }),
];

/** Puts one mistake into a row; `before` is the row before it, of which a child may be entered twice. */
export function mistake(row: CellsOf, before: CellsOf | undefined, people: InventedPeople, random: Random): void {
  const how = random.next();
  if (how < 0.02 && before) Object.assign(row, { childRef: before.childRef });
  else if (how < 0.03 && before) Object.assign(row, { childRef: before.childRef, lead: before.lead });
  else if (how < 0.2) Object.assign(row, random.pick(OF_PEOPLE)(row, written(random.pick(people.leads), random)));
  else Object.assign(row, random.pick(SLIPS));
}
