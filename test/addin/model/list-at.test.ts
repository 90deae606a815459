import { describe, expect, it, test } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { listAt } from "../../../addin/model/list-at.ts";
import type { WorkbookList } from "../../../addin/workbook/workbook.ts";
import { aList } from "./lists.ts";

const list = aList({
  left: 1,
  headerRow: 4,
  headers: ["Child ref", "Case status", "Lead professional"],
  rows: [["T1"], ["T2"], ["T3"]],
});
const inputs = createInputsStore(isoDay("2024-11-30")).inputs.value;
const at = (address: string, one: WorkbookList = list) => listAt([one], () => [], inputs, address);

describe("the rows of a formula", () => {
  it.each([
    ["all rows of the list", "Cases!B5:D7", false],
    ["a row short at the end", "Cases!B5:D6", true],
    ["a row short at the beginning", "Cases!B6:D7", true],
    ["one row", "Cases!$B$5:$D$5", true],
    ["blank rows below as well", "Cases!B5:D900", false],
    ["another sheet", "'Old cases'!B5:D6", undefined],
    ["cells beside the list", "Cases!F5:H5", undefined],
    ["no address", "Allocations", undefined],
  ])("%s", (_, address, isPart) => {
    expect(at(address)?.isPart).toBe(isPart);
  });

  test("are not cut off where they are the table, and further rows of the list stand below its end", () => {
    const below: WorkbookList = { ...list, allocations: { ...list.allocations, belowTable: [7] } };
    const known = at("Cases!B5:D6", below);
    expect(known?.isPart).toBe(false);
    expect(known?.others.map(({ sheet }) => [sheet.rows, sheet.rowNumbers])).toEqual([[[["T3"]], [7]]]);
    expect(at("Cases!B5:D6", below)?.others[0]).toBe(known?.others[0]);
    expect(at("Cases!B6:D6", below)?.isPart).toBe(true);
  });
});
