import type { Checked } from "../../rules/check.ts";
import { showDay } from "../../rules/dates.ts";
import { policyInWords } from "../../rules/workbook/inputs-in-words.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";

/** The first line of every result: the day, the policy with what speaks for it, and how much could be checked. */
export function checkLine(inputs: CheckInputs, checked: Checked | undefined): string {
  const { asOf, from } = inputs;
  const day = from.asOf === "today" ? `As of today, ${showDay(asOf)}` : `As of ${showDay(asOf)}`;
  return [`${day}, by ${policyInWords(inputs)}`, ...(checked ? [`${checked.coverage.summary}.`] : [])].join(" ");
}

const REGISTERS: Readonly<Record<CheckInputs["from"]["register"], string>> = {
  service: "the council's register",
  workbook: "the workbook's Practitioners table",
  none: "no register",
};

export const registerName = ({ from }: CheckInputs): string => REGISTERS[from.register];
