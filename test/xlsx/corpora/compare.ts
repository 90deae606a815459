import * as sheetjs from "xlsx";
import { cellAddress } from "../../../xlsx/addresses.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { CellValue, Sheet } from "../../../xlsx/workbook.ts";
import type { CompareAnswer, Disagreement } from "./jobs.ts";

/** The numbers by which SheetJS calls the errors of cells. */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

function theirValue({ t, v }: sheetjs.CellObject): CellValue | undefined {
  if (t === "z" || v === undefined || v === "" || Number.isNaN(v)) return undefined;
  if (t === "e") return ERRORS[Number(v)] ?? `error ${String(v)}`;
  return v instanceof Date ? v.toISOString() : v;
}

const ourCells = ({ rows }: Sheet): Map<string, CellValue> =>
  new Map(
    rows.flatMap((row, y) => row.flatMap((value, x) => (value === "" ? [] : [[cellAddress(y, x), value] as const]))),
  );

const theirCells = (sheet: sheetjs.WorkSheet): Map<string, CellValue> =>
  new Map(
    Object.entries(sheet as Record<string, sheetjs.CellObject>).flatMap(([address, cell]) => {
      const value = address.startsWith("!") ? undefined : theirValue(cell);
      return value === undefined ? [] : [[address, value] as const];
    }),
  );

/** Every cell with a value, as we read it and as SheetJS does. */
export function compare(bytes: Uint8Array): CompareAnswer {
  const ours = readWorkbook(bytes);
  if ("unreadable" in ours) throw new Error(ours.unreadable);
  let theirs: sheetjs.WorkBook;
  try {
    theirs = sheetjs.read(bytes, { type: "array", cellFormula: false, cellHTML: false, cellText: false });
  } catch (problem) {
    return { unreadByThem: String(problem) };
  }
  const disagreements: Disagreement[] = [];
  let agreeing = 0;
  for (const sheet of ours.sheets) {
    const mine = ourCells(sheet);
    const other = theirCells(theirs.Sheets[sheet.name] ?? {});
    for (const address of new Set([...mine.keys(), ...other.keys()])) {
      if (mine.get(address) === other.get(address)) agreeing += 1;
      else disagreements.push({ sheet: sheet.name, address, ours: mine.get(address), theirs: other.get(address) });
    }
  }
  if ((theirs.Workbook?.WBProps?.date1904 ?? false) !== ours.date1904)
    disagreements.push({ sheet: "", address: "date1904", ours: ours.date1904, theirs: !ours.date1904 });
  return { agreeing, disagreements };
}
