import { describe, expect, test } from "vitest";
import { findAllocations } from "../../rules/workbook/find-lists.ts";
import { check } from "../../rules/check.ts";
import { isoDay, toIso, toSerial } from "../../rules/dates.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import { keysOf } from "./sheets.ts";

const HEADERS = ["Child ID", "Team", "Status", "Worker", "Role", "Allocated date", "Supervisor", "Last supervision"];
const PRACTITIONERS: readonly (readonly Cell[])[] = [
  ["Sam Assistant", "Social Work Assistant", ""],
  ["Noa Newcomer", "SWA", "none"],
  ["Kim Socialworker", "SW", "SW100002"],
  ["Pat Supervisor", "Practice Supervisor", "SW100001"],
];
const asOf = isoDay("2024-11-30");

/** One row of the sheets that teams keep: 8 columns, nothing wrong with them. */
function child(n: number): Cell[] {
  const [worker = "", role = ""] =
    [
      ["Sam Assistant", "Social Work Assistant"],
      ["Noa Newcomer", ""],
      ["Kim Socialworker", "Social Worker"],
    ][n % 3] ?? [];
  const status = n % 3 === 2 ? ["CP", "c) Child in need plan", "S47", "LAC"][n % 4] : ["CIN", "Child in need"][n % 2];
  const supervised = asOf - (n % 20);
  return [
    `C-${1000 + n}`,
    ["Thanet", "Dover", "T&M"][n % 3],
    status,
    worker,
    role,
    toSerial(isoDay("2024-10-14") + (n % 10)),
    "Pat Supervisor",
    n % 2 ? toIso(supervised) : toSerial(supervised),
  ];
}

function checkSheet(count: number) {
  const rows = [HEADERS, ...Array.from({ length: count }, (_, n) => child(n))];
  const [found] = findAllocations({ rows, tables: [], isFormula: () => false });
  const register = registerFromTable(["Name", "Role", "Registration"], PRACTITIONERS, kentTrial2024);
  return check(
    { columns: found?.mapping.columns ?? new Map(), rows: found?.rows ?? [] },
    { asOf, policy: kentTrial2024, register },
  );
}

describe("the eight columns that a team keeps, and a table of name, role and registration", () => {
  const { rows, sheet, coverage, counts } = checkSheet(12);

  test("are clear on every row where nothing is wrong", () => {
    expect(rows.map((row) => [row?.verdict, keysOf(row?.findings)])).toEqual(Array(12).fill(["clear", []]));
    expect(counts.clear).toBe(12);
  });

  test("have one piece of advice for the sheet: until when registrations last", () => {
    expect(keysOf(sheet)).toEqual(["LP-33/registration-undated"]);
  });

  test("have the rules that must hold checked, and the coverage begins with the meetings", () => {
    const missing = coverage.notChecked.map(({ rule }) => rule);
    for (const rule of ["LP-01", "LP-02", "LP-03", "LP-04", "LP-05", "LP-06", "LP-07", "LP-08", "LP-13"])
      expect(missing).not.toContain(rule);
    expect(missing[0]).toBe("LP-16");
  });

  test("give no row a finding where there are 2,000 of them", () => {
    const large = checkSheet(2000);
    expect(large.counts).toEqual({ clear: 2000, advice: 0, check: 0, action: 0, "not-eligible": 0 });
  });
});
