import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { CellValue } from "../../../xlsx/workbook.ts";

/** What a cell holds: rich text as its plain text, TRUE and FALSE as such, a blank as "". */
export function valueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return "";
  const text = cell.p?.body?.dataStream;
  if (text !== undefined) return text.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const { v, t } = cell;
  if (v === undefined || v === null) return "";
  return t === CellValueType.BOOLEAN && typeof v !== "boolean" ? v === 1 || v === "1" : v;
}

/** A value or formula ("=" before it; "'" before what is a text all the same) as Univer keeps it; whatever the cell held before is taken away. */
export function cellOf(value: CellValue): ICellData {
  const cleared = { p: null, f: null, si: null };
  if (value === "") return { ...cleared, v: null, t: null };
  if (typeof value === "string" && value.startsWith("=")) return { ...cleared, v: null, t: null, f: value };
  if (typeof value === "string") return { ...cleared, v: value.replace(/^'/, ""), t: CellValueType.STRING };
  if (typeof value === "boolean") return { ...cleared, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...cleared, v: value, t: CellValueType.NUMBER };
}
