/** The most characters that a cell holds. */
const LONGEST = 32_767;

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether Excel would take a text as it stands: it begins with a letter and is no date ("Sep 2024"), TRUE or FALSE. */
const isTakenAsText = (text: string): boolean =>
  /^\p{L}/u.test(text) && !/^(true|false)$/i.test(text) && !(MONTH.test(text) && /\d/.test(text));

/** A text as it is to be written so that Excel keeps it as a text, and never takes it for a formula, a number or a date. */
export function plainText(text: string): string {
  if (text === "") return "";
  const cut = text.length < LONGEST ? text : `${text.slice(0, LONGEST - 2)}…`;
  return isTakenAsText(cut) ? cut : `'${cut}`;
}

export const plainCell = (value: string | number): string | number =>
  typeof value === "string" ? plainText(value) : value;
