import { findAllocations, findRegister, type Grid } from "../../rules/allocations.ts";
import type { FieldId } from "../../rules/fields.ts";
import { fold } from "../../rules/text.ts";
import type { WorkbookInputs } from "./workbook-inputs.ts";
import type { WorkbookList } from "./workbook.ts";
import type { SheetEntry } from "./inventory.ts";
import type { SheetCells } from "./sheet-cells.ts";

/** A sheet as the rules look for tables on it: from row 1 and column A, whatever its used area. */
export function gridOf({ used, values, formulas, tables }: SheetCells): Grid {
  const { top, left } = used ?? { top: 0, left: 0 };
  const before = Array.from({ length: left }, () => "");
  return {
    rows: [
      ...Array.from({ length: top }, () => []),
      ...(left === 0 ? values : values.map((row) => [...before, ...row])),
    ],
    tables,
    isFormula: (row, column) =>
      formulas.some(({ top: first, left: start, rows }) => {
        const formula = rows[row - first]?.[column - start];
        return typeof formula === "string" && formula.startsWith("=");
      }),
  };
}

const isRegister = (name: string): boolean => fold(name) === "practitioners";

/** Whether a sheet may hold the register; that counts on a hidden sheet too. */
export const mayHoldRegister = ({ name, tables }: SheetEntry): boolean =>
  isRegister(name) || tables.some((table) => isRegister(table.name));

/** The lists of allocations on a sheet; those of hidden sheets are not checked. */
export function listsOn(sheet: SheetCells, chosen: ReadonlyMap<string, FieldId | null>): WorkbookList[] {
  const { entry, tables, isProtected, isFiltered } = sheet;
  if (!entry.isVisible) return [];
  return findAllocations(gridOf(sheet), chosen).map((allocations): WorkbookList => {
    const table = tables.find(({ name }) => name === allocations.table);
    return {
      key: table?.id ?? entry.id,
      sheetId: entry.id,
      sheet: entry.name,
      tableId: table?.id,
      allocations,
      isProtected,
      isFiltered: isFiltered || (table?.isFiltered ?? false),
    };
  });
}

/** The workbook's register: the first sheet that has one. */
export function registerIn(sheets: readonly SheetCells[]): WorkbookInputs["register"] {
  for (const sheet of sheets) {
    const found = mayHoldRegister(sheet.entry) ? findRegister(gridOf(sheet), sheet.entry.name) : undefined;
    if (found) return found;
  }
  return undefined;
}
