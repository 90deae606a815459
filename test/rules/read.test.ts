import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DateColumn } from "../../rules/date-column.ts";
import { isoDay } from "../../rules/dates.ts";
import {
  answerReader,
  anyDateReader,
  dateReader,
  isNobody,
  isUsable,
  Problem,
  readCount,
  readFilled,
  NOT_CALCULATED,
  readLevel,
  readRules,
  readService,
  readText,
  readYesNo,
  statusReader,
  textOf,
  textReader,
  typed,
  type Cell,
} from "../../rules/read.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { STATUS_CODES, statusLabel } from "../../rules/status.ts";
import { termsOf } from "../../rules/terms.ts";
import { oddCell, runs } from "./any-cells.ts";

const readStatus = statusReader(termsOf(kentTrial2024));
const LOST: Cell = { unreadable: true };
const asOf = isoDay("2024-11-30");
const problem = (why: Problem["why"]) => expect.objectContaining({ why }) as unknown;
const unreadableValue = problem("unreadable-value");

const READERS = {
  readYesNo,
  readFilled,
  readLevel,
  readService,
  readCount,
  readStatus,
  readText,
  date: dateReader(false, asOf, false),
  date1904: anyDateReader(true),
};

describe.each(Object.entries(READERS))("%s", (_name, read) => {
  test("a blank cell, and the 0 of a formula that finds nothing, is nothing", () => {
    for (const cell of ["", " ", "\u00A0", "\u200B", null, undefined])
      expect(read(cell), JSON.stringify(cell)).toBeUndefined();
    if (read !== readCount) expect(read(0)).toBeUndefined();
  });

  test("any cell gives a value, nothing, or a problem, and the same the second time", () => {
    fc.assert(
      fc.property(oddCell, (cell) => {
        expect(read(cell)).toEqual(read(cell));
      }),
      runs(300),
    );
  });

  test("a name that every object has is no value", () => {
    for (const name of ["__proto__", "constructor", "toString", "valueOf"]) {
      const value = read(name);
      expect(["undefined", "string"].includes(typeof value) || value instanceof Problem, name).toBe(true);
    }
  });
});

test("a cell whose text stayed in the workbook is a problem, not a blank", () => {
  for (const read of [readYesNo, readLevel, readService, readCount, readText])
    expect(read(LOST)).toEqual(unreadableValue);
  expect(readStatus(LOST)).toEqual(problem("unknown-status"));
  expect(dateReader(false, asOf, false)(LOST)).toEqual(problem("unreadable"));
});

test("whether a reason is written: 'no' and the marks for nothing are none", () => {
  for (const cell of ["asked for by the family", "yes", true, 12]) expect(readFilled(cell), String(cell)).toBe("yes");
  for (const cell of ["no", "N", "n/a", "-", "TBC", false]) expect(readFilled(cell), String(cell)).toBeUndefined();
});

test("yes and no, as words, letters and tick boxes", () => {
  expect(["Yes", "y", true, "No", "N", false].map(readYesNo)).toEqual(["yes", "yes", "yes", "no", "no", "no"]);
  expect(readYesNo("perhaps")).toEqual(unreadableValue);
});

test("levels, services and counts", () => {
  expect([1, "2", "HIGH", "Low"].map(readLevel)).toEqual([1, 2, 3, 1]);
  expect(["School", "Children's Social Care", "police"].map(readService)).toEqual([
    "education",
    "social care",
    "partner",
  ]);
  expect([0, 5, "07"].map(readCount)).toEqual([0, 5, 7]);
  for (const cell of [-1, 0.5, 12_345, Number.NaN, Infinity, "many", true])
    expect(readCount(cell), String(cell)).toEqual(unreadableValue);
  for (const cell of [4, "0", "green"]) expect(readLevel(cell), String(cell)).toEqual(unreadableValue);
});

test("a reference is read as typed; an Excel error is none", () => {
  expect([readText(" C-1\u00A0"), readText(1234), readText("0012")]).toEqual(["C-1", "1234", "0012"]);
  expect(readText("#N/A")).toEqual(unreadableValue);
});

describe("a date of a row", () => {
  const past = dateReader(false, asOf, false);
  const forward = dateReader(false, asOf, true);

  test("is read from a serial, an ISO date and a British one", () => {
    for (const cell of [45_626, 45_626.5, "2024-11-30", "2024-11-30T08:00:00", "30/11/2024", " 30/11/2024\u00A0"])
      expect(past(cell), String(cell)).toBe(asOf);
  });

  test("is a problem after the check date, unless it may lie ahead", () => {
    expect(past("2024-12-01")).toEqual(problem("future"));
    expect(forward("2024-12-01")).toBe(asOf + 1);
  });

  test("is a problem before 1990, wherever it may lie", () => {
    expect([past("1989-12-31"), forward("1989-12-31"), past(1)]).toEqual(Array(3).fill(problem("before-1990")));
  });

  test("is nothing where the cell says there is none", () => {
    for (const cell of ["n/a", "TBC", "None", "-", "–"]) expect(past(cell), cell).toBeUndefined();
  });

  test("with left-to-right marks, as Windows copies it, is that date", () => {
    expect(past("\u200E30/\u200E11/\u200E2024")).toBe(asOf);
  });
});

