import type { GridChart } from "../../grid.ts";
import type { Book } from "../book.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { hostObject, isHostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { chartObject } from "./chart.ts";
import { text, whole } from "./client-arguments.ts";
import { placeOf } from "./place.ts";

/** The charts of a sheet. */
export function chartsObject(book: Book, sheetId: string): HostObject {
  const all = (): GridChart[] => [...book.charts.values()].filter((chart) => chart.sheetId === sheetId);
  const object = ({ id }: GridChart): HostObject => chartObject(book, id);
  const named = (key: unknown): GridChart | undefined => all().find(({ id, name }) => id === key || name === key);
  const found = (chart: GridChart | undefined): HostObject => {
    if (!chart) throw itemNotFound();
    return object(chart);
  };

  function add(type: unknown, source: unknown, seriesBy: unknown): HostObject {
    book.mustBeOpen(sheetId);
    if (!isHostObject(source) || !["Auto", "Columns", "Rows", null, undefined].includes(seriesBy as string))
      throw invalidArgument();
    const place = placeOf(source);
    let number = book.charts.size + 1;
    while (book.charts.has(`chart-${number}`)) number++;
    const chart: GridChart = {
      id: `chart-${number}`,
      sheetId,
      type: text(type),
      source: { sheetId: place.sheetId, area: place.area },
      seriesBy: typeof seriesBy === "string" ? seriesBy : "Auto",
      name: `Chart ${number}`,
      title: "",
      place: undefined,
      axis: {},
      blanks: undefined,
      legend: undefined,
      markers: [],
    };
    book.charts.set(chart.id, chart);
    return object(chart);
  }

  return hostObject({
    type: "ChartCollection",
    get: { Count: () => all().length },
    items: () => all().map(object),
    item: (key) => found(named(key)),
    call: {
      Add: add,
      GetCount: () => all().length,
      GetItem: (key) => found(named(key)),
      GetItemAt: (index) => found(all()[whole(index)]),
      GetItemOrNullObject: (key) => {
        const chart = named(key);
        return chart ? object(chart) : NULL_OBJECT;
      },
    },
  });
}
