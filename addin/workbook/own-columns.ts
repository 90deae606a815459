import type { Allocations } from "../../rules/workbook/allocations.ts";
import { headerText } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import { fold } from "../../rules/text.ts";

export const CHECK_HEADER = "LP check";
export const WHY_HEADER = "LP why";

/** Where our own two headers stand side by side among these, counted from 0; undefined where they do not. */
export function ownColumns(headers: readonly Cell[]): number | undefined {
  const texts = headers.map((header) => fold(headerText(header)));
  const at = texts.findIndex((text, column) => text === fold(CHECK_HEADER) && texts[column + 1] === fold(WHY_HEADER));
  return at < 0 ? undefined : at;
}

/** The sheet's column of a list's last header; our own columns beside a list without a table are none of it. */
export function lastColumn({ headers, left }: Pick<Allocations, "headers" | "left">): number {
  const own = headers.slice(0, ownColumns(headers) ?? headers.length);
  return (
    left +
    Math.max(
      0,
      own.findLastIndex((header) => headerText(header) !== ""),
    )
  );
}
