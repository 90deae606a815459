import { england2026 } from "../../../rules/policies/index.ts";
import type { Policy } from "../../../rules/policy.ts";
import { OWN_ID, readPolicyTable } from "../../../rules/policy-table/read-policy-table.ts";
import { teamIdFor } from "../../../rules/policy-table/team-id.ts";
import { SETTING } from "../../../rules/policy-table/words.ts";
import { textOf } from "../../../rules/read.ts";
import { fold, list } from "../../../rules/text.ts";
import { findPolicyTable } from "../../../rules/workbook/find-policy-table.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import { gridOf } from "../parts/workbook-grid.ts";

export interface PolicyInWorkbook {
  readonly policy: Policy;
  /** What of the table was left out, or means what nobody may expect: a sentence each. */
  readonly notes: readonly string[];
}

const NO_TABLE =
  "The workbook has no table named Policy. In the add-in's Set-up, 'Write this policy into the workbook' makes one; save the workbook, then choose it again.";

/** Reads the table Policy of a workbook; or says why that cannot be done. */
export function policyInWorkbook(bytes: Uint8Array): PolicyInWorkbook | string {
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) return workbook.unreadable;
  const [table] = workbook.sheets.flatMap((sheet) => findPolicyTable(gridOf(sheet), sheet.name) ?? []);
  if (!table) return NO_TABLE;
  if (table.lacking.length > 0)
    return `The table Policy has no column ${list(table.lacking.map((header) => `'${header}'`))}. Add it, then choose the file again.`;
  const { date1904 } = workbook;
  const { policy, unusable, remarks } = readPolicyTable(table.rows, { usual: england2026, date1904 });
  const saysBase = table.rows.some(({ setting }) => fold(textOf(setting)) === fold(SETTING.basedOn));
  return {
    // Every workbook's table has the same id until somebody gives it one; the council's own is told by its title.
    policy: policy.id === OWN_ID ? { ...policy, id: teamIdFor(policy.title) || OWN_ID } : policy,
    notes: [
      ...(saysBase ? [] : [`No row says what the table is based on, so it is taken to change ${england2026.title}.`]),
      ...unusable.map(({ row, reason }) => `Row ${row} of the table was left out. ${reason}`),
      ...remarks.map(({ row, reason }) => `Row ${row} of the table: ${reason}`),
    ],
  };
}
