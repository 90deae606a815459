import { mapHeaders } from "../../../rules/headers.ts";
import type { Cell } from "../../../rules/read.ts";
import type { WorkbookList } from "../../../addin/workbook/workbook.ts";

export interface ListGiven {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly left?: number;
  readonly headerRow?: number;
  readonly rowNumbers?: readonly number[];
}

/** A list on the sheet "Cases", its headers in row 1 unless told. */
export const aList = ({
  headers,
  rows,
  left = 0,
  headerRow = 1,
  rowNumbers = rows.map((_, index) => headerRow + 1 + index),
}: ListGiven): WorkbookList => ({
  key: "t1",
  sheetId: "s1",
  sheet: "Cases",
  place: "Cases!Allocations",
  whole: undefined,
  hiddenRows: [],
  hiddenColumns: [],
  tableId: "t1",
  isProtected: false,
  isFiltered: false,
  month: undefined,
  allocations: {
    table: "Allocations",
    headers,
    mapping: mapHeaders(headers),
    rows,
    rowNumbers,
    left,
    headerRow,
    totalsRows: [],
    preparedRows: [],
    remarkRows: [],
    belowTable: [],
    merged: new Map(),
    shownText: undefined,
  },
});
