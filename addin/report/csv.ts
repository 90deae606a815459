import { toIso } from "../../rules/dates.ts";
import type { Basis } from "../checking/basis.ts";
import type { PlacedFinding } from "../checking/placed.ts";
import { FINDING_HEADERS, findingCells } from "./finding-table.ts";
import type { ReportSheet, ReportTable } from "../workbook/report-content.ts";
import { csvFile } from "./csv-cell.ts";

/** A share stays a fraction, which can be reckoned with, to a hundredth of a per cent. */
const shortened = (value: string | number): string | number =>
  typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;

const linesOf = ({ heading, headers, rows }: ReportTable): (readonly (string | number)[])[] => [
  [],
  [heading],
  headers,
  ...rows.map((row) => row.map(shortened)),
];

/** The report as a CSV file: what stands on the sheet, but for the charts. */
export const reportCsv = ({ title, notes, tables }: Pick<ReportSheet, "title" | "notes" | "tables">): string =>
  csvFile([[title], ...notes.map((note) => [note]), ...tables.flatMap(linesOf)]);

/** Findings as a CSV file: the day and the policy first, then one line a finding. */
export const findingsCsv = (
  { asOf, policy }: Pick<Basis, "asOf" | "policy">,
  findings: readonly PlacedFinding[],
): string => csvFile([["As of", toIso(asOf), "Policy", policy.title], FINDING_HEADERS, ...findings.map(findingCells)]);
