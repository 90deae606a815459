import { describe, expect, it } from "vitest";
import { isPartOf } from "../../../addin/model/part-of.ts";
import { aList } from "./lists.ts";

const list = aList({
  left: 1,
  headerRow: 4,
  headers: ["Child ref", "Case status", "Lead professional"],
  rows: [["T1"], ["T2"], ["T3"]],
});

describe("the rows of a formula", () => {
  it.each([
    ["all rows of the list", "Cases!B5:D7", false],
    ["a row short at the end", "Cases!B5:D6", true],
    ["a row short at the beginning", "Cases!B6:D7", true],
    ["one row", "Cases!$B$5:$D$5", true],
    ["blank rows below as well", "Cases!B5:D900", false],
    ["another sheet", "'Old cases'!B5:D6", false],
    ["cells beside the list", "Cases!F5:H5", false],
    ["no address", "Allocations", false],
  ])("%s", (_, address, isPart) => {
    expect(isPartOf([list], address)).toBe(isPart);
  });
});
