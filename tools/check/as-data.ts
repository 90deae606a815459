import { toIso } from "../../rules/dates.ts";
import { headerText } from "../../rules/headers.ts";
import { cellOf, childRefOf, type CheckedSheet, type CheckedWorkbook } from "./check-workbook.ts";
import { notesOf } from "./notes.ts";

/** The fields of a sheet's columns, with the headers that the manager gave them. */
export const mappingOf = ({ allocations: { headers, mapping } }: CheckedSheet): Record<string, string> =>
  Object.fromEntries([...mapping.columns].map(([field, column]) => [field, headerText(headers[column])]));

/** What `--json` prints. */
export function asData(workbook: CheckedWorkbook) {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      asOf: toIso(sheet.checked.asOf),
      policy: sheet.checked.policy,
      mapping: mappingOf(sheet),
      rows: sheet.checked.rows.flatMap((row, index) => {
        if (!row) return [];
        const findings = row.findings.map((finding) => {
          const { rule, breach, severity, message, nextStep } = finding;
          return { rule, breach, severity, cell: cellOf(sheet, index, finding), message, nextStep };
        });
        return [
          {
            row: sheet.allocations.rowNumbers[index],
            childRef: childRefOf(sheet, index),
            verdict: row.verdict,
            findings,
          },
        ];
      }),
      sheet: sheet.checked.sheet,
      coverage: sheet.checked.coverage,
      counts: sheet.checked.counts,
      notes: notesOf(sheet, workbook),
    })),
  };
}
