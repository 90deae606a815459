import { decodeEscapes } from "../text-escapes.ts";
import type { CellValue } from "../workbook.ts";
import type { CellFormats } from "./styles-part.ts";
import { damaged } from "./unreadable.ts";

/** What cells need from the rest of the workbook to be understood. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly date1904: boolean;
  readonly formats: CellFormats;
}

/** A cell's value from its type (the `t` attribute) and the text of its `v` or `is` element. */
export function cellValue(type: string, text: string, { strings, date1904 }: CellContext): CellValue {
  if (text === "") return "";
  switch (type) {
    case "s":
      return sharedString(strings, text);
    case "inlineStr":
    case "str":
      return decodeEscapes(text);
    case "b":
      return text === "1" || text === "true";
    case "e":
      return text;
    case "d":
      return dateSerial(text, date1904) ?? text;
    default:
      return number(text);
  }
}

function sharedString(strings: readonly string[], text: string): string {
  const string = strings[Number(text)];
  if (string === undefined) throw damaged();
  return string;
}

// What is no number is kept as text, for whoever checks the rows to point at, rather than dropped.
function number(text: string): CellValue {
  const value = Number(text);
  return Number.isFinite(value) && text.trim() !== "" ? value : text;
}

const DAY = 86_400_000;

// Strict workbooks may hold a date as "2024-11-30T00:00:00.000" instead of a serial number, and a time of day as "08:30:00".
function dateSerial(text: string, date1904: boolean): number | undefined {
  if (/^T?\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/.test(text))
    return Date.parse(`1970-01-01T${text.replace(/^T|Z$/g, "")}Z`) / DAY;
  const time = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, "")}Z` : text);
  if (Number.isNaN(time)) return undefined;
  if (date1904) return (time - Date.UTC(1904, 0, 1)) / DAY;
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY;
  // Excel counts a 29 February 1900, which never was.
  return serial < 61 ? serial - 1 : serial;
}
