import { fromSerial, parseDate, type Day } from "../../rules/dates.ts";
import { clean } from "../../rules/text.ts";
import { parseReference, type Reference } from "../../xlsx/addresses.ts";
import { command, type Context } from "./excel.ts";

export const CHECK_DATE = "LP_CheckDate";
export const POLICY = "LP_Policy";

/** What a name stands for: a constant, a cell to be read, or something that this add-in cannot use. */
export type NameMeaning =
  | { readonly kind: "missing" | "other" }
  | { readonly kind: "constant"; readonly value: string | number }
  | { readonly kind: "cell"; readonly at: Reference & { readonly sheet: string } };

/** What the formula of a name stands for ("=45626", `="kent-trial-2024"`, "=Notes!$B$2"). */
export function meaningOf(formula: unknown): NameMeaning {
  const text = String(formula).trim().replace(/^=\s*/, "");
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(text)) return { kind: "constant", value: Number(text) };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return { kind: "constant", value: quoted.replaceAll('""', '"') };
  const at = parseReference(text);
  return at?.sheet === undefined ? { kind: "other" } : { kind: "cell", at: { ...at, sheet: at.sheet } };
}

/** What a name came to, with a sentence where it cannot be used. */
export interface NameValue<T> {
  readonly value: T | undefined;
  readonly problem?: string;
}

export function checkDateOf(value: unknown, isThere: boolean, date1904: boolean): NameValue<Day> {
  if (!isThere || value === "" || value === null) return { value: undefined };
  const day =
    typeof value === "number"
      ? fromSerial(value, date1904)
      : typeof value === "string"
        ? parseDate(clean(value))
        : undefined;
  if (day !== undefined) return { value: day };
  return {
    value: undefined,
    problem: `The workbook's name ${CHECK_DATE} is no date, so today is used. Choose the check date in the pane, or correct the name (Formulas > Name Manager).`,
  };
}

export function policyIdOf(value: unknown, isThere: boolean): NameValue<string> {
  if (!isThere || value === "" || value === null) return { value: undefined };
  if (typeof value === "string" && clean(value) !== "") return { value: clean(value) };
  return {
    value: undefined,
    problem: `The workbook's name ${POLICY} is no text, so the usual policy is used. Choose the policy in the pane, or correct the name (Formulas > Name Manager).`,
  };
}

/** A name as read, to be asked after the next sync. */
export const loadName = ({ workbook }: Context, name: string): Excel.NamedItem =>
  workbook.names.getItemOrNullObject(name).load("formula");

const keepName = (doing: string, name: string, formula: string | undefined): Promise<void> =>
  command(doing, async (context) => {
    const known = context.workbook.names.getItemOrNullObject(name);
    await context.sync();
    if (!known.isNullObject) known.delete();
    if (formula !== undefined) context.workbook.names.add(name, formula);
    await context.sync();
  });

export const keepCheckDate = (serial: number | undefined): Promise<void> =>
  keepName("keep the check date in the workbook", CHECK_DATE, serial === undefined ? undefined : `=${serial}`);

export const keepPolicy = (id: string | undefined): Promise<void> =>
  keepName("keep the policy in the workbook", POLICY, id === undefined ? undefined : `="${id.replaceAll('"', '""')}"`);
