import type { Area } from "../../grid.ts";
import { bounding, intersection, WHOLE_SHEET } from "../areas.ts";
import type { Book } from "../book.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { isHostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { text, whole } from "./client-arguments.ts";
import { placeOf } from "./place.ts";

/** The methods that come from one range to another. */
export function rangesFrom(
  book: Book,
  sheetId: string,
  area: Area,
  range: (area: Area) => HostObject,
): NonNullable<HostObject["call"]> {
  const { top, left, rows, columns } = area;
  const row = (at: number): HostObject => range({ ...area, top: top + at, rows: 1 });
  const column = (at: number): HostObject => range({ ...area, left: left + at, columns: 1 });

  /** The cells of the other range, which must stand on the same sheet. */
  const other = (given: unknown): Area => {
    const place = isHostObject(given) ? placeOf(given) : book.place(text(given), sheetId);
    if (place.sheetId !== sheetId) throw invalidArgument();
    return place.area;
  };
  const shared = (given: unknown): HostObject | undefined => {
    const area_ = intersection(area, other(given));
    return area_ && range(area_);
  };
  const used = (): HostObject | undefined => {
    const found = book.grid.usedArea(sheetId);
    const part = found && intersection(found, area);
    const filled = part && filledIn(part, book.grid.values(sheetId, part));
    return filled && range(filled);
  };
  /** Rows or columns next to the range; fewer than none are those on the other side. */
  const beside = (
    given: unknown,
    isAfter: boolean,
    make: (from: number, count: number) => Area,
    size: number,
  ): HostObject => {
    const count = whole(given, 1);
    if (count === 0) throw invalidArgument();
    const isFarSide = count > 0 === isAfter;
    return range(make(isFarSide ? size : -Math.abs(count), Math.abs(count)));
  };
  const rowsAt = (from: number, count: number): Area => ({ ...area, top: top + from, rows: count });
  const columnsAt = (from: number, count: number): Area => ({ ...area, left: left + from, columns: count });

  return {
    GetCell: (y, x) => range({ top: top + whole(y), left: left + whole(x), rows: 1, columns: 1 }),
    GetRow: (y) => row(whole(y)),
    GetColumn: (x) => column(whole(x)),
    GetLastRow: () => row(rows - 1),
    GetLastColumn: () => column(columns - 1),
    GetLastCell: () => range({ top: top + rows - 1, left: left + columns - 1, rows: 1, columns: 1 }),
    GetRowsBelow: (count) => beside(count, true, rowsAt, rows),
    GetRowsAbove: (count) => beside(count, false, rowsAt, rows),
    GetColumnsAfter: (count) => beside(count, true, columnsAt, columns),
    GetColumnsBefore: (count) => beside(count, false, columnsAt, columns),
    GetOffsetRange: (y, x) => range({ ...area, top: top + whole(y), left: left + whole(x) }),
    GetResizedRange: (y, x) => range({ ...area, rows: rows + whole(y), columns: columns + whole(x) }),
    GetAbsoluteResizedRange: (y, x) => range({ ...area, rows: whole(y), columns: whole(x) }),
    GetBoundingRect: (given) => range(bounding(area, other(given))),
    GetIntersection: (given) => {
      const found = shared(given);
      if (!found) throw itemNotFound();
      return found;
    },
    GetIntersectionOrNullObject: (given) => shared(given) ?? NULL_OBJECT,
    GetEntireRow: () => range({ ...WHOLE_SHEET, top, rows }),
    GetEntireColumn: () => range({ ...WHOLE_SHEET, left, columns }),
    GetUsedRange: () => used() ?? range({ ...area, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: () => used() ?? NULL_OBJECT,
  };
}

/** The smallest part of an area that holds every cell with something in it; undefined where all are blank. */
function filledIn({ top, left }: Area, values: readonly (readonly unknown[])[]): Area | undefined {
  const isFilled = (value: unknown): boolean => value !== "";
  const filled = values.flatMap((row, at) =>
    row.some(isFilled) ? [{ at, first: row.findIndex(isFilled), last: row.findLastIndex(isFilled) }] : [],
  );
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last) return undefined;
  const start = filled.reduce((least, row) => Math.min(least, row.first), Infinity);
  const end = filled.reduce((most, row) => Math.max(most, row.last), 0);
  return { top: top + first.at, left: left + start, rows: last.at - first.at + 1, columns: end - start + 1 };
}
