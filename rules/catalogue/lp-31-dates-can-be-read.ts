import { CALENDAR_TO, showDay } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { quoted } from "../fields.ts";
import { NOT_CALCULATED, type Cell } from "../read.ts";
import { breach, rule } from "../rule.ts";
import { product } from "../sources.ts";
import { count, list } from "../text.ts";
import { findUnusable, unusableCells, whereIs, type UnusableCell } from "./unusable-cells.ts";

const unreadable = breach<UnusableCell>("unreadable", {
  severity: "check",
  message: (cell) =>
    `${whereIs(cell)} ${cell.shown === "" ? "holds something that" : `says '${cell.shown}', which`} is no date.`,
  nextStep: "Enter it as day/month/year, such as 30/11/2024 or 30 Nov 2024: whoever keeps the sheet.",
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
const notCalculated = breach<{ where: readonly string[]; cells: number | undefined }>("not-calculated", {
  severity: "check",
  message: ({ where, cells }) =>
    cells === undefined
      ? `The file holds formulas without their values in ${list(where)}, so nothing that needs them could be checked.`
      : `The file holds ${count(cells, "formula")} without ${cells === 1 ? "its value" : "their values"} in ${list(where)}.`,
  nextStep: "Open the file in Excel, let it calculate, save it and check again: whoever keeps the sheet.",
});
const monthFirst = breach<{ where: string }>("month-first", {
  severity: "check",
  message: ({ where }) =>
    `A date in ${where} can only have its month first, as in the US, so no date there is read that could be either.`,
  nextStep: "Enter the dates of that column as day/month/year, or format them as dates: whoever keeps the sheet.",
});
const undated = breach<{ where: string }>("undated", {
  severity: "advice",
  message: ({ where }) =>
    `${where} says 'yes' or 'done' without a date, which counts as recorded; how old it is, nobody can tell.`,
  nextStep: "Enter the date where you have it: whoever keeps the sheet.",
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
  breaches: [unreadable, future, before1990, notCalculated, holidaysEnd, monthFirst, undated],
  check(row, context) {
    const cells = unusableCells(row, context);
    const waiting = cells.filter(({ why }) => why === "not-calculated");
    const found = findUnusable([unreadable, future, before1990], cells);
    return waiting.length === 0
      ? found
      : [
          ...found,
          notCalculated.found(
            { where: waiting.map(whereIs), cells: undefined },
            { fields: [...new Set(waiting.map(({ field }) => field))] },
          ),
        ];
  },
  checkSheet: ({ asOf, columnFaults, register }) => [
    ...(asOf > CALENDAR_TO ? [holidaysEnd.found()] : []),
    ...columnFaults
      .notCalculated()
      .map(({ field, cells }) => notCalculated.found({ where: quoted([field]), cells }, { fields: [field] })),
    ...columnFaults
      .monthFirst()
      .map((field) => monthFirst.found({ where: quoted([field]).join("") }, { fields: [field] })),
    ...(register?.monthFirst ?? []).map((header) => monthFirst.found({ where: `'${header}' of the register` })),
    ...columnFaults.undated().map((field) => undated.found({ where: quoted([field]).join("") }, { fields: [field] })),
  ],
});

const seen = (cell: Cell) => ({ set: { lastSupervision: cell } });
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
  broken("unreadable month-first", "US order", seen("11/30/2024")),
  broken("unreadable month-first", "a date that could be either, beside one that can only be month first", {
    ...seen("11/10/2024"),
    more: [seen("11/30/2024").set],
  }),
  broken("month-first", "a day that can only be the day, or is the same either way, beside it", {
    ...seen("11/11/2024"),
    more: [seen("11/30/2024").set, seen("13/11/2024").set],
  }),
  met("both orders possible, and nothing says that the month comes first", seen("11/10/2024")),
  broken("unreadable month-first", "the register's ends of registration, month first", {
    practitioner: { name: "Pat Supervisor", registeredTo: "11/30/2025" },
  }),
  broken("undated", "'yes' says that something was done, and not when", { set: { wishesOn: "yes" } }),
  broken("undated undated", "in two columns", { set: { agreedOn: "Done", sharingOn: true } }),
  met("'no' is a blank, and a child who is too young needs no date", {
    set: { wishesOn: "Too young", advocateOfferedOn: "no" },
  }),
  broken("unreadable", "'yes' where a day is counted from", seen("yes")),
  broken("not-calculated not-calculated", "a formula that was never calculated", seen(NOT_CALCULATED)),
  broken("not-calculated not-calculated not-calculated", "in two columns, said once for the row and once for each", {
    set: { status: NOT_CALCULATED, lead: NOT_CALCULATED },
  }),
  broken("not-calculated", "on two other rows alone", {
    more: [{ rationale: NOT_CALCULATED }, { rationale: NOT_CALCULATED }],
  }),
  broken("not-calculated", "in the register", { practitioner: { name: "Sam Assistant", signedOffOn: NOT_CALCULATED } }),
  met("a month by its name, or by three letters of it", {
    set: { lastSupervision: "12 November 2024", leadFrom: "14-Oct-2024", agreedOn: "11.10.2024 09:30" },
  }),
  broken("unreadable", "words", seen("last Tuesday")),
  broken("unreadable", "a month that is none", seen("12 Novembre 2024")),
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
