import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { namedValue } from "../../xlsx/named-values.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { FIELDS } from "../../rules/fields.ts";
import { acceptedInWords, SHOWN_AS } from "../../rules/finding.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { RULE_IDS } from "../../rules/rule-ids.ts";
import { ADD_IN } from "../../tools/sample/add-in.ts";
import { sampleWorkbook } from "../../tools/sample/workbook.ts";
import { beside, bytes, cases, checked, column, findings, staff, workbook } from "./read-sample.ts";

const OF_THE_SERVICE = ["LP-29", "LP-30"];

describe("The sample workbook", () => {
  it("is what npm run sample writes now", () => {
    expect(Buffer.from(writeWorkbook(sampleWorkbook())).equals(bytes)).toBe(true);
  });

  it("is small enough to keep with the code", () => {
    expect(bytes.length).toBeLessThan(60_000);
  });

  it("breaks every rule that a row can break", () => {
    const broken = new Set(findings.map(({ rule }) => rule));
    expect(RULE_IDS.filter((id) => !broken.has(id))).toEqual(OF_THE_SERVICE);
  });

  it("is clear on most rows, and shows every verdict", () => {
    expect(checked.counts.clear / cases.rows.length).toBeGreaterThanOrEqual(0.6);
    expect(Object.values(checked.counts)).not.toContain(0);
  });

  it("leaves no rule unchecked but those of the service, and breaks none as a whole", () => {
    expect(checked.coverage.notChecked.map(({ rule }) => rule)).toEqual(OF_THE_SERVICE);
    expect(checked.sheet).toEqual([]);
  });

  it("shows beside each row the verdict that the rules give it", () => {
    expect(beside("LP check")).toEqual(checked.rows.map((row) => row && SHOWN_AS[row.verdict]));
  });

  it("says beside each row, worst first, what is wrong and what to do next, or who has accepted it", () => {
    const lines = checked.rows.map((row) =>
      (row?.findings ?? []).map(({ rule, message, nextStep, accepted }) =>
        accepted ? `${rule}, ${acceptedInWords(accepted)}: ${message}` : `${rule}: ${message} Next: ${nextStep}`,
      ),
    );
    expect(beside("LP why")).toEqual(lines.map((of) => of.join("\n")));
  });

  it("leaves a blank column between the table and what stands beside it", () => {
    const gap = cases.sheet.rows.map((row) => row[cases.table.right + 1] ?? "");
    expect(new Set(gap)).toEqual(new Set([""]));
  });

  it("has every field of the template, by its own header", () => {
    const mapping = mapHeaders(cases.headers);
    expect([...mapping.columns.keys()].sort()).toEqual(Object.keys(FIELDS).sort());
    expect(mapping).toMatchObject({ suggestions: [], clashes: [], unmapped: [] });
  });

  it("lists about 40 children by ref alone, but for the one row that breaks the rule", () => {
    const refs = column(cases, "Child ref").map(String);
    expect(refs.filter((ref) => !/^KC-10\d{4}$/.test(ref))).toEqual(["ANN EXAMPLE"]);
    expect(new Set(refs).size).toBeGreaterThanOrEqual(38);
    expect(new Set(refs).size).toBeLessThanOrEqual(46);
  });

  it("has the six trial teams and two others", () => {
    const teams = new Set(column(cases, "Team"));
    const trial = kentTrial2024.trial.teams.map(({ name }) => name);
    expect(trial.filter((name) => !teams.has(name))).toEqual([]);
    expect([...teams].filter((name) => !trial.includes(String(name))).sort()).toEqual(["Ashford", "Maidstone"]);
  });

  it("has 15 practitioners, each with a name and a staff number of their own", () => {
    expect(staff.rows).toHaveLength(15);
    expect(new Set(column(staff, "Name")).size).toBe(15);
    expect(new Set(column(staff, "Staff number")).size).toBe(15);
  });

  it("names nobody who is not on the staff sheet, but for advocates and one newcomer", () => {
    const known = new Set<unknown>([...column(staff, "Name"), "", "Duty"]);
    const people = Object.values(FIELDS).filter(({ kind, header }) => kind === "person" && header !== "Advocate");
    const others = people.flatMap(({ header }) => column(cases, header)).filter((name) => !known.has(name));
    expect(others).toEqual(["Robin Newstarter"]);
  });

  it("holds dates as dates, but for the one that breaks the rule", () => {
    const dates = Object.values(FIELDS)
      .filter(({ kind }) => kind === "date")
      .flatMap(({ header }) => column(cases, header));
    expect(dates.filter((date) => typeof date !== "number" && date !== "")).toEqual(["31/09/2024"]);
  });

  it("hides nothing", () => {
    for (const sheet of workbook.sheets) {
      expect(sheet.visibility).toBe("visible");
      expect([...sheet.hiddenRows, ...sheet.hiddenColumns]).toEqual([]);
      expect(sheet.isFiltered).toBe(false);
    }
  });

  it("gives no table the name of a sheet", () => {
    const sheets = workbook.sheets.map(({ name }) => name.toLowerCase());
    const tables = workbook.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name.toLowerCase()));
    expect(tables.filter((name) => sheets.includes(name))).toEqual([]);
  });

  it("says which day and which policy it is checked by", () => {
    expect(namedValue(workbook, "LP_CheckDate")).toEqual({ value: 45_626 });
    expect(namedValue(workbook, "LP_Policy")).toEqual({ value: kentTrial2024.id });
  });

  it("tells Excel which add-in its functions come from", () => {
    const part = strFromU8(unzipSync(bytes)["xl/webextensions/webextension1.xml"] ?? new Uint8Array());
    expect(part).toContain(`id="${ADD_IN.id}"`);
    expect(part).toContain("_xldudf_LP_CHECK");
    expect(part).toContain("_xldudf_LP_WHY");
  });
});
