import { MAX_COLUMNS, MAX_ROWS, parseRange, rangeAddress, type Range } from "../../xlsx/addresses.ts";

const LAST_COLUMN = MAX_COLUMNS - 1;
const LAST_ROW = MAX_ROWS - 1;

/** Reads "A4:J44", but also whole rows ("4:9") and whole columns ("C:D"), as events name them. */
function parseArea(text: string): Range | undefined {
  const [, top, bottom] = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text) ?? [];
  if (top !== undefined && bottom !== undefined) return parseRange(`A${top}:XFD${bottom}`);
  const [, left, right] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text) ?? [];
  if (left !== undefined && right !== undefined) return parseRange(`${left}1:${right}${MAX_ROWS}`);
  return parseRange(text);
}

/** The areas of an event's address ("A1:B2,D4", "Cases!5:7"); undefined if any part of it cannot be read. */
export function parseAreas(address: string): Range[] | undefined {
  const areas = address.split(",").map((part) => parseArea(part.slice(part.lastIndexOf("!") + 1).trim()));
  return areas.every((area) => area !== undefined) ? areas : undefined;
}

export const overlap = (a: Range, b: Range): Range | undefined => {
  const shared = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return shared.top <= shared.bottom && shared.left <= shared.right ? shared : undefined;
};

export const around = (a: Range, b: Range): Range => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const isInside = (inner: Range, outer: Range): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

export const heightOf = ({ top, bottom }: Range): number => bottom - top + 1;
export const widthOf = ({ left, right }: Range): number => right - left + 1;
export const cellsIn = (area: Range): number => heightOf(area) * widthOf(area);

/** A rectangle within Excel's sheet, whatever was asked for; undefined where nothing of it is left. */
export const onSheet = (area: Range): Range | undefined =>
  overlap(area, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });

/** The range as Office.js counts it. */
export const rangeOf = (sheet: Excel.Worksheet, area: Range): Excel.Range =>
  sheet.getRangeByIndexes(area.top, area.left, heightOf(area), widthOf(area));

/** "Cases!A4:B4", the sheet's name in quotation marks where Excel wants them. */
export const addressOn = (sheet: string, area: Range): string =>
  `${/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${rangeAddress(area)}`;
