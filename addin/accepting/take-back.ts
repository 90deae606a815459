import type { RuleId } from "../../rules/rule-ids.ts";
import { list as listed } from "../../rules/text.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import { DECISION, decisionCells, decisionOn } from "./acceptance-cells.ts";
import type { AcceptanceChange } from "./acceptance-change.ts";

/**
 * Exactly what taking back the acceptance of a rule on a row writes: the last one goes with who decided and until when.
 * A sentence where nothing is accepted.
 */
export function takingBackOf(
  list: WorkbookList,
  inputs: CheckInputs,
  { index, rule }: { readonly index: number; readonly rule: RuleId },
): AcceptanceChange | string {
  const rules = decisionOn(list, inputs, index)?.row.accepted;
  if (rules?.includes(rule) !== true) return "Nothing is accepted here by now. Read the workbook again.";
  const { cellOf, change, rowNumber, standing } = decisionCells(list, inputs, index);
  const left = rules.filter((other) => other !== rule);
  const cleared = left.length > 0 ? (["accepted"] as const) : DECISION;
  return {
    list,
    rowNumber,
    done: `${rule} counts again${left.length > 0 ? `; ${listed(left)} ${left.length === 1 ? "stays" : "stay"} accepted` : ""}`,
    newColumns: [],
    changes: cleared.flatMap(
      (field) => change(field, cellOf(field), field === "accepted" ? left.join(", ") : "") ?? [],
    ),
    standing,
  };
}
