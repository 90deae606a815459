import { showDay } from "../dates.ts";
import type { CheckInputs } from "./check-inputs.ts";

const DAY: Readonly<Record<CheckInputs["from"]["asOf"], string>> = {
  asked: "as asked for",
  workbook: "LP_CheckDate",
  today: "today",
};

const POLICY: Readonly<Record<CheckInputs["from"]["policy"], string>> = {
  asked: " (as asked for)",
  workbook: " (LP_Policy)",
  service: " (the council's own)",
  unknown: " (LP_Policy names one that is not known here)",
  default: "",
};

/** The first line of every result: the day that it is of, the policy, and why these. */
export function inputsInWords({ asOf, policy, from, why }: CheckInputs): string {
  const line = `checked as of ${showDay(asOf)} (${DAY[from.asOf]}) by the policy '${policy.title}'${POLICY[from.policy]}.`;
  return from.policy === "default" ? `${line} ${why}` : line;
}
