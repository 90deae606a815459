import { describe, expect, it } from "vitest";
import { filledFormula } from "../../xlsx/formulas/filled.ts";
import { addInFunctions, storedFormula, typedFormula } from "../../xlsx/formulas/function-names.ts";
import { movedFormula, type Move } from "../../xlsx/formulas/moved.ts";
import { referencesIn } from "../../xlsx/formulas/references.ts";

describe("the cells that a formula names", () => {
  it.each<readonly [string, readonly string[]]>([
    ["A1+$B$2*C$3", ["A1", "$B$2", "C$3"]],
    ["SUM(A:A,$1:3,A1:B2)", ["A:A", "$1:3", "A1:B2"]],
    ['IF(C5="A1",LOG10(A1),1)', ["C5", "A1"]],
    ["'My ''Sheet'!A1:B2+Other!C3", ["My 'Sheet|A1:B2", "Other|C3"]],
    ["[1]Sheet1!A1+Table1[[#This Row],[A1]]+Table1[B2]", ["[1]Sheet1|A1"]],
    ["A1:INDEX(B1:B9,2)", ["A1", "B1:B9"]],
    ["A1B2+XFE1+A0+Q1.5+A1048577+_A1+TRUE", []],
    ["LP.CHECK(A1:B1,A2:B9)+1E5+2.5E-3", ["A1:B1", "A2:B9"]],
    ["#REF!+'A1'!B2+\"'\"&C3", ["A1|B2", "C3"]],
    ["Cases[[#Headers],[a'[b]]]&D4", ["D4"]],
  ])("in %s are %j", (formula, expected) => {
    const found = referencesIn(formula).map(({ sheet, start, end }) =>
      [...(sheet === undefined ? [] : [sheet]), formula.slice(start, end)].join("|"),
    );
    expect(found).toEqual(expected);
  });

  it("move with a formula that is filled down and across, but for what is fixed", () => {
    expect(filledFormula('A1+$B$2+C$3+$D4&"A1"&Other!E5:F6+LOG10(G7)', 1, 2)).toBe(
      'C2+$B$2+E$3+$D5&"A1"&Other!G6:H7+LOG10(I8)',
    );
    expect(filledFormula("A1", -1, 0)).toBe("A1048576");
  });
});

describe("cells that move", () => {
  const on = (sheet: string | undefined): boolean => sheet === undefined || sheet === "Own";
  const rows = (at: number, count: number): Move => ({ axis: "rows", at, count });

  it.each<readonly [string, Move, string]>([
    ["A4+A5+A6", rows(4, 2), "A4+A7+A8"],
    ["SUM(A4:A6)", rows(4, 2), "SUM(A4:A8)"],
    ["SUM(A5:A6)", rows(4, 2), "SUM(A7:A8)"],
    ["SUM(A3:A4)", rows(4, 2), "SUM(A3:A4)"],
    ["A4+A5+A6", rows(4, -1), "A4+#REF!+A5"],
    ["SUM(A4:A6)", rows(4, -1), "SUM(A4:A5)"],
    ["SUM(A5:A6)", rows(4, -3), "SUM(#REF!)"],
    ["SUM(A5:A9)", rows(3, -3), "SUM(A4:A6)"],
    ["SUM(A2:A5)", rows(3, -3), "SUM(A2:A3)"],
    ["$A$9+Own!A9+Other!A9+A:A+9:9", rows(0, 1), "$A$10+Own!A10+Other!A9+A:A+10:10"],
    ["B1+D1+SUM(A1:D1)", { axis: "columns", at: 2, count: 1 }, "B1+E1+SUM(A1:E1)"],
    ['Cases[Lead]&"A9"', rows(0, 1), 'Cases[Lead]&"A9"'],
  ])("%s after %j is %s", (formula, move, expected) => {
    expect(movedFormula(formula, move, on)).toBe(expected);
  });
});

describe("a formula as Excel stores it", () => {
  it.each([
    ['LP.RULE("LP.RULE(1)")', '_xldudf_LP_RULE("LP.RULE(1)")'],
    ["SUM(A1:A9)", "SUM(A1:A9)"],
    ['xlookup(A1,B:B,C:C,"XLOOKUP(")', '_xlfn.XLOOKUP(A1,B:B,C:C,"XLOOKUP(")'],
    ["FILTER(A1:A9,B1:B9)", "_xlfn._xlws.FILTER(A1:A9,B1:B9)"],
    ["'IFS (old)'!A1+IFS(A1,2)", "'IFS (old)'!A1+_xlfn.IFS(A1,2)"],
    ["NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"],
  ])("%s is %s, and back", (typed, stored) => {
    expect(storedFormula(`=${typed}`, "LP")).toBe(stored);
    expect(typedFormula(stored, "LP")?.toLowerCase()).toBe(typed.toLowerCase());
  });

  it.each(["LET(x,1,x)", "LAMBDA(a,a)(1)", "SUM(A1#)", "@A1:A9"])("cannot be told of %s", (typed) => {
    expect(storedFormula(`=${typed}`, "LP")).toBeUndefined();
  });

  it.each(["[1]Sheet1!A1", "_xlfn.ANCHORARRAY(A1)", "_xlfn.SINGLE(A1)", "_xldudf_OTHER_ADDIN(A1)", "_xll.THING(1)"])(
    "is Excel's alone to calculate where it is %s",
    (stored) => {
      expect(typedFormula(stored, "LP")).toBeUndefined();
    },
  );

  it("names the functions of add-ins that it calls", () => {
    expect(addInFunctions('_xldudf_LP_RULE("_xldudf_A(")&SUM(_xldudf_LP_LEAD(A1))')).toEqual([
      "_xldudf_LP_RULE",
      "_xldudf_LP_LEAD",
    ]);
  });
});
