import { CALENDAR_TO, showDay } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { product } from "../sources.ts";
import { findUnusable, whereIs, type UnusableCell } from "./unusable-cells.ts";

const unreadable = breach<UnusableCell>("unreadable", {
  severity: "check",
  message: (cell) =>
    `${whereIs(cell)} ${cell.shown === "" ? "holds something that" : `says '${cell.shown}', which`} is no date.`,
  nextStep: "Enter it as day/month/year, such as 30/11/2024: whoever keeps the sheet.",
});
const future = breach<UnusableCell>("future", {
  severity: "check",
  message: (cell) => `${whereIs(cell)} lies after the check date.`,
  nextStep: "Correct the date, or clear it until it has happened: whoever keeps the sheet.",
});
const before1990 = breach<UnusableCell>("before-1990", {
  severity: "check",
  message: (cell) => `${whereIs(cell)} lies before 1990.`,
  nextStep: "Correct the year: whoever keeps the sheet.",
});
const holidaysEnd = breach("holidays-end", {
  severity: "check",
  message: `The list of bank holidays ends on ${showDay(CALENDAR_TO)}; rules that count working days are not checked after it.`,
  nextStep: "Update the add-in: your IT team.",
});

export const datesCanBeRead = rule({
  id: "LP-31",
  title: "Dates can be read and could have happened",
  sources: [product("what a check needs to mean anything")],
  scope: "data",
  statuses: "any",
  lead: "any",
  starts: [],
  answers: [],
  crossRowFacts: ["mentions"],
  breaches: [unreadable, future, before1990, holidaysEnd],
  check: (row, context) => findUnusable([unreadable, future, before1990], row, context),
  checkSheet: ({ asOf }) => (asOf > CALENDAR_TO ? holidaysEnd.found() : undefined),
});

const seen = (cell: string | number | boolean | { unreadable: true }) => ({ set: { lastSupervision: cell } });
const sam = (particulars: Record<string, string | number>) => ({
  practitioner: { name: "Sam Assistant", ...particulars },
});

export const examples = (): readonly Example[] => [
  met("ISO, British and Excel's own dates", {
    set: { lastSupervision: "12/11/2024", leadFrom: 45579, agreedOn: "2024-10-11T09:30:00" },
  }),
  blank("", "a blank, 'n/a' and '-' are no dates", { set: { statusFrom: "", wishesOn: "N/A", agreedOn: " - " } }),
  broken("unreadable", "a day that does not exist", seen("31/09/2024")),
  broken("unreadable", "two digits for the year", seen("4/10/24")),
  broken("unreadable", "US order", seen("11/30/2024")),
  broken("unreadable", "words", seen("last Tuesday")),
  met("an Excel error: LP-32 says so", seen("#VALUE!")),
  broken("unreadable", "a tick box", seen(true)),
  broken("unreadable", "a number that is no date", seen(-5)),
  broken("unreadable", "a cell whose text stayed in the workbook", seen({ unreadable: true })),
  broken("unreadable unreadable", "two cells", { set: { lastSupervision: "x", agreedOn: "z" } }),
  ...around("the check", "2024-11-30", (day) => seen(day), ["", "", "future"]),
  met("a meeting, a joint visit and an action still to come", {
    set: { reviewMeetingOn: "2024-12-20", jointVisitOn: "2024-12-20", partnerActionDue: "2024-12-20" },
  }),
  ...around("the first of 1990", "1990-01-01", (day) => ({ set: { statusFrom: day } }), ["before-1990", "", ""]),
  broken("unreadable", "a closed case too", { set: { status: "Closed", lastSupervision: "x" } }),
  broken("unreadable", "a date of the register", sam({ signedOffOn: "October" })),
  broken("future", "a sign-off still to come", sam({ signedOffOn: "2024-12-01" })),
  broken("before-1990", "a registration that ended in 1924", sam({ registeredTo: "1924-11-30" })),
  met("an end of absence still to come", sam({ absentFrom: "2024-11-28", absentTo: "2025-01-06" })),
  met("said once, on the person's first open row", {
    set: { lead: "Kim Socialworker" },
    more: [{ lead: "Sam Assistant" }],
    ...sam({ signedOffOn: "October" }),
  }),
  met("somebody else's entry", { practitioner: { name: "Noa Newcomer", signedOffOn: "October" } }),
  broken("unreadable", "named in two columns, said once", {
    set: { advocate: "Sam Assistant" },
    ...sam({ signedOffOn: "October" }),
  }),
  met("an entry that two names match", {
    set: { cover: "Jo Twin" },
    practitioner: { name: "Jo Twin", signedOffOn: "October" },
  }),
  ...around("the bank-holiday list's last day", "2027-12-31", (asOf) => ({ asOf }), ["", "", "holidays-end"]),
];
