import { toIso } from "../../rules/dates.ts";
import { headerText } from "../../rules/headers.ts";
import type { CheckedList } from "../../rules/workbook/check-workbook.ts";
import { notesOnColumns, notesOnList, leftOut, notesOnRegister, notesOnSheets } from "../../rules/workbook/notes.ts";
import { noteOnMonth } from "./month-note.ts";
import { notesOnPolicy } from "../../rules/workbook/notes-on-policy.ts";
import { cellOf, childRefOf, type CheckedFile } from "./check-file.ts";

/** The fields of a list's columns, with the headers that the manager gave them. */
export const mappingOf = ({ allocations }: CheckedList["list"]): Record<string, string> =>
  Object.fromEntries(
    [...allocations.mapping.columns].map(([field, column]) => [field, headerText(allocations.headers[column])]),
  );

/** What is to be known of how one list was read; the first says what is of the workbook as a whole. */
function notesOf({ list, together }: CheckedList, { lists, found, inputs, problems }: CheckedFile): string[] {
  const all = lists.map((one) => one.list);
  const whole =
    list === all[0]
      ? [
          ...problems,
          ...notesOnPolicy(found.policyTable, inputs),
          ...notesOnRegister(found),
          ...notesOnSheets(found),
          ...leftOut(found),
        ]
      : [];
  return [
    ...whole,
    ...noteOnMonth(list, inputs.asOf),
    ...notesOnList(list, all, together, inputs),
    ...notesOnColumns(list, inputs),
  ];
}

/** What `--json` prints. */
export function asData(file: CheckedFile) {
  return {
    sheets: file.lists.map((one) => ({
      name: one.list.sheet,
      asOf: toIso(one.checked.asOf),
      policy: one.checked.policy,
      mapping: mappingOf(one.list),
      rows: one.checked.rows.flatMap((row, index) => {
        if (!row) return [];
        const findings = row.findings.map((finding) => {
          const { rule, breach, severity, message, nextStep, accepted } = finding;
          const cell = cellOf(one, index, finding);
          return {
            ...{ rule, breach, severity, cell, message, nextStep },
            ...(accepted ? { accepted: { by: accepted.by, until: toIso(accepted.until) } } : {}),
          };
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
