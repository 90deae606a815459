import { rangeAddress } from "../../xlsx/addresses.ts";
import type { Validation } from "../../xlsx/writing/validations.ts";
import { isoDay, toSerial } from "../../rules/dates.ts";
import { HEADER_ROW, type Column } from "./columns.ts";
import { LIST_OF } from "./lists.ts";

const DATES = { kind: "date", from: toSerial(isoDay("1990-01-01")), to: toSerial(isoDay("2100-12-31")) } as const;
const NO_DATE = {
  title: "Not a date",
  message: "Enter a date between 1990 and 2100 as day/month/year, such as 30/11/2024.",
};
const NOT_LISTED = {
  title: "Not on the list",
  message: "Choose from the list. The sheet 'Lists' shows what is on it.",
};
// A warning, not a refusal: the short forms that managers know are understood too.
const NOT_A_STATUS = {
  title: "Not on the list",
  message: "The list gives each case status in words. Short forms such as CIN are understood too.",
  isAdvice: true,
};
// Likewise: a lead may have started today, and a chair may come from another council.
const NOT_ON_STAFF = {
  title: "Not on the staff sheet",
  message: "Nobody of that name is on the sheet 'Staff'. Add them there, or keep the name if you are sure.",
  isAdvice: true,
};

/** What may be typed into each column of a table that has so many rows. */
export const validationsFor = (columns: readonly Column[], rows: number): readonly Validation[] =>
  columns.flatMap(({ key, kind }, column): Validation[] => {
    const range = rangeAddress({ top: HEADER_ROW + 1, bottom: HEADER_ROW + rows, left: column, right: column });
    if (kind === "date") return [{ range, allow: DATES, error: NO_DATE }];
    const list = key === "name" ? undefined : LIST_OF[kind];
    if (list === undefined) return [];
    return [{ range, allow: { kind: "list", formula: list }, error: errorFor(kind) }];
  });

function errorFor(kind: Column["kind"]): Validation["error"] {
  if (kind === "person") return NOT_ON_STAFF;
  return kind === "status" ? NOT_A_STATUS : NOT_LISTED;
}
