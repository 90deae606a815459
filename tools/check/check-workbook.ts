import { cellAddress, cellKey } from "../../xlsx/addresses.ts";
import { namedValue } from "../../xlsx/named-values.ts";
import type { CellValue, Sheet as WorkbookSheet, Workbook } from "../../xlsx/workbook.ts";
import { findAllocations, findRegister, type Allocations, type Grid } from "../../rules/allocations.ts";
import { check, type Checked } from "../../rules/check.ts";
import { fromSerial, type Day } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Policy } from "../../rules/policy.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import type { RegisterSource } from "../../rules/register.ts";
import { textOf } from "../../rules/read.ts";
import { dayNamed, policyNamed, Refusal } from "./arguments.ts";

/** A value of the check with where it came from: the command line, a name in the workbook, or nothing better. */
export interface Chosen<T> {
  readonly value: T;
  readonly from: string;
}

export interface CheckedSheet {
  readonly name: string;
  readonly allocations: Allocations;
  readonly checked: Checked;
  /** Sheet row numbers that Excel does not show at present. */
  readonly hiddenRows: readonly number[];
  readonly isFiltered: boolean;
}

export interface CheckedWorkbook {
  readonly asOf: Chosen<Day>;
  readonly policy: Chosen<Policy>;
  /** How many people the workbook's own register has; undefined without one. */
  readonly registered: number | undefined;
  readonly sheets: readonly CheckedSheet[];
}

export interface Choice {
  readonly asOf: Day | undefined;
  readonly policy: Policy | undefined;
  readonly today: Day;
}

/** A sheet of a workbook as the rules look for tables on it. */
export const gridOf = (sheet: WorkbookSheet): Grid => ({
  rows: sheet.rows,
  tables: sheet.tables,
  isFormula: (row, column) => sheet.formulas.has(cellKey(row, column)),
});

/** The value of a name in the workbook; undefined without the name, or where it names a blank cell. */
function valueNamed(workbook: Workbook, name: string, instead: string): CellValue | undefined {
  const named = namedValue(workbook, name);
  if (named && "unknown" in named)
    throw new Refusal(
      `The workbook's name ${name} is the formula ${named.unknown}, whose result the file does not hold. Write the value itself into the name, or give ${instead} instead.`,
    );
  return named?.value === "" ? undefined : named?.value;
}

function checkDate(workbook: Workbook, { asOf, today }: Choice): Chosen<Day> {
  if (asOf !== undefined) return { value: asOf, from: "--as-of" };
  const named = valueNamed(workbook, "LP_CheckDate", "--as-of DATE");
  if (named === undefined) return { value: today, from: "today" };
  const day =
    typeof named === "number"
      ? fromSerial(named, workbook.date1904)
      : dayNamed(String(named), "The workbook's name LP_CheckDate");
  if (day === undefined)
    throw new Refusal(
      `The workbook's name LP_CheckDate is ${String(named)}, which is no date. Give --as-of DATE instead.`,
    );
  return { value: day, from: "LP_CheckDate" };
}

function checkPolicy(workbook: Workbook, { policy }: Choice): Chosen<Policy> {
  if (policy) return { value: policy, from: "--policy" };
  const named = valueNamed(workbook, "LP_Policy", "--policy ID");
  if (named === undefined) return { value: kentTrial2024, from: "the default" };
  return { value: policyNamed(String(named), "The workbook's name LP_Policy"), from: "LP_Policy" };
}

function registerOf(workbook: Workbook, policy: Policy): RegisterSource | undefined {
  for (const sheet of workbook.sheets) {
    const found = findRegister(gridOf(sheet), sheet.name);
    if (found) return registerFromTable(found.headers, found.rows, policy, workbook.date1904);
  }
  return undefined;
}

/** Checks every list of allocations in a workbook; throws a `Refusal` where there is none. */
export function checkWorkbook(workbook: Workbook, choice: Choice): CheckedWorkbook {
  const asOf = checkDate(workbook, choice);
  const policy = checkPolicy(workbook, choice);
  const register = registerOf(workbook, policy.value);
  const sheets = workbook.sheets.flatMap((sheet) =>
    findAllocations(gridOf(sheet)).map((allocations): CheckedSheet => {
      const { rows, rowNumbers, mapping } = allocations;
      const checked = check(
        { columns: mapping.columns, rows, rowNumbers, date1904: workbook.date1904 },
        { asOf: asOf.value, policy: policy.value, register },
      );
      const hiddenRows = rowNumbers.filter((number, index) => sheet.hiddenRows.has(number - 1) && checked.rows[index]);
      return { name: sheet.name, allocations, checked, hiddenRows, isFiltered: sheet.isFiltered };
    }),
  );
  if (sheets.length === 0) {
    throw new Refusal(
      "No table here looks like allocations: none has a header row with a child ref or a lead professional and two more known columns, such as 'Child ref', 'Lead professional' and 'Case status'.",
    );
  }
  return { asOf, policy, registered: register?.practitioners.length, sheets };
}

/** The cell that a finding is about, such as "G12"; the row's child ref where the sheet lacks the column. */
export function cellOf(
  { allocations: { mapping, left, rowNumbers } }: CheckedSheet,
  index: number,
  { fields }: Pick<Finding, "fields">,
): string {
  const field = [...fields, "childRef" as FieldId].find((id) => mapping.columns.has(id));
  const column = field === undefined ? 0 : (mapping.columns.get(field) ?? 0);
  return cellAddress((rowNumbers[index] ?? 1) - 1, left + column);
}

export function childRefOf({ allocations: { mapping, rows } }: CheckedSheet, index: number): string {
  const column = mapping.columns.get("childRef");
  return column === undefined ? "" : textOf(rows[index]?.[column]);
}
