import { parseCell, parseRange } from "../addresses.ts";
import type { Range } from "../addresses.ts";

/** Throws if the model asks for what Excel would refuse or repair: a mistake in the code that made the model. */
export function insist(isRight: boolean, mistake: string): asserts isRight {
  if (!isRight) throw new Error(mistake);
}

export function requireSheetNames(names: readonly string[]): void {
  for (const name of names) {
    insist(name.length >= 1 && name.length <= 31, `The sheet name "${name}" is not 1 to 31 characters long.`);
    insist(
      !/[:\\/?*[\]\u0000-\u001F]/.test(name),
      `The sheet name "${name}" has a character that Excel does not allow.`,
    );
    insist(!/^'|'$/.test(name), `The sheet name "${name}" begins or ends with an apostrophe.`);
    insist(name.toLowerCase() !== "history", `Excel keeps the sheet name "${name}" for itself.`);
  }
  requireUnique(names, "sheet name");
}

/** Tables and defined names share one set of names. */
export function requireDefinedNames(names: readonly string[]): void {
  for (const name of names) {
    insist(name.length <= 255, `The name "${name}" is longer than 255 characters.`);
    insist(
      /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name),
      `The name "${name}" has a character that Excel does not allow.`,
    );
    const isAddress = parseCell(name) !== undefined || /^(r\d*c\d*|r\d*|c\d*)$/i.test(name);
    insist(!isAddress, `The name "${name}" reads as a cell's address.`);
  }
  requireUnique(names, "name");
}

export function requireUnique(names: readonly string[], kind: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    insist(!seen.has(name.toLowerCase()), `The ${kind} "${name}" is used twice.`);
    seen.add(name.toLowerCase());
  }
}

export function requireRange(text: string): Range {
  const range = parseRange(text);
  insist(range !== undefined, `"${text}" is not a range.`);
  return range;
}

export function requireFormula(formula: string): string {
  insist(!formula.startsWith("="), `The formula "${formula}" begins with "=".`);
  insist(formula !== "" && formula.length <= 8192, `The formula "${formula}" is not 1 to 8,192 characters long.`);
  return formula;
}

export const overlaps = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** A text inside a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A sheet's name inside a formula. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
