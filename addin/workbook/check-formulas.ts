import type { Allocations } from "../../rules/workbook/allocations.ts";
import { cellAddress, type Range } from "../../xlsx/addresses.ts";

/** The longest lists that the functions take (each is told so in a cell, too). */
const MOST_CHECKED = 15_000;
const MOST_WHY = 2_000;
const MOST_CHARACTERS = 3_000_000;
/** Quotation marks and a comma around each cell. */
const AROUND_A_CELL = 3;

/** What a list's cells come to as text, about as Excel hands them to a function. */
const charactersIn = (rows: Allocations["rows"]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      row.reduce<number>((length, cell) => length + AROUND_A_CELL + (typeof cell === "string" ? cell.length : 8), 0),
    0,
  );

export interface Formulas {
  /** Undefined where the list is too long for it. */
  readonly check: string | undefined;
  readonly why: string | undefined;
}

const absolute = ({ top, left, bottom, right }: Range): string =>
  [cellAddress(top, left), cellAddress(bottom, right)]
    .map((address) => address.replace(/([A-Z]+)(\d+)/, "$$$1$$$2"))
    .join(":");

/** The formulas of a list: by the name of its table, or by addresses on its own sheet. */
export function formulasFor(
  list: { readonly table: string | undefined; readonly headers: Range; readonly data: Range },
  rows: Allocations["rows"],
): Formulas {
  const { table, headers, data } = list;
  const given = table === undefined ? `${absolute(headers)},${absolute(data)}` : `${table}[#Headers],${table}[#Data]`;
  const count = data.bottom - data.top + 1;
  const isTakenBy = (most: number): boolean => count <= most && charactersIn(rows) <= MOST_CHARACTERS;
  return {
    check: isTakenBy(MOST_CHECKED) ? `=LP.CHECK(${given})` : undefined,
    why: isTakenBy(MOST_WHY) ? `=LP.WHY(${given})` : undefined,
  };
}
