import { fromSerial, parseDate, type Day } from "../dates.ts";
import { NOT_CALCULATED, textOf, type Cell } from "../read.ts";
import { isErrorValue } from "../text.ts";

export const CHECK_DATE_NAME = "LP_CheckDate";
export const POLICY_NAME = "LP_Policy";

/** What a name of the workbook stands for; `unknown` is its formula, where nobody can tell its value. */
export type NamedValue = { readonly value: Cell } | { readonly unknown: string };

/** What a value is that is no date, without repeating a text that may be anybody's. */
function shownAs(value: Cell, text: string): string {
  if (typeof value === "number" || isErrorValue(text)) return text;
  return text === "" ? "a blank cell" : "a text";
}

/** The check date that a workbook names: undefined where it names none, a sentence where nobody can use what it names. */
export function checkDateOf(
  named: NamedValue | undefined,
  date1904: boolean,
): { readonly day: Day } | string | undefined {
  if (named === undefined) return undefined;
  const refused = (what: string): string => `The workbook's name ${CHECK_DATE_NAME} is ${what}, which is no date.`;
  if ("unknown" in named) return refused(`the formula ${named.unknown}, whose result is not known`);
  const { value } = named;
  if (value === NOT_CALCULATED) return refused("a formula that was never calculated");
  const text = textOf(value);
  const day = typeof value === "number" ? fromSerial(value, date1904) : parseDate(text);
  return day === undefined ? refused(shownAs(value, text)) : { day };
}

/** The policy's id, or title, that a workbook names; likewise. */
export function policyNameOf(named: NamedValue | undefined): { readonly id: string } | string | undefined {
  if (named === undefined) return undefined;
  const text = "value" in named && typeof named.value === "string" ? textOf(named.value) : "";
  if (text !== "" && !isErrorValue(text)) return { id: text };
  return `The workbook's name ${POLICY_NAME} is no text that names a policy.`;
}
