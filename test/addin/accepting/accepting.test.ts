import { describe, expect, it } from "vitest";
import { acceptanceForm, acceptanceOf, type Decision } from "../../../addin/accepting/accept.ts";
import { changedInWords, type AcceptanceChange } from "../../../addin/accepting/acceptance-change.ts";
import { takingBackOf } from "../../../addin/accepting/take-back.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";
import type { RuleId } from "../../../rules/rule-ids.ts";
import { aList } from "../model/lists.ts";
import { openInputs } from "../pane/support/check-inputs.ts";

const FIELDS: readonly FieldId[] = ["childRef", "lead", "wishesOn", "accepted", "acceptedBy", "acceptedUntil"];
const WITHOUT = FIELDS.slice(0, 3);
const serial = (iso: string): number => toSerial(isoDay(iso));
const pat = { by: "Pat Supervisor", until: isoDay("2024-12-31") };
const decided = { accepted: "LP-19", acceptedBy: "Pat Supervisor", acceptedUntil: serial("2024-12-31") };

const inputs = openInputs();
const listOf = (cells: Cells = {}, fields = FIELDS) => {
  const row = { ...EXAMPLE_ROW, wishesOn: "", ...cells };
  return aList({ headers: fields.map(headerOf), rows: [fields.map((id) => row[id])] });
};
const accept = (decision: Decision, cells: Cells = {}, rule: RuleId = "LP-19", fields = FIELDS) =>
  acceptanceOf(listOf(cells, fields), inputs, { index: 0, rule }, decision);

function written(change: AcceptanceChange | string): unknown {
  if (typeof change === "string") throw new Error(change);
  return change.changes.map(({ address, before, after }) => `${address}: ${before} > ${after}`);
}

describe("accepting a finding", () => {
  it("writes the rule, who decided and until when into the row's own cells", () => {
    const change = accept(pat);
    expect(written(change)).toEqual(["D2:  > LP-19", "E2:  > Pat Supervisor", "F2:  > 31 Dec 2024"]);
    expect(typeof change === "object" && changedInWords(change)).toBe(
      "Row 2: LP-19 is accepted by Pat Supervisor until 31 Dec 2024. To undo it by hand: clear D2, clear E2 and clear F2.",
    );
  });

  it("names the columns that a list lacks, and where they will stand", () => {
    const change = accept(pat, {}, "LP-19", WITHOUT);
    expect(change).toMatchObject({
      newColumns: [
        { address: "D1", header: "Accepted" },
        { address: "E1", header: "Accepted by" },
        { address: "F1", header: "Accepted until" },
      ],
    });
    expect(written(change)).toEqual(["D2:  > LP-19", "E2:  > Pat Supervisor", "F2:  > 31 Dec 2024"]);
  });

  it("takes a name however it is written, and writes the register's", () => {
    expect(written(accept({ ...pat, by: " supervisor, pat " }))).toContain("E2:  > Pat Supervisor");
  });

  it.each([
    ["nobody", "", "Name the manager who decides."],
    ["nobody yet", "TBC", "Name the manager who decides."],
    ["a social worker who is no manager", "Sal Senior", "does not show Sal Senior as"],
    ["a manager whose registration is not shown", "Max Manager", "does not show Max Manager as"],
    ["somebody not on the register", "Una Nowhere", "does not show Una Nowhere as"],
  ])("is refused in words where %s decides", (_, by, words) => {
    expect(accept({ ...pat, by })).toContain(words);
  });

  it("is refused where the lead decides", () => {
    expect(accept(pat, { lead: "Pat Supervisor", overseer: "" })).toContain("does not show Pat Supervisor as");
  });

  it.each([
    ["2024-11-29", false],
    ["2024-11-30", true],
    ["2025-02-28", true],
    ["2025-03-01", false],
  ])("until %s is possible from the check date to three months on: %s", (until, isPossible) => {
    expect(typeof accept({ ...pat, until: isoDay(until) }) === "object").toBe(isPossible);
  });

  it("is added to what the same manager has accepted on the row, and changes nothing else of it", () => {
    const change = accept({ by: "", until: undefined }, decided, "LP-20");
    expect(written(change)).toEqual(["D2: LP-19 > LP-19, LP-20"]);
  });

  it.each([
    ["words that name no rule", { ...decided, accepted: "agreed with Pat" }, "D2, E2 and F2"],
    ["an acceptance that has ended", { ...decided, acceptedUntil: serial("2024-11-29") }, "D2, E2 and F2"],
    ["one by nobody", { accepted: "LP-19" }, "D2"],
  ])("leaves %s as it is, and says where it stands", (_, cells, where) => {
    expect(accept(pat, cells, "LP-20")).toContain(`${where} on this row`);
  });

  it("writes no second column beside one of that name which is not read", () => {
    const list = aList({
      headers: ["Child ref", "Lead professional", "Child's wishes recorded", "Accepted"],
      rows: [["EX-1", "Sam Assistant", "", "ja"]],
    });
    const chosen = openInputs({ choices: { columns: { accepted: null } } });
    expect(acceptanceOf(list, chosen, { index: 0, rule: "LP-19" }, pat)).toContain(
      "a column 'Accepted' that is not read",
    );
  });

  it("is offered in the names of those whom the register shows able to, the lead aside", () => {
    expect(acceptanceForm(listOf(), inputs, 0)).toMatchObject({
      standing: undefined,
      mayDecide: ["Pat Supervisor"],
      latest: isoDay("2025-02-28"),
    });
    expect(acceptanceForm(listOf({ lead: "Pat Supervisor" }), inputs, 0)?.mayDecide).toEqual([]);
  });

  it("shows the decision that stands on the row already", () => {
    expect(acceptanceForm(listOf(decided), inputs, 0)?.standing).toEqual({ ...pat, rules: ["LP-19"] });
  });
});

describe("taking an acceptance back", () => {
  const takeBack = (cells: Cells, rule: RuleId = "LP-19") => takingBackOf(listOf(cells), inputs, { index: 0, rule });

  it("clears the three cells where it is the only one", () => {
    expect(written(takeBack(decided))).toEqual(["D2: LP-19 > ", "E2: Pat Supervisor > ", "F2: 31 Dec 2024 > "]);
  });

  it("leaves the others, and who decided them", () => {
    const change = takeBack({ ...decided, accepted: "LP-19; LP-20 & LP-21" }, "LP-20");
    expect(written(change)).toEqual(["D2: LP-19; LP-20 & LP-21 > LP-19, LP-21"]);
    expect(change).toMatchObject({ done: "LP-20 counts again; LP-19 and LP-21 stay accepted" });
  });

  it("says so where nothing is accepted by now", () => {
    expect(takeBack({})).toContain("Nothing is accepted here by now");
  });
});

it("reads every column of a row in the same way as the check does", () => {
  const list = aList({ headers: FIELD_IDS.map(headerOf), rows: [FIELD_IDS.map((id) => EXAMPLE_ROW[id])] });
  expect(typeof acceptanceOf(list, inputs, { index: 0, rule: "LP-13" }, pat)).toBe("object");
});
