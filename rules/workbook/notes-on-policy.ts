import { count, list } from "../text.ts";
import type { CheckInputs } from "./check-inputs.ts";
import type { FoundPolicyTable } from "./found.ts";

const INSTEAD: Readonly<Record<CheckInputs["from"]["policy"], string>> = {
  asked: "another policy was asked for",
  workbook: "the name LP_Policy says another",
  service: "the council's own policy, from its service, counts instead",
  unknown: "the name LP_Policy says another",
  table: "",
  default: "it has no rows",
};

/** What is to be known of the workbook's own policy: whether it counts, and each row of it that does not, with the reason; in short how many rows. */
export function notesOnPolicy(
  found: FoundPolicyTable | undefined,
  { policyTable, from }: Pick<CheckInputs, "policyTable" | "from">,
  length: "short" | "whole" = "whole",
): string[] {
  if (!found) return [];
  const where = `on the sheet '${found.sheet}'`;
  if (found.lacking.length > 0)
    return [
      `The table Policy ${where} has no column ${list(found.lacking.map((header) => `'${header}'`))}, so nothing of it is used.`,
    ];
  if (!policyTable?.isUsed) return [`The table Policy ${where} is not used, as ${INSTEAD[from.policy]}.`];
  const leftOut = policyTable.unusable.length;
  if (length === "short")
    return leftOut === 0
      ? []
      : [
          `${count(leftOut, "row")} of the table Policy ${leftOut === 1 ? "was" : "were"} left out. Set-up says which, and why.`,
        ];
  return [
    ...policyTable.unusable.map(({ row, reason }) => `The table Policy ${where}, row ${row}, was left out. ${reason}`),
    ...policyTable.remarks.map(({ row, reason }) => `The table Policy ${where}, row ${row}: ${reason}`),
  ];
}
