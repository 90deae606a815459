import { showDay } from "../dates.ts";
import type { CheckInputs } from "./check-inputs.ts";

const DAY: Readonly<Record<CheckInputs["from"]["asOf"], string>> = {
  asked: "as asked for",
  workbook: "LP_CheckDate",
  today: "today",
};

type Basis = Pick<CheckInputs, "policy" | "policyTable" | "from" | "why">;

const POLICY: Readonly<Record<CheckInputs["from"]["policy"], string>> = {
  asked: " (as asked for)",
  workbook: " (LP_Policy)",
  service: " (the council's own)",
  table: " (this workbook's table Policy",
  unknown: " (LP_Policy names one that is not known here)",
  default: "",
};

/** The policy, who chose it, and where nobody did, what speaks for it: "the policy 'Kent trial 2024' (LP_Policy)." */
export function policyInWords({ policy, policyTable, from, why }: Basis): string {
  const based = from.policy === "table" && policyTable ? `, based on ${policyTable.basedOn.title})` : "";
  const line = `the policy '${policy.title}'${POLICY[from.policy]}${based}.`;
  return from.policy === "default" ? `${line} ${why}` : line;
}

/** The first line of every result: the day that it is of, the policy, and why these. */
export const inputsInWords = ({ asOf, from, ...basis }: CheckInputs): string =>
  `checked as of ${showDay(asOf)} (${DAY[from.asOf]}) by ${policyInWords({ from, ...basis })}`;
