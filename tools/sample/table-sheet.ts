import { rangeAddress } from "../../xlsx/addresses.ts";
import type { CellModel, SheetModel } from "../../xlsx/writing/model.ts";
import type { TableCells } from "./checked.ts";
import { HEADER_ROW, styleOf, type Column } from "./columns.ts";
import { validationsFor } from "./validations.ts";

interface Table {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly Column[];
  readonly cells: TableCells;
  readonly tabColour: string;
  /** How many sheets of A4 stand side by side when it is printed. */
  readonly pagesWide: number;
}

const TABLE_STYLE = "TableStyleLight1";

/** A sheet of one table under a title, ready to print. */
export function tableSheet({ sheet, table, title, subtitle, columns, cells, tabColour, pagesWide }: Table): SheetModel {
  const rows: CellModel[][] = [
    [{ value: title, style: "title" }],
    [{ value: subtitle, style: "subtitle" }],
    [],
    columns.map(({ header }) => ({ value: header, style: "header" })),
    ...cells.rows.map((row) => row.map((value, at) => ({ value, style: styleAt(columns, at) }))),
  ];
  const range = rangeAddress({
    top: HEADER_ROW,
    left: 0,
    bottom: HEADER_ROW + cells.rows.length,
    right: columns.length - 1,
  });
  return {
    name: sheet,
    tabColour,
    columns: columns.map(({ width }) => ({ width })),
    rows,
    rowHeights: { 0: 24, [HEADER_ROW]: 62 },
    frozen: { rows: HEADER_ROW + 1, columns: 1 },
    tables: [{ name: table, range, style: TABLE_STYLE }],
    validations: validationsFor(columns, cells.rows.length),
    print: { orientation: "landscape", pagesWide, titleRows: [HEADER_ROW, HEADER_ROW], titleColumns: [0, 0] },
  };
}

function styleAt(columns: readonly Column[], at: number): string {
  const column = columns[at];
  return column === undefined ? "text" : styleOf(column);
}
