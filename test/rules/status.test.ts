import { describe, expect, test } from "vitest";
import { england2026, kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { termsOf } from "../../rules/terms.ts";

const [kent, england] = [termsOf(kentTrial2024), termsOf(england2026)];

describe("a status text", () => {
  test.each([
    ["CP - Neglect", ["CP"]],
    ["CP – Neglect", ["CP"]],
    ["CIN (CWD)", ["CIN"]],
    ["CiN Plan (review)", ["CIN"]],
    ["Strategy/S47", ["S47"]],
    ["Plan: CP", ["CP"]],
    ["Unborn CP", ["CP"]],
    ["S.17", ["CIN"]],
    ["Public Law Outline", ["PP"]],
    ["Children in Care", ["CLA"]],
    ["CIN / CP", ["CIN", "CP"]],
    ["CIN, closed", ["CIN", "CLOSED"]],
    ["Step up to CP", []],
    ["CIN - S47 ongoing", ["CIN", "S47"]],
    ["CIN, escalating to CP", ["CIN", "CP"]],
    ["CIN (ICPC 2/12)", ["CIN", "S47"]],
    ["CIN - sec. 47", ["CIN", "S47"]],
    ["CIN (LAC from 3 Nov)", ["CIN", "CLA"]],
    ["EH / PLO stage", ["EH", "PP"]],
    ["Closed - transferred to CP", ["CLOSED", "CP"]],
    ["CP - court on 3 Dec", ["CP"]],
    ["CIN - reviewed, six weeks", ["CIN"]],
    ["banana", []],
  ])("'%s' may mean %j", (text, codes) => {
    expect(england.statuses(text)).toEqual(codes);
  });

  test("'Family help' is early help where the policy says so, and a status of its own elsewhere", () => {
    expect(["FH", "Family Help", "family help plan"].map((text) => kent.statuses(text))).toEqual([
      ["EH"],
      ["EH"],
      ["EH"],
    ]);
    expect(["FH", "Family Help", "FHP"].map((text) => england.statuses(text))).toEqual([["FH"], ["FH"], ["FH"]]);
    expect(england.statuses("Family Help - CIN")).toEqual(["FH", "CIN"]);
  });

  test("means what the policy says before what the product knows", () => {
    const own = termsOf(
      mergePolicy(england2026, {
        statuses: [
          { code: "CIN", aliases: ["Tier 3", "intensive"] },
          { code: "CP", aliases: ["Tier 4"] },
        ],
      }),
    );
    expect(["tier-3", "Intensive", "Tier 4 (neglect)"].map((text) => own.statuses(text))).toEqual([
      ["CIN"],
      ["CIN"],
      ["CP"],
    ]);
  });

  test("misspelt is offered the nearest, never read as it", () => {
    expect(england.statuses("Chidl protection")).toEqual([]);
    expect(england.nearestStatus("Chidl protection")).toBe("CP");
    expect(england.nearestStatus("banana split")).toBeUndefined();
  });
});
