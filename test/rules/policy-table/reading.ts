import { england2026 } from "../../../rules/policies/index.ts";
import { readPolicyTable, type PolicyTableOptions } from "../../../rules/policy-table/read-policy-table.ts";
import type { Cell } from "../../../rules/read.ts";

export type Row = readonly [setting: Cell, value: Cell, alsoCalled?: Cell];

/** Reads rows that stand from row 2 on. */
export const read = (rows: readonly Row[], options: Partial<PolicyTableOptions> = {}) =>
  readPolicyTable(
    rows.map(([setting, value, alsoCalled = ""], at) => ({ row: at + 2, setting, value, alsoCalled })),
    { usual: england2026, ...options },
  );
