import { describe, expect, test } from "vitest";
import { FIELD_IDS } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { termsOf } from "../../rules/terms.ts";
import { toWire } from "../../rules/wire.ts";
import { Refusal } from "../../functions/http/problem.ts";
import { refuseOddRows, ROW, sheetOf } from "../../functions/http/request-rows.ts";
import { GIVEN, sheetOf as ruleSheet } from "../rules/sheets.ts";
import { aRow } from "./snapshots/service.ts";

const isTaken = (cells: Record<string, unknown>): boolean => ROW.safeParse(cells).success;

describe("a row on the wire", () => {
  test("may have any of the fields and nothing else", () => {
    expect(isTaken(Object.fromEntries(FIELD_IDS.map((id) => [id, ""])))).toBe(true);
    expect(isTaken({})).toBe(true);
    expect(isTaken({ childName: "x" })).toBe(false);
    expect(ROW.safeParse(JSON.parse('{"__proto__": 1}')).success).toBe(false);
  });

  test.each(FIELD_IDS)("may have a blank %s, or one that could not be read, whose text stays behind", (id) => {
    for (const cell of ["", null, { unreadable: true }]) expect(isTaken({ [id]: cell })).toBe(true);
    for (const cell of [{ unreadable: "text" }, { unreadable: true, text: "x" }, [], true])
      expect(isTaken({ [id]: cell })).toBe(false);
  });

  test.each([
    [
      "lastSupervision",
      ["2024-11-30", "2024-02-29"],
      ["30/11/2024", "2023-02-29", 45626, "2024-11-30T10:00:00Z", "0001-01-01"],
    ],
    ["status", ["CIN", "CLOSED"], ["Child in need", "cin"]],
    ["complexity", [1, 3], [0, 4, "Low", "1", 1.5]],
    ["agenciesInvited", [0, 9_999], [-1, 10_000, 1.5, "3"]],
    ["restricted", ["yes", "no"], ["y", "Yes"]],
    ["rationale", ["yes"], ["no", "asked for by the family"]],
    ["mostContact", ["health"], ["school"]],
    ["lead", ["A1", "Una Nowhere", "x".repeat(100)], ["x".repeat(101), 7]],
    ["childRef", ["C-1", "x".repeat(64)], ["x".repeat(65), 1234]],
    ["team", ["Dover"], ["x".repeat(65)]],
  ])("%s is taken in its form alone", (id, good, bad) => {
    for (const cell of good) expect(isTaken({ [id]: cell }), String(cell)).toBe(true);
    for (const cell of bad) expect(isTaken({ [id]: cell }), String(cell)).toBe(false);
  });

  test("is what leaves the workbook", () => {
    for (const row of toWire(
      ruleSheet([{}, { lead: "Una Nowhere", advocate: "Ivo", status: "see notes", restricted: "Y" }]),
      GIVEN,
    ).rows)
      expect(ROW.safeParse(row).error).toBeUndefined();
  });

  test("is refused where its child ref might be a name; the refusal says where and not what", () => {
    const refuse = () => {
      refuseOddRows(
        [aRow(), aRow({ childRef: "Ann" }), aRow({ childRef: "" }), aRow({ childRef: { unreadable: true } })],
        termsOf(kentTrial2024),
      );
    };
    expect(refuse).toThrow(Refusal);
    expect(refuse).toThrow(expect.objectContaining({ status: 422, paths: ["rows[1].childRef"] }) as Error);
  });

  test("becomes a row of a sheet whose columns are those that any row has, blank or not", () => {
    const sheet = sheetOf([{ lead: "A1" }, { overseer: "", status: "CIN" }], true);
    expect([...sheet.columns.keys()]).toEqual(["status", "lead", "overseer"]);
    expect(sheet).toMatchObject({
      rows: [
        [undefined, "A1", undefined],
        ["CIN", undefined, ""],
      ],
      isPart: true,
    });
  });
});
