import type { FieldId } from "../../rules/fields.ts";

/** A row by field; dates are days from the check date, so that the example never grows old. */
export type ExampleRow = Partial<Readonly<Record<FieldId, string | number>>>;

export const EXAMPLE_TITLE =
  "An invented example: none of these children and practitioners exist. Change a cell and see what the checks say; delete the sheet when done.";

const led = (
  childRef: string,
  team: string,
  lead: string,
  leadRole: string,
  status: string,
  more: ExampleRow = {},
): ExampleRow => ({
  childRef,
  family: childRef.replace("EX", "FX"),
  restricted: "No",
  team,
  status,
  statusFrom: -49,
  complexity: 1,
  lead,
  leadRole,
  leadFrom: -40,
  agreedOn: -42,
  decidedBy: "Maple Example",
  agenciesAsked: "Yes",
  cover: "Rowan Example",
  overseer: "Maple Example",
  lastSupervision: -12,
  supervisedBy: "Maple Example",
  initialMeetingOn: -30,
  initialMeetingChair: "Maple Example",
  agenciesInvited: 4,
  agenciesAttended: 3,
  reportsReceived: 1,
  wishesOn: -35,
  advocateOfferedOn: -34,
  assessmentOn: -55,
  sharingOn: -70,
  mostContact: "Social care",
  ...more,
});

const worker = (childRef: string, team: string, status: string, more: ExampleRow = {}): ExampleRow =>
  led(childRef, team, "Rowan Example", "Social Worker", status, { cover: "", complexity: 2, ...more });
const assistant = (childRef: string, team: string, status: string, more: ExampleRow = {}): ExampleRow =>
  led(childRef, team, "Hazel Example", "Social Work Assistant", status, more);
const earlyHelp = (childRef: string, team: string, status: string, more: ExampleRow = {}): ExampleRow =>
  led(childRef, team, "Aspen Example", "Early Help Practitioner", status, { mostContact: "Early help", ...more });

/** Some in order, and some with what the checks are there to find. */
export const EXAMPLE_ROWS: readonly ExampleRow[] = [
  worker("EX-1001", "Dover", "Child protection", { complexity: 3 }),
  worker("EX-1002", "Dover", "Child in need", { reviewMeetingOn: 14 }),
  assistant("EX-1003", "Dover", "Child in need"),
  earlyHelp("EX-1004", "Dover", "Early help"),
  // Stepped up, and the lead not changed.
  assistant("EX-1005", "Thanet", "Child protection", { statusFrom: -6 }),
  // Nobody leads.
  worker("EX-1006", "Thanet", "Child in need", {
    lead: "TBC",
    leadRole: "",
    leadFrom: "",
    agreedOn: "",
    decidedBy: "",
  }),
  // Nobody oversees, and supervision is long ago.
  assistant("EX-1007", "Thanet", "Child in need", { overseer: "", lastSupervision: -75 }),
  // A date that nobody can read, and a status that nobody knows.
  worker("EX-1008", "Thanet", "Child in need", { lastSupervision: "last week" }),
  worker("EX-1009", "Gravesend", "Watching brief"),
  // No word with the family's agencies, the child's wishes not recorded.
  assistant("EX-1010", "Gravesend", "Child in need", { agenciesAsked: "No", wishesOn: "", reportsReceived: 0 }),
  worker("EX-1011", "Gravesend", "Looked after", { complexity: 3 }),
  worker("EX-1012", "Gravesend", "Closed", {
    statusFrom: -10,
    finalMeetingOn: -10,
    finalMeetingChair: "Maple Example",
  }),
];
