import { toIso } from "../../rules/dates.ts";
import { headerText } from "../../rules/headers.ts";
import type { CheckedList } from "../../rules/workbook/check-workbook.ts";
import { notesOnColumns, notesOnRows, notesOnWorkbook } from "../../rules/workbook/notes.ts";
import { cellOf, childRefOf, type CheckedFile } from "./check-file.ts";
import { belongingLine } from "./belonging-line.ts";

/** The fields of a list's columns, with the headers that the manager gave them. */
export const mappingOf = ({ list: { allocations } }: CheckedList): Record<string, string> =>
  Object.fromEntries(
    [...allocations.mapping.columns].map(([field, column]) => [field, headerText(allocations.headers[column])]),
  );

/** What is to be known of how one list was read; the first says what is of the workbook as a whole. */
function notesOf(one: CheckedList, file: CheckedFile): string[] {
  const whole = one === file.lists[0] ? [...file.problems, ...notesOnWorkbook(file.found)] : [];
  return [...whole, ...belongingLine(one, file), ...notesOnRows(one.list), ...notesOnColumns(one.list, file.inputs)];
}

/** What `--json` prints. */
export function asData(file: CheckedFile) {
  return {
    sheets: file.lists.map((one) => ({
      name: one.list.sheet,
      asOf: toIso(one.checked.asOf),
      policy: one.checked.policy,
      mapping: mappingOf(one),
      rows: one.checked.rows.flatMap((row, index) => {
        if (!row) return [];
        const findings = row.findings.map((finding) => {
          const { rule, breach, severity, message, nextStep } = finding;
          return { rule, breach, severity, cell: cellOf(one, index, finding), message, nextStep };
        });
        return [
          {
            row: one.list.allocations.rowNumbers[index],
            childRef: childRefOf(one, index),
            verdict: row.verdict,
            findings,
          },
        ];
      }),
      sheet: one.checked.sheet,
      coverage: one.checked.coverage,
      counts: one.checked.counts,
      notes: notesOf(one, file),
    })),
  };
}
