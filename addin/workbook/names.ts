import { CHECK_DATE_NAME, POLICY_NAME, type NamedValue } from "../../rules/workbook/named-value.ts";
import { parseReference, type Reference } from "../../xlsx/addresses.ts";
import { constantOf } from "../../xlsx/named-values.ts";
import { command, type Context } from "./excel.ts";

/** What a name stands for: a value, or a cell to be read. */
export type NameMeaning =
  | { readonly kind: "missing" }
  | { readonly kind: "value"; readonly value: NamedValue }
  | { readonly kind: "cell"; readonly at: Reference & { readonly sheet: string }; readonly formula: string };

/** A name, to be asked after the next sync. */
export const loadName = ({ workbook }: Context, name: string): Excel.NamedItem =>
  workbook.names.getItemOrNullObject(name).load("formula,type,value");

const COMPUTED: readonly string[] = ["Double", "Integer", "String"];

/** What a name stands for ("=45626", `="kent-trial-2024"`, "=Notes!$B$2"); any other formula as Excel has worked it out. */
export function meaningOf(
  name: Pick<Excel.NamedItem, "isNullObject" | "formula" | "type" | "value">,
  date1904: boolean,
): NameMeaning {
  if (name.isNullObject) return { kind: "missing" };
  const formula = String(name.formula).trim().replace(/^=\s*/, "");
  const constant = constantOf(formula, date1904);
  if (constant !== undefined) return { kind: "value", value: { value: constant } };
  const at = parseReference(formula);
  if (at?.sheet !== undefined) return { kind: "cell", at: { ...at, sheet: at.sheet }, formula };
  const value: unknown = name.value;
  const isUsable = COMPUTED.includes(name.type) && (typeof value === "number" || typeof value === "string");
  return { kind: "value", value: isUsable ? { value } : { unknown: formula } };
}

const keepName = (doing: string, name: string, formula: string | undefined): Promise<void> =>
  command(doing, async (context) => {
    const known = context.workbook.names.getItemOrNullObject(name);
    await context.sync();
    if (!known.isNullObject) known.delete();
    if (formula !== undefined) context.workbook.names.add(name, formula);
    await context.sync();
  });

export const keepCheckDate = (serial: number | undefined): Promise<void> =>
  keepName("keep the check date in the workbook", CHECK_DATE_NAME, serial === undefined ? undefined : `=${serial}`);

export const keepPolicy = (id: string | undefined): Promise<void> =>
  keepName(
    "keep the policy in the workbook",
    POLICY_NAME,
    id === undefined ? undefined : `="${id.replaceAll('"', '""')}"`,
  );
