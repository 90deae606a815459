import { describe, expect, it } from "vitest";
import { WorkbookProblem } from "../../../addin/workbook/workbook.ts";
import { problemOf, protectedSheet } from "../../../addin/workbook/problems.ts";

describe("what Excel refuses", () => {
  it.each([
    "AccessDenied",
    "InvalidOperationInCellEditMode",
    "ItemNotFound",
    "InvalidReference",
    "ItemAlreadyExists",
    "InsertDeleteConflict",
    "MergedRangeConflict",
    "FilteredRangeConflict",
    "PivotTableRangeConflict",
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "RangeExceedsLimit",
    "ApiNotFound",
    "NotImplemented",
    "UnsupportedSheet",
    "UndoNotSupported",
    "InactiveWorkbook",
    "RequestAborted",
    "ActivityLimitReached",
    "SomethingNew",
  ])("is a sentence with what to do: %s", (code) => {
    const problem = problemOf({ code, message: "Nur für Programmierer" }, "mark cells");
    expect(problem).toBeInstanceOf(WorkbookProblem);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain("mark cells");
    expect(problem.message).toMatch(/\. [A-Z].+\.$/);
    expect(problem.message).not.toContain("Nur");
  });

  it("keeps where it happened, without anything that a cell may hold", () => {
    const debugInfo = {
      errorLocation: "Range.values",
      statement: "sheet.getRange(\"Zara Invented\").values = 'Zara';",
    };
    expect(problemOf({ code: "InvalidArgument", debugInfo }, "mark cells").detail).toBe(
      "Range.values at sheet.getRange(…).values = …;",
    );
  });

  it("says nothing of an unforeseen fault but its kind", () => {
    const problem = problemOf(new TypeError("Zara Invented is undefined"), "mark cells");
    expect([problem.code, problem.detail]).toEqual(["Unexpected", "TypeError"]);
    expect(problem.message).not.toContain("Zara");
  });

  it("stays as it is when it is in words already", () => {
    const problem = protectedSheet("Cases", "mark cells");
    expect(problemOf(problem, "do anything else")).toBe(problem);
    expect(problem.message).toContain("The sheet Cases is protected");
  });
});
