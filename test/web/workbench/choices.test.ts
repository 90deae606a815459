import { describe, expect, it } from "vitest";
import { choicesOf } from "../../../web/workbench/file/choices.ts";

describe("what a column offers to choose from", () => {
  it("is the policy's names, and the sheet's own words for them", () => {
    const choices = choicesOf("status", ["CIN", "Child in need", "", "CIN", "Stepping down", 5]);
    expect(choices?.slice(0, 3)).toEqual(["Early help", "Family help", "Open assessment"]);
    expect(choices?.slice(-1)).toEqual(["CIN"]);
    expect(choicesOf("yes-no", ["y", "perhaps"])).toEqual(["Yes", "No", "y"]);
  });

  it("has teams and roles by the names that the policy knows them under", () => {
    expect(choicesOf("team", ["Nowhere"])).toContain("Dover");
    expect(choicesOf("team", ["Nowhere"])).not.toContain("Nowhere");
    expect(choicesOf("role", [])).toContain("Social Worker");
  });

  it.each([["date"], ["person"], ["text"], [undefined]] as const)("is nothing in a column of kind %s", (kind) => {
    expect(choicesOf(kind, ["CIN"])).toBeUndefined();
  });
});
