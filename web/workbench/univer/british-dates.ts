import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Book } from "./book.ts";
import { DATE_FORMAT } from "../file/own-looks.ts";
import { typedDate } from "./typed-date.ts";
import { valueOf } from "./values.ts";

function read(cell: ICellData): ICellData {
  const value = valueOf(cell);
  const serial = typeof value === "string" && !cell.f ? typedDate(value) : undefined;
  if (serial === undefined) return cell;
  const style = typeof cell.s === "object" && cell.s !== null ? cell.s : {};
  return { ...cell, v: serial, t: CellValueType.NUMBER, p: null, s: { ...style, n: { pattern: DATE_FORMAT } } };
}

/** Reads what is typed as day/month/year before Univer does, which would take 05/11/2024 for the 11th of May. */
export function readBritishDates(book: Book): () => void {
  const { writeCellInterceptor } = book.injector.get(SheetInterceptorService);
  return writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1_000,
    handler: (cell, _context, next): Nullable<ICellData> => next(cell ? read(cell) : cell),
  });
}
