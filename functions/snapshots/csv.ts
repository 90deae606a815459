import type { TeamMonth } from "./shown-measures.ts";

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** A cell of a CSV file that no spreadsheet reads as a formula. */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEADERS = ["team", "month", "as of", "version", "measure", "count", "out of", "per cent", "rounded"];

/** One line a measure, with the headers first. */
export function measuresCsv(months: readonly TeamMonth[]): string {
  const lines = months.flatMap(({ team, month, asOf, version, isRounded, measures }) =>
    Object.entries(measures).map(([id, { count, of, percent }]) => [
      team,
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
  return [HEADERS, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
