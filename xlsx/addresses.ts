/** Excel's sheet size: rows 1 to 1,048,576, columns A to XFD. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A cell by zero-based row and column. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, zero-based and inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One number for a cell, for sets: row * 16384 + column, both zero-based. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** Zero-based column to its letters: 0 is "A", 16383 is "XFD". */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before >= 0 ? columnName(before) : "") + String.fromCharCode(65 + (column % 26));
}

/** Zero-based row and column to an address: (6, 1) is "B7". */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** "A4:J44", or "A4" for a single cell. */
export function rangeAddress({ top, left, bottom, right }: Range): string {
  const start = cellAddress(top, left);
  return top === bottom && left === right ? start : `${start}:${cellAddress(bottom, right)}`;
}

const DOLLAR = 36;

// Called for every cell of a file, so it reads character codes: a regular expression takes several times as long.
/** Reads "B7" or "$B$7"; undefined if the text is no address within Excel's sheet. */
export function parseCell(text: string): CellPosition | undefined {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  for (const start = at; at < text.length && at - start < 4; at++) {
    const letter = (text.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (text.charCodeAt(at) === DOLLAR) at++;
  const digits = at;
  let row = 0;
  for (; at < text.length && at - digits < 8; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  const isInside = at === text.length && row >= 1 && row <= MAX_ROWS && column >= 1 && column <= MAX_COLUMNS;
  return isInside ? { row: row - 1, column: column - 1 } : undefined;
}

/** Reads "A4:J44", "$A$4:$J$44" or a single cell. */
export function parseRange(text: string): Range | undefined {
  const [first = "", second = first, ...more] = text.split(":");
  const a = parseCell(first);
  const b = parseCell(second);
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** A single cell, with the sheet's name when the text gave one. */
export interface Reference extends CellPosition {
  readonly sheet: string | undefined;
}

/** Reads "A5:AP46", "Cases!$A$5:$AP$46" or "'My Sheet'!B2"; undefined for anything else. */
export function parseSheetRange(
  text: string,
): { readonly sheet: string | undefined; readonly range: Range } | undefined {
  const mark = text.lastIndexOf("!");
  const range = parseRange(text.slice(mark + 1));
  if (range === undefined || mark < 0) return range && { sheet: undefined, range };
  const sheet = sheetOf(text.slice(0, mark));
  return sheet === undefined ? undefined : { sheet, range };
}

/** Reads "$B$2", "Settings!$B$2" or "'My Sheet'!$B$2"; undefined for anything but one cell of this workbook. */
export function parseReference(text: string): Reference | undefined {
  const found = parseSheetRange(text);
  if (found === undefined) return undefined;
  const { sheet, range } = found;
  return range.top === range.bottom && range.left === range.right
    ? { row: range.top, column: range.left, sheet }
    : undefined;
}

function sheetOf(text: string): string | undefined {
  const quoted = /^'((?:[^']|'')+)'$/.exec(text)?.[1];
  const name = quoted === undefined ? text : quoted.replaceAll("''", "'");
  // Square brackets name another workbook, colons a run of sheets; neither can stand in a sheet's name.
  return name === "" || /[[\]:*?/\\]/.test(name) || (quoted === undefined && /[\s']/.test(name)) ? undefined : name;
}
