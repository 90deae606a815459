import type { Nullable } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/preset-sheets-core";
import { rangeAddress } from "../../../xlsx/addresses.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Result } from "./calls.ts";

function plain(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return "";
  // An error's value is its text.
  const held = value.getValue();
  return typeof held === "bigint" ? Number(held) : held;
}

/** The cells of an argument, blanks as ""; null for one that was left out. */
export function argumentCells(given: FunctionVariantType): Result | null {
  if (given.isReferenceObject()) {
    return (given as BaseReferenceObject)
      .toArrayValueObject()
      .getArrayValue()
      .map((row) => row.map(plain));
  }
  const value = given as BaseValueObject;
  if (value.isNull()) return null;
  return value.isArray() ? value.getArrayValue().map((row) => row.map(plain)) : [[plain(value)]];
}

const quoted = (name: string): string => (/^[A-Za-z_][\w.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

/** "Cases!A5:AP46"; undefined for an argument that is no reference. */
export function argumentAddress(
  given: FunctionVariantType,
  nameOfSheet: (sheetId: string) => string,
): string | undefined {
  if (!given.isReferenceObject()) return undefined;
  const reference = given as BaseReferenceObject;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  return `${quoted(nameOfSheet(reference.getSheetId()))}!${rangeAddress({ top: startRow, bottom: endRow, left: startColumn, right: endColumn })}`;
}
