import type { WrittenRow } from "../../rules/policy-table/policy-rows.ts";
import { policyRows } from "../../rules/policy-table/policy-rows.ts";
import { count } from "../../rules/text.ts";
import type { InputsStore } from "../checking/check-inputs.ts";
import type { Workbook } from "../workbook/workbook.ts";
import type { Announcer } from "./announcer.ts";

/** What a manager can do with the council's own policy in the workbook. */
export interface PolicyActions {
  /** Writes the present policy, or rows that were made of it, into the table Policy. */
  writePolicy(rows?: readonly WrittenRow[]): Promise<void>;
  /** Shows a row of the table Policy. */
  goToPolicyRow(row: number): Promise<void>;
}

interface Needs {
  readonly workbook: Pick<Workbook, "writePolicy" | "showPolicyRow" | "keepPolicy">;
  readonly store: InputsStore;
  readonly announcer: Announcer;
  readonly readAnew: () => Promise<void>;
}

export function policyActions({ workbook, store, announcer, readAnew }: Needs): PolicyActions {
  return {
    writePolicy: (rows) =>
      announcer.during("Writing the policy into the workbook", async () => {
        const { basePolicy, policyTable } = store.inputs.value;
        const isNamed = store.workbook.value.policyId !== undefined;
        const written = rows ?? policyRows(basePolicy, policyTable?.basedOn);
        await workbook.writePolicy(written, store.workbook.value.policyTable);
        // A name that says another policy would keep the table from counting.
        if (isNamed) await workbook.keepPolicy(undefined);
        await readAnew();
        const { from } = store.inputs.value;
        return [
          `The table Policy holds ${count(written.length, "row")}.`,
          ...(isNamed ? ["The name LP_Policy, which said another policy, was taken away."] : []),
          from.policy === "service"
            ? "While you are signed in the council's own policy counts instead."
            : "Rows are checked by it, unless you are signed in and the council's service has a policy of the council's own.",
        ].join(" ");
      }),
    async goToPolicyRow(row) {
      const table = store.workbook.value.policyTable;
      if (table) await workbook.showPolicyRow(table.sheet, row, table.left).catch(announcer.problem);
    },
  };
}
