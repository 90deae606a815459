import { signal } from "@preact/signals-core";
import { beforeEach, describe, expect, test } from "vitest";
import { NO_CHOICES } from "../../../addin/workbook/choices.ts";
import { EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS, headerOf } from "../../../rules/fields.ts";
import type { Cells } from "../../../rules/example.ts";
import type { Cell } from "../../../rules/read.ts";
import { aList } from "../model/lists.ts";
import { aWorkbook, settled, stream } from "./formulas.ts";

const HEADERS = [FIELD_IDS.map(headerOf)];

const row = (changes: Cells = {}): unknown[] => FIELD_IDS.map((id) => ({ ...EXAMPLE_ROW, ...changes })[id] ?? "");

const blankRow = (blank: unknown): unknown[] => FIELD_IDS.map(() => blank);

const CLEAR = row();

const CP = row({ childRef: "C-1002", status: "CP" });

describe("LP.CHECK and LP.WHY", () => {
  beforeEach(async () => {
    aWorkbook();
    await settled();
  });

  test("answer at once, a verdict and a text for each row", () => {
    expect(stream("CHECK", HEADERS, [CLEAR, CP]).shown).toEqual(["Clear", "Not eligible"]);
    const why = stream("WHY", HEADERS, [CLEAR, CP]).shown as string[];
    expect(why[0]).toBe("");
    expect(why[1]?.split("\n")[0]).toBe(
      "LP-03: Sam Assistant leads this child protection case, and is not shown as a registered social worker. " +
        "Next: Re-allocate to a registered social worker today: the team manager. Sam Assistant may stay as co-worker, keeping the relationship.",
    );
  });

  test.each([0, null, ""])("leave a blank row blank (%j)", (blank) => {
    expect(stream("CHECK", HEADERS, [CLEAR, blankRow(blank), CP, blankRow(blank)]).shown).toEqual([
      "Clear",
      "",
      "Not eligible",
    ]);
    expect(stream("CHECK", HEADERS, [blankRow(blank)]).shown).toEqual([""]);
  });

  test.each([0, null])("take %j in a cell as blank, as the pane takes an empty one", (blank) => {
    const sent = CLEAR.map((cell) => (cell === "" ? blank : cell));
    expect(stream("CHECK", HEADERS, [sent]).shown).toEqual(["Clear"]);
  });

  test("see a fault in a cell that holds one of Excel's errors", () => {
    const broken = CLEAR.map((cell) => (cell === "2024-11-12" ? { type: "Error", basicValue: "#REF!" } : cell));
    expect(stream("WHY", HEADERS, [broken]).shown).toEqual([expect.stringMatching(/'Last supervision' .*#REF!/)]);
  });

  test("check on the date given", () => {
    const verdictOn = (asOf: unknown) => stream("CHECK", HEADERS, [CLEAR], asOf).shown;
    expect([verdictOn("2024-12-12"), verdictOn("2024-12-13")]).toEqual([["Advice"], ["Action needed"]]);
    expect([verdictOn([[0]]), verdictOn([["2025-05-02"]])]).toEqual([["Clear"], ["Not eligible"]]);
    expect(verdictOn("soon")).toBe("#VALUE! 'as_of' is no date: give a date cell, or text such as 30/11/2024.");
  });

  test("name other rows by the numbers that the sheet shows", () => {
    const twice = [row(), row({ lead: "Kim Socialworker" })];
    const at = (...addresses: string[]) => (stream("WHY", HEADERS, twice, null, addresses).shown as string[])[0];
    expect(at("Cases!A4:AR4", "Cases!A5:AR6", "")).toContain("row 6");
    expect(at("'My ''own'' cases!'!$A$4:$AR$4", "'My ''own'' cases!'!$A$11:$AR$12")).toContain("row 12");
    expect(at("", "")).toContain("row 2");
    expect(at()).toContain("row 2");
  });

  test("map a manager's own headers, in their own order, and choices made in the pane", () => {
    const { workbook } = aWorkbook();
    const own = [["District", "Allocated worker", "CIN/CP", "Child ID", "Who checks"]];
    const cases = [
      ["Dover", "Sam Assistant", "CP", "C-1", "Pat Supervisor"],
      ["Dover", "Sam Assistant", "CIN", "C-2", "Pat Supervisor"],
    ];
    const why = stream("WHY", own, cases);
    return settled().then(() => {
      expect(stream("CHECK", own, cases).shown).toEqual(["Not eligible", "Check"]);
      expect((why.shown as string[])[1]).toContain("no column 'Overseen by'");
      workbook.value = { ...workbook.value, choices: { ...NO_CHOICES, columns: { "Who checks": "overseer" } } };
      expect((why.shown as string[])[1]).not.toContain("no column 'Overseen by'");
    });
  });
});

describe("what cannot be checked", () => {
  beforeEach(async () => {
    aWorkbook();
    await settled();
  });

  test("is refused with what to give instead", () => {
    expect(stream("CHECK", null, null).shown).toBe(
      "#VALUE! Give the header row and the rows below it, such as =LP.CHECK(Cases[#Headers], Cases[#Data]).",
    );
    expect(stream("WHY", HEADERS, null).shown).toMatch(
      /^#VALUE! Give the header row and the rows below it, such as =LP\.WHY/,
    );
    expect(stream("CHECK", [...HEADERS, ...HEADERS], [CLEAR]).shown).toBe(
      "#VALUE! 'headers' must be the one row that names the columns.",
    );
    expect(stream("CHECK", HEADERS, [CLEAR.slice(1)]).shown).toBe(
      "#VALUE! 'headers' and 'rows' must have the same number of columns.",
    );
    expect(stream("CHECK", [["Colour", "Lead professional"]], [["red", "Sam Assistant"]]).shown).toMatch(
      /^#VALUE! 'headers' names 1 of the columns that the rules know/,
    );
    expect(stream("CHECK", [[0, 0]], [["red", "Sam Assistant"]]).shown).toMatch(/^#VALUE! 'headers' names 0 of/);
  });

  test("is, for LP.WHY, a list of more than 2,000 rows, blank ones at the end apart", () => {
    const rows = (filled: number, blank: number): unknown[][] => [
      ...Array.from({ length: filled }, (_, at) => ["CIN", "Kim Socialworker", `C-${at}`]),
      ...Array.from({ length: blank }, () => [0, 0, 0]),
    ];
    const headers = [["Case status", "Lead professional", "Child ref"]];
    expect(stream("WHY", headers, rows(2_000, 3_000)).shown).toHaveLength(2_000);
    expect(stream("WHY", headers, rows(2_001, 0)).shown).toMatch(
      /^#VALUE! LP\.WHY takes up to 2,000 rows\. Use 'Add check columns' in the Lead Professional pane/,
    );
    expect(stream("CHECK", headers, rows(2_001, 0)).shown).toHaveLength(2_001);
  });

  test("is more text than Excel hands over", () => {
    const long = [["C-1", "Kim Socialworker", "CIN", "x".repeat(3_000_000)]];
    expect(stream("CHECK", [["Child ref", "Lead professional", "Case status", "Notes"]], long).shown).toMatch(
      /^#VALUE! These rows hold more text than Excel hands to a function/,
    );
  });
});
describe("the sheets that are checked", () => {
  test("go to the service once, whichever functions look at them", async () => {
    const { sheets } = aWorkbook();
    await settled();
    const rows = () => [CLEAR, blankRow(0), CP].map((cells) => [...cells]);
    stream("CHECK", HEADERS, rows(), null, ["Cases!A4:AR4", "Cases!A5:AR7"]);
    stream("WHY", HEADERS, rows(), null, ["Cases!A4:AR4", "Cases!A5:AR7"]);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.rowNumbers).toEqual([5, 6, 7]);
    const edited = rows();
    edited[0] = row({ cover: "" });
    stream("CHECK", HEADERS, edited, null, ["Cases!A4:AR4", "Cases!A5:AR7"]);
    expect(sheets).toHaveLength(2);
  });

  test("are not checked again because the service counts what it was given", async () => {
    const state = signal(0);
    aWorkbook({
      service: {
        validate: () => {
          state.value += 1;
        },
      },
    });
    await settled();
    const check = stream("CHECK", HEADERS, [CLEAR]);
    state.value += 1;
    expect([state.value, check.results]).toEqual([2, [[["Clear"]]]]);
  });

  test("leave the rules across rows out where only part of a list is given", async () => {
    const lists = signal("A5:AR9");
    const twice = [row(), row({ lead: "Kim Socialworker" })];
    const { allocations } = aList({ headers: HEADERS[0] ?? [], headerRow: 4, rows: twice as Cell[][] });
    aWorkbook({
      listAt: (address) => ({ allocations, whole: undefined, others: [], isPart: address !== `Cases!${lists.value}` }),
    });
    await settled();
    const part = stream("WHY", HEADERS, twice, null, ["Cases!A4:AR4", "Cases!A5:AR6"]);
    expect(part.shown).not.toContainEqual(expect.stringContaining("LP-02"));
    lists.value = "A5:AR6";
    expect(part.shown).toContainEqual(expect.stringContaining("LP-02"));
  });
});