describe("a case status", () => {
  test("is known by its code and its label", () => {
    for (const code of STATUS_CODES.filter((one) => one !== "FH"))
      expect([readStatus(code.toLowerCase()), readStatus(statusLabel(code))]).toEqual([code, code]);
  });

  test.each([
    ["TEH", "EH"],
    ["d) open assessment", "ASSESS"],
    ["C&F", "ASSESS"],
    ["CiN", "CIN"],
    ["s17", "CIN"],
    ["c) Child in need plan", "CIN"],
    ["section 47", "S47"],
    ["CPP", "CP"],
    ["b) child protection plan", "CP"],
    ["LAC", "CLA"],
    ["CiC", "CLA"],
    ["a) looked after child", "CLA"],
    ["care-leaver", "CL"],
    ["e) closed episode", "CLOSED"],
    ["NFA", "CLOSED"],
  ] as const)("'%s' is %s", (text, code) => {
    expect(readStatus(text)).toBe(code);
  });
});

test("people who are nobody", () => {
  for (const text of ["TBC", "tba", "Unallocated", "DUTY", "vacant", "none", "N/A", "-", "?", ""])
    expect(isNobody(text), text).toBe(true);
  for (const text of [
    "Awaiting allocation",
    "Not allocated",
    "TBC - Team Manager",
    "Unallocated – duty",
    "Vacancy/Dover",
  ])
    expect(isNobody(text), text).toBe(true);
  for (const text of ["Vacanti, Mo", "Tba Person", "Kim Social - TBC"]) expect(isNobody(text), text).toBe(false);
  expect(isNobody("Dutyman, Dan")).toBe(false);
});

test("what a cell says, as a person would see it typed", () => {
  expect([textOf(true), textOf(12.5), textOf(LOST), textOf(" x ")]).toEqual(["TRUE", "12.5", "", "x"]);
  expect([typed(0), typed("0"), typed(null)]).toEqual(["", "0", ""]);
});

test("each distinct text is read once", () => {
  const seen: string[] = [];
  const read = textReader((text) => {
    seen.push(text);
    return text === "b" ? text : undefined;
  });
  expect(["a", "b", "a", "b"].map(read)).toEqual([undefined, "b", undefined, "b"]);
  expect(seen).toEqual(["a", "b"]);
  expect([isUsable(1), isUsable(undefined), isUsable(new Problem("future"))]).toEqual([true, false, false]);
});

describe("an answer that may come without its day", () => {
  const read = answerReader(dateReader(false, asOf, false), false);
  const ofWishes = answerReader(dateReader(false, asOf, false), true);

  test("is a day, or that it was done", () => {
    expect(read("2024-11-01")).toBe(isoDay("2024-11-01"));
    for (const cell of ["Yes", "y", true, "done", "Completed", "recorded"])
      expect(read(cell), String(cell)).toBe("done");
    for (const cell of ["No", false, "not done", "n/a", "", null, 0]) expect(read(cell), String(cell)).toBeUndefined();
  });

  test("is nothing else", () => {
    for (const cell of ["soon", "too young", "partly"]) expect(read(cell), cell).toEqual(problem("unreadable"));
    expect(read(NOT_CALCULATED)).toEqual(problem("not-calculated"));
    expect(read("#N/A")).toEqual(unreadableValue);
  });

  test("may be that a child could not be asked", () => {
    for (const cell of ["Too young", "unborn", "Not able"]) expect(ofWishes(cell), cell).toBe("not-able");
  });
});

describe("rules named in a cell", () => {
  test.each([
    ["LP-13", ["LP-13"]],
    ["lp13, LP-19;LP-24", ["LP-13", "LP-19", "LP-24"]],
    ["LP-13 and LP-13", ["LP-13"]],
  ])("'%s' are %j", (text, ids) => {
    expect(readRules(text)).toEqual(ids);
  });

  test.each(["everything", "LP-13, wishes", "LP-99", "LP-13/overdue", ","])(
    "'%s' are none that anybody knows",
    (text) => {
      expect(readRules(text)).toEqual(unreadableValue);
    },
  );
});

test("a formula that was never calculated is nothing that a rule could use, whatever is asked of it", () => {
  for (const read of [readYesNo, readFilled, readLevel, readService, readCount, readStatus, readText, readRules])
    expect(read(NOT_CALCULATED)).toEqual(problem("not-calculated"));
  expect(anyDateReader(false)(NOT_CALCULATED)).toEqual(problem("not-calculated"));
});

test("an Excel error is an error, whatever the column asks for", () => {
  for (const read of [readYesNo, readFilled, readLevel, readService, readCount, readStatus, readText, readRules])
    expect(read("#REF!")).toEqual(unreadableValue);
  expect(anyDateReader(false)("#VALUE!")).toEqual(unreadableValue);
});

test("a date that could be either is a day as long as nothing says that the month comes first", () => {
  expect(anyDateReader(false)("11/9/2024")).toBe(isoDay("2024-09-11"));
  const column = new DateColumn(() => ["2024-11-01", 45_000, " 11/21/2024", "x"]);
  expect(anyDateReader(false, column)("11/9/2024")).toEqual(problem("unreadable"));
  expect(anyDateReader(false, column)("9/9/2024")).toBe(isoDay("2024-09-09"));
  expect(anyDateReader(false, column)("21/9/2024")).toBe(isoDay("2024-09-21"));
});
