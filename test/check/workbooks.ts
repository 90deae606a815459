import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellAddress } from "../../xlsx/addresses.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import type { CellModel, SheetModel, WorkbookModel } from "../../xlsx/writing/model.ts";
import { isoDay, toSerial } from "../../rules/dates.ts";

/** A date as an Excel cell holds it. */
export const date = (iso: string): number => toSerial(isoDay(iso));

export const HEADERS = [
  "Child id",
  "Team",
  "Status",
  "Worker",
  "Role",
  "Allocated date",
  "Supervisor",
  "Last supervision",
];

/** A row of an invented child that breaks nothing as of 30 November 2024. */
export const inOrder = (childRef: string, lead = "Sam Assistant"): CellModel[] => [
  childRef,
  "Thanet",
  "CIN",
  lead,
  lead === "Sam Assistant" ? "SWA" : "SW",
  date("2024-10-14"),
  "Pat Supervisor",
  date("2024-11-12"),
];

const REGISTER = [
  ["Name", "Role", "Registration"],
  ["Sam Assistant", "Social Work Assistant", ""],
  ["Kim Socialworker", "Social Worker", "SW100002"],
  ["Pat Supervisor", "Practice Supervisor", "SW100001"],
];

export const practitioners: SheetModel = {
  name: "Staff",
  rows: REGISTER,
  tables: [{ name: "Practitioners", range: "A1:C4" }],
};

const asOf30November = [
  { name: "LP_CheckDate", formula: "45626" },
  { name: "LP_Policy", formula: '"kent-trial-2024"' },
];

/** A sheet whose first row is the header, as an Excel table. */
export const tableOf = (
  name: string,
  rows: readonly (readonly CellModel[])[],
  table = name.replaceAll(" ", ""),
): SheetModel => ({
  name,
  rows: [HEADERS, ...rows],
  tables: [{ name: `${table}Table`, range: `A1:${cellAddress(rows.length, HEADERS.length - 1)}` }],
});

const folder = mkdtempSync(join(tmpdir(), "lp-check-"));
let files = 0;

/** Puts bytes into a file of its own and gives its path. */
export function fileOf(bytes: Uint8Array, name = "allocations.xlsx"): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

export const workbookFile = (
  sheets: readonly SheetModel[],
  more: Partial<WorkbookModel> = { names: asOf30November },
): string => fileOf(writeWorkbook({ sheets, ...more }));
