import { isDeepStrictEqual } from "node:util";
import { cellAddress, cellKey } from "../../../xlsx/addresses.ts";
import { patchWorkbook } from "../../../xlsx/patch-workbook.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { Sheet, Workbook } from "../../../xlsx/workbook.ts";
import { holding, onSheet, otherParts } from "../patching/patched.ts";
import type { PatchAnswer } from "./jobs.ts";

const TYPED = "Nia <New> & Co";

type Kind = "value" | "formula";

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The cells below the headers of tables that hold what somebody typed, or a formula. */
const cellsOf = ({ name, rows, formulas, tables }: Sheet, kind: Kind): Place[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const isHeader = tables.some(
        ({ top, left, right, headerRows }) => row >= top && row < top + headerRows && column >= left && column <= right,
      );
      const isFormula = formulas.has(cellKey(row, column));
      return value === "" || isHeader || isFormula !== (kind === "formula") ? [] : [{ sheet: name, row, column }];
    }),
  );

/** The cell that is changed: one in the middle of those; where nothing was typed at all, a blank one. */
function placeIn({ sheets }: Workbook, kind: Kind): Place | undefined {
  const all = sheets.flatMap((sheet) => cellsOf(sheet, kind));
  const blank = kind === "value" ? { sheet: sheets[0]?.name ?? "", row: 200, column: 0 } : undefined;
  return all[Math.floor(all.length / 2)] ?? blank;
}

/** Everything that is read of a workbook but of one cell; rows that end sooner or later for its sake are the same. */
const withoutCell = ({ sheets, ...workbook }: Workbook, place: Place) => ({
  ...workbook,
  sheets: sheets.map(({ rows, formulas, dates, shownTexts, ...sheet }) => {
    const isIts = sheet.name === place.sheet;
    const key = cellKey(place.row, place.column);
    return {
      ...sheet,
      cells: rows.flatMap((cells, y) =>
        cells.flatMap((value, x) =>
          value === "" || (isIts && y === place.row && x === place.column) ? [] : [[y, x, value]],
        ),
      ),
      formulas: [...formulas].filter((one) => !isIts || one !== key),
      dates: [...dates].filter((one) => !isIts || one !== key),
      shownTexts: [...shownTexts].filter(([one]) => !isIts || one !== key),
    };
  }),
});

/** Changes one cell and says what else is not as it was. */
export function patchOneCell(bytes: Uint8Array, kind: Kind): PatchAnswer {
  const before = readWorkbook(bytes);
  if ("unreadable" in before) throw new Error(before.unreadable);
  const place = placeIn(before, kind);
  if (!place) return { hasNone: true };
  const { sheet, row, column } = place;
  const patched = patchWorkbook(bytes, onSheet(sheet, { [cellAddress(row, column)]: holding(TYPED) }));
  if ("refused" in patched) return patched;
  const after = readWorkbook(patched);
  const faults: string[] = [];
  if ("unreadable" in after) faults.push(after.unreadable);
  else {
    const value = after.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column];
    if (value !== TYPED) faults.push(`the cell holds ${String(value)}`);
    if (!isDeepStrictEqual(withoutCell(after, place), withoutCell(before, place)))
      faults.push("other cells are not as they were");
  }
  return { changedParts: otherParts(bytes, patched), faults, bytes: patched };
}
