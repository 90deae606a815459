import { describe, expect, test } from "vitest";
import { policyInWorkbook } from "../../../web/admin/policy/from-workbook.ts";
import { policyOf } from "../../../web/admin/policy/draft.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import { opened, TODAY } from "./support.ts";

const HEADERS = ["Setting", "Value", "Also called"];
const ROWS = [
  ["based on", "England 2026", ""],
  ["title", "Clusters 2026", ""],
  ["team", "Ashbeck", ""],
  ["status", "EH", "Cluster support"],
];
const holding = (rows: readonly (readonly string[])[], name = "Policy"): Uint8Array =>
  writeWorkbook({ sheets: [{ name, rows: [HEADERS, ...rows] }] });
const file = (bytes: Uint8Array) => ({ name: "clusters.xlsx", bytes: () => Promise.resolve(bytes) });

describe("a workbook's table Policy on the administration page", () => {
  test("is the beginning of a version, in force from today, with an id of its own", async () => {
    const { policy } = (await opened()).sections;
    await policy.load();
    await policy.take(file(holding(ROWS)));
    const { draft, problem } = policy.state.value;
    expect(problem).toBeUndefined();
    expect(draft?.file).toBe("clusters.xlsx");
    expect(draft && policyOf(draft)).toMatchObject({
      id: "clusters-2026",
      effectiveFrom: TODAY,
      familyHelp: "own-status",
      otherTeams: [{ id: "ashbeck", name: "Ashbeck" }],
      statuses: [{ code: "EH", aliases: ["Cluster support"] }],
      trial: { teams: [] },
    });
  });

  test("leaves out what cannot be used, and says which rows", async () => {
    const { policy } = (await opened()).sections;
    await policy.load();
    await policy.take(file(holding([...ROWS, ["staus", "CIN", "Tier 3"]])));
    expect(policy.state.value.draft).toBeDefined();
    expect(policy.state.value.sentences).toEqual([
      "Row 6 of the table was left out. 'staus' is no setting of a policy. Perhaps 'status'?",
    ]);
  });

  test("does not replace a version that is being made", async () => {
    const { policy } = (await opened()).sections;
    await policy.load();
    await policy.take(file(holding(ROWS)));
    policy.edit({ scheme: "trial" });
    await policy.take(file(holding(ROWS)));
    expect(policy.state.value).toMatchObject({
      draft: { scheme: "trial" },
      problem: expect.stringMatching(/^You have changed a draft/) as string,
    });
  });

  test("that is not there, or lacks a column, is said to", () => {
    expect(policyInWorkbook(holding(ROWS, "Other"))).toMatch(/^The workbook has no table named Policy\./);
    expect(policyInWorkbook(writeWorkbook({ sheets: [{ name: "Policy", rows: [["Setting"], ["title"]] }] }))).toMatch(
      /no (column 'Value'|table named Policy)/,
    );
  });

  test("that does not say what it is based on is taken to change England 2026, and said to be", () => {
    expect(policyInWorkbook(holding(ROWS.slice(1)))).toMatchObject({
      policy: { title: "Clusters 2026", overseen: ["FH", "CIN", "ASSESS"] },
      notes: ["No row says what the table is based on, so it is taken to change England 2026."],
    });
  });
});
