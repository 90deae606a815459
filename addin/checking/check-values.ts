import { check, type CheckedRow } from "../../rules/check.ts";
import { acceptedInWords, SHOWN_AS, type Finding } from "../../rules/finding.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import type { CheckInputs } from "./check-inputs.ts";
import type { CheckValues, WorkbookList } from "../workbook/workbook.ts";

/** A row as LP.CHECK shows it; "" for a blank row. */
export const checkText = (row: CheckedRow | undefined): string => (row ? SHOWN_AS[row.verdict] : "");

const line = ({ rule, message, nextStep, accepted }: Finding): string =>
  accepted ? `${rule}, ${acceptedInWords(accepted)}: ${message}` : `${rule}: ${message} Next: ${nextStep}`;

/** A row as LP.WHY shows it: a line for each finding. */
export const whyText = (row: CheckedRow | undefined): string => (row?.findings ?? []).map(line).join("\n");

/** What LP.CHECK and LP.WHY would show beside a list, for a list that is too long for them. */
export function checkValues(list: WorkbookList, inputs: CheckInputs): CheckValues {
  const { rows } = check(sheetOf(list, inputs), inputs);
  return { check: rows.map(checkText), why: rows.map(whyText) };
}
