import type { GridChart } from "../../grid.ts";
import type { Book } from "../book.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { hostObject, isHostObject, type HostObject } from "../host-object.ts";
import { text, whole } from "./client-arguments.ts";
import { placeOf, type Place } from "./place.ts";

const number = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
};

const part = (type: string, set: Readonly<Record<string, (value: unknown) => void>>): HostObject =>
  hostObject({ type, set });

/** A chart as an add-in sets it up; it is asked for nothing but its name and title. */
export function chartObject(book: Book, id: string): HostObject {
  const chart = (): GridChart => {
    const found = book.charts.get(id);
    if (!found) throw itemNotFound();
    return found;
  };
  const change = (to: Partial<GridChart>): void => {
    book.mustBeOpen(chart().sheetId);
    book.charts.set(id, { ...chart(), ...to });
  };
  const placed = (cell: unknown): Place =>
    isHostObject(cell) ? placeOf(cell) : book.place(text(cell), chart().sheetId);

  function setPosition(start: unknown, end: unknown): void {
    const { area: from } = placed(start);
    const { area: to } = end === null || end === undefined ? { area: from } : placed(end);
    const place = {
      top: from.top,
      left: from.left,
      rows: to.top + to.rows - from.top,
      columns: to.left + to.columns - from.left,
    };
    if (place.rows < 1 || place.columns < 1) throw invalidArgument();
    change({ place });
    if (!book.areChartsKept) sayInstead(book, chart());
  }

  return hostObject({
    type: "Chart",
    id: { key: "Id", value: () => id },
    get: {
      Id: () => id,
      Name: () => chart().name,
      Title: () =>
        hostObject({
          type: "ChartTitle",
          get: { Text: () => chart().title },
          set: {
            Text: (value) => {
              change({ title: text(value) });
            },
          },
        }),
      Legend: () =>
        part("ChartLegend", {
          Position: (value) => {
            change({ legend: text(value) });
          },
        }),
      Axes: () =>
        hostObject({
          type: "ChartAxes",
          get: {
            ValueAxis: () =>
              part("ChartAxis", {
                Minimum: (value) => {
                  change({ axis: { ...chart().axis, minimum: number(value) } });
                },
                Maximum: (value) => {
                  change({ axis: { ...chart().axis, maximum: number(value) } });
                },
              }),
          },
        }),
      Series: () =>
        hostObject({
          type: "ChartSeriesCollection",
          get: { Count: () => seriesIn(chart()) },
          call: { GetCount: () => seriesIn(chart()), GetItemAt: (index) => seriesObject(whole(index)) },
        }),
    },
    set: {
      Name: (value) => {
        change({ name: text(value) });
      },
      DisplayBlanksAs: (value) => {
        change({ blanks: text(value) });
      },
    },
    call: {
      SetPosition: setPosition,
      Delete: () => {
        change({});
        book.charts.delete(id);
      },
    },
  });

  function seriesObject(index: number): HostObject {
    if (index < 0 || index >= seriesIn(chart())) throw itemNotFound();
    return part("ChartSeries", {
      MarkerStyle: (value) => {
        const markers = Array.from({ length: seriesIn(chart()) }, (_, at) =>
          at === index ? text(value) : chart().markers[at],
        );
        change({ markers });
      },
    });
  }
}

/** How many series the cells give, the first row or column naming the points. */
const seriesIn = ({ source: { area }, seriesBy }: GridChart): number =>
  (seriesBy === "Rows" ? area.rows : area.columns) - 1;

/** Where a grid draws no charts, a sentence stands in the chart's place, never over what a cell holds. */
function sayInstead({ grid }: Book, { sheetId, title, name, place }: GridChart): void {
  if (!place) return;
  const cell = { ...place, rows: 1, columns: 1 };
  if (grid.formulas(sheetId, cell)[0]?.[0] !== "") return;
  grid.write(sheetId, cell, [[`'Charts are drawn by Excel. Here would stand: ${title || name}`]]);
}
