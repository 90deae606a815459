import { rangeAddress } from "../../xlsx/addresses.ts";
import { rangeOf } from "./areas.ts";
import { supports } from "./excel.ts";
import type { PlacedChart } from "./report-layout.ts";

const KINDS = { line: "LineMarkers", "stacked-columns": "ColumnStacked" } as const satisfies Record<
  PlacedChart["chart"]["kind"],
  string
>;

/** Lines are told apart by their marks, and not by colour alone. */
const MARKERS = ["Circle", "Square", "Triangle", "Diamond", "X", "Star"] as const;

const isInPerCent = ({ of: { table } }: PlacedChart): boolean =>
  (table.formats ?? []).slice(1).every((format) => format?.endsWith("%") === true);

/**
 * Draws a table. Office.js gives a chart no alternative text; its name is what a screen reader says of it, so that
 * tells where the same figures stand as a table.
 */
export function addChart(sheet: Excel.Worksheet, placed: PlacedChart): void {
  const {
    chart: { title, kind },
    of,
    area,
  } = placed;
  const chart = sheet.charts.add(KINDS[kind], rangeOf(sheet, of.area), "Columns");
  chart.name = `${title}. The table at ${rangeAddress(of.area)} has the same figures.`;
  chart.title.text = title;
  chart.legend.position = "Bottom";
  if (isInPerCent(placed)) {
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 1;
  }
  if (kind === "line") {
    for (let series = 0; series < of.table.headers.length - 1; series += 1)
      chart.series.getItemAt(series).markerStyle = MARKERS[series % MARKERS.length] ?? "Circle";
  }
  // A month that was not sent is a gap, and no zero.
  if (supports("1.8")) chart.displayBlanksAs = "NotPlotted";
  chart.setPosition(
    rangeOf(sheet, { ...area, bottom: area.top, right: area.left }),
    rangeOf(sheet, { ...area, top: area.bottom, left: area.right }),
  );
}
