import type { Area } from "../../grid.ts";
import { fullAddress, isInside } from "../areas.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { HostFailure, invalidArgument, itemNotFound, wrongShape } from "../failure.ts";
import { hostObject, type HostObject } from "../object.ts";
import { cellsOf, formatsIn, setFormats, shown, writeCells } from "./cells.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { whole } from "./plain.ts";
import { rangeFormatObject } from "./range-format.ts";
import { rangesFrom } from "./range-moves.ts";
import { worksheetObject } from "./worksheet.ts";

export interface Place {
  readonly sheetId: string;
  readonly area: Area;
}

const places = new WeakMap<HostObject, Place>();

/** The cells that a range stands for, where it is an argument. */
export function placeOf(range: HostObject): Place {
  const place = places.get(range);
  if (!place) throw invalidArgument();
  return place;
}

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
  places.set(range, { sheetId, area });
  return range;

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
