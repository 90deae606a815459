import type { ReportSheet, ReportTable } from "./report-content.ts";
import type { Range } from "../../xlsx/addresses.ts";

/** A block of the sheet, from row 0 on. */
export interface PlacedTable {
  readonly table: ReportTable;
  /** The row of its heading. */
  readonly heading: number;
  /** Headers and rows. */
  readonly area: Range;
}

export interface PlacedChart {
  readonly chart: ReportSheet["charts"][number];
  /** What it draws. */
  readonly of: PlacedTable;
  /** The cells that it covers. */
  readonly area: Range;
}

export interface ReportLayout {
  readonly tables: readonly PlacedTable[];
  readonly charts: readonly PlacedChart[];
}

/** A blank row, for whatever a spreadsheet shows right above a table. */
const ABOVE_HEADERS = 1;
const CHART_ROWS = 16;
const CHART_COLUMNS = 5;

/** Where everything stands: one below the other, so that it prints and is read in its order, each chart under the table that it draws. */
export function layoutOf({ notes, tables, charts }: ReportSheet): ReportLayout {
  const placedTables: PlacedTable[] = [];
  const placedCharts: PlacedChart[] = [];
  let row = notes.length + 2;
  tables.forEach((table, index) => {
    const headers = row + 1 + ABOVE_HEADERS;
    const area = {
      top: headers,
      left: 0,
      bottom: headers + Math.max(1, table.rows.length),
      right: table.headers.length - 1,
    };
    const placed = { table, heading: row, area };
    placedTables.push(placed);
    row = area.bottom + 2;
    for (const chart of charts.filter(({ table: drawn }) => drawn === index)) {
      placedCharts.push({
        chart,
        of: placed,
        area: { top: row, left: 0, bottom: row + CHART_ROWS - 1, right: CHART_COLUMNS - 1 },
      });
      row += CHART_ROWS + 1;
    }
  });
  return { tables: placedTables, charts: placedCharts };
}
