import { expect, test } from "vitest";
import type { SheetModel } from "../../xlsx/writing/model.ts";
import { data, only, text } from "./checked.ts";
import { inOrder, practitioners, tableOf, workbookFile } from "./workbooks.ts";

const AS_OF = [{ name: "LP_CheckDate", formula: "45626" }];

const policySheet = (rows: readonly (readonly (string | number)[])[], more: Partial<SheetModel> = {}): SheetModel => ({
  name: "Our policy",
  rows: [["Setting", "Value", "Also called"], ...rows],
  tables: [{ name: "Policy", range: `A1:C${rows.length + 1}` }],
  ...more,
});

const NORTHTOWN = [
  ["based on", "England 2026", ""],
  ["title", "Northtown 2026", ""],
  ["team", "Northtown East", "NE"],
  ["role", "assistant", "Family Coach"],
  ["status", "CP", "Tier 4"],
  ["status", "CIN", "Tier 3"],
];

const coached = (childRef: string, status: string) =>
  inOrder(childRef).with(1, "NE").with(2, status).with(3, "Fay Coach").with(4, "Family Coach");
const cases = tableOf("Cases", [coached("C-1", "Tier 4"), coached("C-2", "Tier 3").with(6, "")]);
const breaches = (path: string, ...options: string[]) =>
  only(data(path, ...options)).rows.map(({ findings }) => findings.map(({ rule, breach }) => `${rule}/${breach}`));

test("a council's own teams, roles and statuses count without the service, and the first line says so", () => {
  const path = workbookFile([cases, practitioners, policySheet(NORTHTOWN)], { names: AS_OF });
  const [first, second] = breaches(path);
  expect(first).toContain("LP-03/not-social-worker");
  expect(second).toContain("LP-08/not-named");
  expect([first, second].flat()).not.toContain("LP-32/unknown-status");
  expect([first, second].flat()).not.toContain("LP-32/unknown-team");
  expect(only(data(path)).policy).toMatchObject({ id: "workbook", title: "Northtown 2026" });
  expect(text(path).out.split("\n")[0]).toContain(
    "by the policy 'Northtown 2026' (this workbook's table Policy, based on England 2026).",
  );
});

test("a row of it that cannot be used is named with its number and the reason, and the rest counts", () => {
  const path = workbookFile(
    [cases, practitioners, policySheet([...NORTHTOWN, ["supervision", "often", ""], ["staus", "CIN", "Tier 5"]])],
    { names: AS_OF },
  );
  const { out } = text(path);
  expect(out).toContain(
    "The table Policy on the sheet 'Our policy', row 8, was left out. The value must be how often supervision is due",
  );
  expect(out).toContain("row 9, was left out. 'staus' is no setting of a policy. Perhaps 'status'?");
  expect(breaches(path)[0]).toContain("LP-03/not-social-worker");
  expect(only(data(path)).notes).toContainEqual(expect.stringContaining("row 9, was left out."));
});

test("it counts on a hidden sheet too, and with rows below headers on a sheet of its name", () => {
  for (const sheet of [
    policySheet(NORTHTOWN, { visibility: "hidden" }),
    policySheet([["", "", ""], ...NORTHTOWN], { name: "Policy", tables: [] }),
  ]) {
    const path = workbookFile([cases, practitioners, sheet], { names: AS_OF });
    expect(only(data(path)).policy).toMatchObject({ title: "Northtown 2026" });
    expect(text(path).out).not.toContain("hidden");
  }
});

test("it gives way to what was asked for and to LP_Policy, and the result says so", () => {
  const sheets = [cases, practitioners, policySheet(NORTHTOWN)];
  const asked = workbookFile(sheets, { names: AS_OF });
  expect(only(data(asked, "--policy", "kent-trial-2024")).policy.id).toBe("kent-trial-2024");
  expect(text(asked, "--policy", "kent-trial-2024").out).toContain(
    "The table Policy on the sheet 'Our policy' is not used, as another policy was asked for.",
  );
  const named = workbookFile(sheets);
  expect(only(data(named)).policy.id).toBe("kent-trial-2024");
  expect(text(named).out).toContain("is not used, as the name LP_Policy says another.");
  const own = workbookFile(sheets, { names: [...AS_OF, { name: "LP_Policy", formula: '"Northtown 2026"' }] });
  expect(only(data(own)).policy).toMatchObject({ title: "Northtown 2026" });
});

test("a table without its columns, or without rows, is said and changes nothing", () => {
  const lacking = workbookFile(
    [
      cases,
      practitioners,
      {
        name: "P",
        rows: [
          ["What", "Value"],
          ["team", "NE"],
        ],
        tables: [{ name: "Policy", range: "A1:B2" }],
      },
    ],
    { names: AS_OF },
  );
  expect(text(lacking).out).toContain(
    "The table Policy on the sheet 'P' has no column 'Setting', so nothing of it is used.",
  );
  expect(only(data(lacking)).policy.id).toBe("england-2026");
  const empty = workbookFile([cases, practitioners, policySheet([["", "", ""]])], { names: AS_OF });
  expect(text(empty).out).toContain("is not used, as it has no rows.");
  expect(only(data(empty)).policy.id).toBe("england-2026");
});

test("a text that it reads otherwise than the product does is said", () => {
  const path = workbookFile([cases, practitioners, policySheet([["status", "EH", "CP - Neglect"]])], { names: AS_OF });
  expect(text(path).out).toContain("row 2: Without this row 'CP - Neglect' is read as child protection.");
});

test("a status text that was answered in the pane is read by the command line", () => {
  const said = JSON.stringify({ version: 1, columns: {}, teams: {}, roles: {}, statuses: { "Tier 4": "CP" } });
  const addIn = {
    id: "00000000-0000-4000-8000-000000000000",
    version: "1.0.0.0",
    customFunctionIds: [],
    settings: new Map([["LeadProfessional", said]]),
  };
  const sheets = [tableOf("Cases", [inOrder("C-1").with(2, "tier 4")]), practitioners];
  expect(breaches(workbookFile(sheets))[0]).toContain("LP-32/unknown-status");
  const [answered] = breaches(workbookFile(sheets, { names: AS_OF, addIn }));
  expect(answered).toContain("LP-03/not-social-worker");
  expect(answered).not.toContain("LP-32/unknown-status");
});
