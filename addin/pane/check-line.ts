import type { Checked } from "../../rules/check.ts";
import { showDay } from "../../rules/dates.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";

/** The first line of every result: the day, the policy, and how much could be checked. */
export function checkLine({ asOf, policy, from }: CheckInputs, checked: Checked | undefined): string {
  const day = from.asOf === "today" ? `As of today, ${showDay(asOf)}` : `As of ${showDay(asOf)}`;
  return [`${day}, ${policy.title}`, ...(checked ? [checked.coverage.summary] : [])].join(". ").concat(".");
}

const REGISTERS: Readonly<Record<CheckInputs["from"]["register"], string>> = {
  service: "the council's register",
  workbook: "the workbook's Practitioners table",
  none: "no register",
};

export const registerName = ({ from }: CheckInputs): string => REGISTERS[from.register];

const POLICIES_FROM: Readonly<Record<CheckInputs["from"]["policy"], string>> = {
  asked: "Asked for just now.",
  workbook: "Chosen in this workbook.",
  service: "The council's own, from its service.",
  default: "The default; this workbook chooses none.",
  unknown: "This workbook names a policy that is not known here, so the default stands in. Choose one.",
};

export const policySource = ({ from }: CheckInputs): string => POLICIES_FROM[from.policy];
