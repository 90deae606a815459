import { columnName, MAX_COLUMNS, MAX_ROWS, parseRange, rangeAddress } from "../../../xlsx/addresses.ts";
import type { Area } from "../grid.ts";

export const WHOLE_SHEET: Area = { top: 0, left: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

const bottomOf = ({ top, rows }: Area): number => top + rows - 1;
const rightOf = ({ left, columns }: Area): number => left + columns - 1;

// A name such as "AB12" or "R1" reads as a cell, and one that begins with a digit as a number.
const isPlainName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[rRcC]\d*)$/.test(name);

/** The name of a sheet as it stands before "!": in quotes where a formula needs them. */
const quotedSheet = (name: string): string => (isPlainName(name) ? name : `'${name.replaceAll("'", "''")}'`);

/** "A5:AP46"; whole columns and rows as "A:C" and "3:5". */
export function areaAddress(area: Area): string {
  if (area.rows === MAX_ROWS && area.columns < MAX_COLUMNS)
    return `${columnName(area.left)}:${columnName(rightOf(area))}`;
  if (area.columns === MAX_COLUMNS) return `${area.top + 1}:${bottomOf(area) + 1}`;
  return rangeAddress({ top: area.top, left: area.left, bottom: bottomOf(area), right: rightOf(area) });
}

/** "Cases!A5:AP46". */
export const fullAddress = (sheet: string, area: Area): string => `${quotedSheet(sheet)}!${areaAddress(area)}`;

/** Reads "A5:AP46", "B2", "A:C" or "3:5"; undefined if the text is no address. */
export function parseArea(text: string): Area | undefined {
  const plain = text.replaceAll("$", "");
  const range =
    parseRange(plain) ?? parseRange(plain.replace(/^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/, `$11:$2${MAX_ROWS}`));
  if (range)
    return {
      top: range.top,
      left: range.left,
      rows: range.bottom - range.top + 1,
      columns: range.right - range.left + 1,
    };
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (!rows) return undefined;
  const [first, last] = [Number(rows[1]), Number(rows[2])].sort((a, b) => a - b) as [number, number];
  return first >= 1 && last <= MAX_ROWS
    ? { top: first - 1, left: 0, rows: last - first + 1, columns: MAX_COLUMNS }
    : undefined;
}

/** The sheet's name and the rest of "'My sheet'!A5:B6"; no name where none is given. */
export function splitSheet(text: string): { readonly sheet: string | undefined; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: quoted[1]?.replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const plain = /^([^'!]+)!(.*)$/s.exec(text);
  return plain ? { sheet: plain[1], rest: plain[2] ?? "" } : { sheet: undefined, rest: text };
}

export const isInside = ({ top, left, rows, columns }: Area): boolean =>
  top >= 0 && left >= 0 && rows >= 1 && columns >= 1 && top + rows <= MAX_ROWS && left + columns <= MAX_COLUMNS;

/** What two areas share; undefined if nothing. */
export function intersection(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const rows = Math.min(a.top + a.rows, b.top + b.rows) - top;
  const columns = Math.min(a.left + a.columns, b.left + b.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : undefined;
}

/** The smallest area that holds both. */
export function bounding(a: Area, b: Area): Area {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  return {
    top,
    left,
    rows: Math.max(a.top + a.rows, b.top + b.rows) - top,
    columns: Math.max(a.left + a.columns, b.left + b.columns) - left,
  };
}
