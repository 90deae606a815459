import { parseDate } from "./dates.ts";

/** What stands for the cell above, which a rule cannot follow: rows are sorted and filtered. */
const LIKE_ABOVE = new Set(["as above", "above", "ditto", "do.", "same", "same as above", "see above"]);
const QUOTATION_MARKS = /^["'“”„″〃`]+$/;

/** Whether a text in a person column names nobody whom a rule could use: "as above", a number, a date, a tick. */
export const isNoName = (text: string): boolean =>
  LIKE_ABOVE.has(text.toLowerCase()) ||
  QUOTATION_MARKS.test(text) ||
  /^(true|false)$/i.test(text) ||
  !/\p{L}/u.test(text) ||
  parseDate(text) !== undefined;

/** A name without the notes in brackets behind it: "D Patel (mat leave)" is D Patel. "" where there is nothing else. */
export const withoutNotes = (text: string): string =>
  text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The parts of a text that joins names; one part where it joins nothing. */
export const joinedNames = (text: string): readonly string[] =>
  text
    .split(/[/&;]| and /i)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Whether a text looks like a full name: two words or more. */
export const isFullName = (text: string): boolean => text.split(/[\s,]+/).filter((word) => word !== "").length > 1;
