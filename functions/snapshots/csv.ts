import { csvCell } from "../../rules/csv.ts";
import type { TeamMonth } from "./team-measures.ts";

const HEADERS = ["team", "month", "as of", "version", "measure", "count", "out of", "per cent", "rounded"];

/** One line a measure, with the headers first. */
export function measuresCsv(months: readonly TeamMonth[]): string {
  const lines = months.flatMap(({ team, month, asOf, version, isRounded, measures }) =>
    Object.entries(measures).map(([id, { count, of, percent }]) => [
      csvCell(team),
      // As programs read it, which take an apostrophe for part of it.
      month,
      asOf,
      version,
      id,
      count,
      of,
      percent,
      isRounded ? "yes" : "no",
    ]),
  );
  return [HEADERS, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}
