import type { FieldId } from "../fields.ts";
import type { ListChoice, ReadingChoices } from "./choices.ts";

/** What a person has said of a sheet: columns by their headers, and rows (from 1) that name the columns of a list, or do not. */
export interface SaidOfSheet {
  readonly chosen: ReadonlyMap<string, FieldId | null>;
  readonly headerRows: readonly number[];
  readonly noHeaderRows: readonly number[];
  /** Whether nothing on it is to be asked about. */
  readonly isNoList: boolean;
}

const onSheet = (sheet: string, { lists = {} }: Pick<ReadingChoices, "lists">): readonly ListChoice[] =>
  Object.entries(lists).flatMap(([place, said]) => (place === sheet || place.startsWith(`${sheet}!`) ? [said] : []));

export function saidOfSheet(sheet: string, choices: Pick<ReadingChoices, "columns" | "lists">): SaidOfSheet {
  const said = onSheet(sheet, choices);
  const rows = (isList: boolean): number[] =>
    said.flatMap((one) => (one.headerRow !== undefined && (one.isList ?? true) === isList ? [one.headerRow] : []));
  const whole = choices.lists?.[sheet];
  return {
    chosen: new Map(Object.entries(choices.columns)),
    headerRows: rows(true),
    noHeaderRows: rows(false),
    isNoList: whole?.isList === false && whole.headerRow === undefined,
  };
}

/**
 * What was said of one list. What names its very row of headers counts before what stands under the place of a list
 * without a table, as such a place changes with the lists above it.
 */
export function saidOfList(
  sheet: string,
  place: string,
  { table, headerRow }: { readonly table: string | undefined; readonly headerRow: number },
  choices: Pick<ReadingChoices, "lists">,
): ListChoice | undefined {
  const own = choices.lists?.[place];
  if (own && (table !== undefined || own.headerRow === undefined || own.headerRow === headerRow)) return own;
  return onSheet(sheet, choices).find((one) => one.headerRow === headerRow);
}

/** What is kept of rows beside the lists of a sheet, where a person has said that they are no cases. */
export const besidePlace = (sheet: string): string => `${sheet}!beside`;

/** What an answer about a row of headers is kept under, where the sheet has other lists besides. */
export const rowPlace = (sheet: string, headerRow: number): string => `${sheet}!row ${headerRow}`;

/** A place as a person reads it: "Cases, row 5", "Cases, beside the list", "Cases, table Old". */
export function placeInWords(place: string): string {
  const [, sheet = place, part] = /^(.*)!([^!]+)$/.exec(place) ?? [];
  if (part === undefined) return sheet;
  if (part === "beside") return `${sheet}, beside the list`;
  if (/^\d+$/.test(part)) return `${sheet}, list ${part}`;
  return part.startsWith("row ") ? `${sheet}, ${part}` : `${sheet}, table ${part}`;
}
