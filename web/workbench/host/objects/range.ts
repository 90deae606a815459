import type { Area } from "../../grid.ts";
import { fullAddress, isInside } from "../areas.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { HostFailure, invalidArgument, itemNotFound, wrongShape } from "../failure.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { cellsOf, formatsIn, setFormats, shown, writeCells } from "./cells.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { atPlace } from "./place.ts";
import { whole } from "./client-arguments.ts";
import { rangeFormatObject } from "./range-format.ts";
import { rangesFrom } from "./range-moves.ts";
import { areHidden, shapeMethods } from "./range-shape.ts";
import { worksheetObject } from "./worksheet.ts";

/**
 * Ranges, sheets and tables import each other, as they lead to each other in Office.js itself: a range to its sheet, the
 * sheet to its tables, a table to its ranges. Each is made only when it is asked for, so it is all one which loads first.
 */
export function rangeObject(book: Book, events: ClientEvents, sheetId: string, area: Area): HostObject {
  if (!isInside(area)) throw invalidArgument();
  const { grid } = book;
  const range = hostObject({
    type: "Range",
    isKept: true,
    get: {
      Address: () => fullAddress(book.sheet(sheetId).name, area),
      RowIndex: () => area.top,
      ColumnIndex: () => area.left,
      RowCount: () => area.rows,
      ColumnCount: () => area.columns,
      CellCount: () => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
      Values: () => cellsOf(area, () => grid.values(existing(), area)),
      Formulas: () => cellsOf(area, () => grid.formulas(existing(), area)),
      Text: () => cellsOf(area, () => grid.values(existing(), area).map((row) => row.map(shown))),
      NumberFormat: () => cellsOf(area, () => formatsIn(book, sheetId, area)),
      RowHidden: () => areHidden(grid.hiddenRows?.(sheetId), area.top, area.rows),
      ColumnHidden: () => areHidden(grid.hiddenColumns?.(sheetId), area.left, area.columns),
      Worksheet: () => worksheetObject(book, events, sheetId),
      Format: () => rangeFormatObject(book, sheetId, [area]),
      ConditionalFormats: () => conditionalFormatsObject(book, sheetId, [area]),
    },
    set: {
      Values: (value) => {
        writeCells(book, sheetId, area, value);
      },
      Formulas: (value) => {
        writeCells(book, sheetId, area, value);
      },
      NumberFormat: (value) => {
        setFormats(book, sheetId, area, value);
      },
    },
    call: {
      ...shapeMethods(book, events, sheetId, area),
      ...rangesFrom(book, sheetId, area, (to) => rangeObject(book, events, sheetId, to)),
      Select: () => {
        if (!book.sheet(sheetId).isVisible)
          throw new HostFailure("InvalidOperation", "A hidden sheet cannot be shown.");
        grid.activate(sheetId);
        grid.select(sheetId, area);
      },
      Clear: (applyTo) => {
        clear(applyTo);
      },
      Calculate: () => {
        grid.recalculate();
      },
      _ValidateArraySize: (rows, columns) => {
        if (whole(rows) !== area.rows || whole(columns) !== area.columns) throw wrongShape();
      },
    },
  });
  return atPlace(range, { sheetId, area });

  /** Fails for a sheet that has been deleted since. */
  function existing(): string {
    if (!grid.sheets().some(({ id }) => id === sheetId)) throw itemNotFound();
    return sheetId;
  }

  /** Whatever is cleared besides contents is how cells look, which a grid does not take away. */
  function clear(applyTo: unknown): void {
    if (applyTo === "Contents" || applyTo === "All" || applyTo === null || applyTo === undefined)
      writeCells(book, sheetId, area, "");
    else throw new HostFailure("ApiNotFound", "The workbench clears contents only.");
  }
}
