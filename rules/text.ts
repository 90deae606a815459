/** Texts as people type them: stray spaces, case and punctuation taken off before anything is compared. */

const NEEDS_CLEANING = /[^\u0020-\u007E]|^ | $| {2}/;

/** A text without invisible marks and without non-breaking, doubled, leading or trailing spaces. */
export const clean = (text: string): string =>
  NEEDS_CLEANING.test(text)
    ? text
        .replace(/\p{Cf}+/gu, "")
        .replace(/[\p{Z}\p{Cc}]+/gu, " ")
        .trim()
    : text;

/** A text whose first letter is a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What two headers, codes or team names are compared by: letters and digits alone, in lower case. */
export const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** What two names of people are compared by: case, spaces and "Surname, First" ignored, and which dash or apostrophe it is. */
export function foldName(text: string): string {
  const [surname, first, ...more] = text.split(",");
  const inOrder = surname !== undefined && first !== undefined && more.length === 0 ? `${first} ${surname}` : text;
  return inOrder.normalize("NFC").toLowerCase().replace(/[’‘`]/g, "'").replace(/[‐‑–]/g, "-").replace(/\s+/g, "");
}

/** Whether a cell holds one of Excel's error values ("#N/A", "#REF!") instead of something typed. */
export const isErrorValue = (text: string): boolean =>
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|CONNECT!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!)$/.test(
    text,
  );

/** How many letters must be changed, added, taken away or swapped with a neighbour to get from one text to another. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(
          Number(above[j]) + 1,
          Number(row[j - 1]) + 1,
          Number(above[j - 1]) + (same ? 0 : 1),
          swapped ? Number(before[j - 2]) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = row;
  }
  return Number(above.at(-1));
}

/** A shorter code is one letter away from too many others for the nearest to mean anything. */
export const FEWEST_LETTERS = 4;

/**
 * The candidate whose folded text is nearest to the one given, or undefined where none is within about
 * a quarter of its letters. Only ever offered to a person, never acted on.
 */
export function nearest<T>(text: string, candidates: Iterable<readonly [string, T]>): T | undefined {
  const wanted = fold(text).slice(0, 60);
  let best: T | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const [candidate, value] of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate);
    if (distance < least) [least, best] = [distance, value];
  }
  return best;
}

/** "a", "a and b", "a, b and c". */
export const list = (items: readonly (string | number)[], last = "and"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.slice(-1).join("")}`;

/** "1 day", "3 days". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "row 4", "rows 4 and 9". */
export const rowsNamed = (rows: readonly number[]): string => `${rows.length === 1 ? "row" : "rows"} ${list(rows)}`;
