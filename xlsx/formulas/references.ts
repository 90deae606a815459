import { columnName, MAX_COLUMNS, MAX_ROWS } from "../addresses.ts";

/** A column, a row, or both: "$B$7", "B", "7". Zero-based; fixed is what a "$" stands before. */
export interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

/** Cells that a formula names, with where they stand in its text. */
export interface FormulaReference {
  /** What stands before "!", without apostrophes: "My Sheet", "[1]Sheet1", "Jan:Mar". */
  readonly sheet: string | undefined;
  readonly from: Corner;
  /** The other corner of a range. */
  readonly to: Corner | undefined;
  /** Of the address alone, without its sheet. */
  readonly start: number;
  readonly end: number;
}

const TEXT = /"(?:[^"]|"")*"/y;
const QUOTED = /'(?:[^']|'')*'/y;
const WORD = /[\p{L}_\\$?][\p{L}\p{N}_.\\$?]*|\d+(?=:\$?\d)/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
const ERROR = /#(?:[A-Z/0]+[!?]|N\/A)/iy;

function matched(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Where brackets that open here are closed; within them an apostrophe stands before a bracket that is none. */
function behindBrackets(text: string, at: number): number {
  let depth = 0;
  for (let next = at; next < text.length; next++) {
    const letter = text.charAt(next);
    if (letter === "'") next++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) return next + 1;
  }
  return text.length;
}

const numberOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cornerOf(text: string): Corner | undefined {
  const [, fixedColumn, letters = "", fixedRow, digits = ""] = /^(\$?)([A-Z]{0,3})(\$?)(\d{0,7})$/i.exec(text) ?? [];
  if (fixedColumn === undefined || (letters === "" && digits === "")) return undefined;
  const [column, row] = [numberOf(letters), Number(digits) - 1];
  if (column >= MAX_COLUMNS || row >= MAX_ROWS || (digits !== "" && row < 0)) return undefined;
  return {
    column: letters === "" ? undefined : column,
    row: digits === "" ? undefined : row,
    isColumnFixed: letters !== "" && fixedColumn === "$",
    // "$7" has its "$" where a column's would be.
    isRowFixed: digits !== "" && (letters === "" ? fixedColumn : fixedRow) === "$",
  };
}

const isWhole = ({ column, row }: Corner): boolean => column !== undefined && row !== undefined;

/** The cells named where a word begins: "A1", "A1:B7", "A:C" or "2:7". */
function addressAt(text: string, word: string, at: number): Pick<FormulaReference, "from" | "to" | "end"> | undefined {
  const from = cornerOf(word);
  if (!from) return undefined;
  const end = at + word.length;
  const second = text.charAt(end) === ":" ? matched(WORD_OR_ROW, text, end + 1) : undefined;
  const to = second === undefined ? undefined : cornerOf(second);
  const isSameKind =
    to &&
    (to.column === undefined) === (from.column === undefined) &&
    (to.row === undefined) === (from.row === undefined);
  if (to && second !== undefined && isSameKind && !isCalled(text, end + 1 + second.length))
    return { from, to, end: end + 1 + second.length };
  return isWhole(from) && !isCalled(text, end) ? { from, to: undefined, end } : undefined;
}

const WORD_OR_ROW = /[\p{L}_\\$?][\p{L}\p{N}_.\\$?]*|\d+/uy;

/** Whether what ends here is a function's or a sheet's name after all. */
const isCalled = (text: string, at: number): boolean => ["(", "!"].includes(text.charAt(at));

/** The cells that a formula names, in their order. Texts, names, functions and structured references are no addresses. */
export function referencesIn(formula: string): readonly FormulaReference[] {
  const found: FormulaReference[] = [];
  let sheet: string | undefined;
  let book = "";
  for (let at = 0; at < formula.length;) {
    const letter = formula.charAt(at);
    if (letter === "[") {
      const end = behindBrackets(formula, at);
      // "[1]Sheet1!A1" is of another workbook; after a word the brackets are a table's.
      book = formula.slice(at, end);
      at = end;
      continue;
    }
    const quoted = letter === "'" ? matched(QUOTED, formula, at) : undefined;
    const word = quoted ?? matched(WORD, formula, at);
    if (word === undefined) {
      const other = matched(TEXT, formula, at) ?? matched(ERROR, formula, at) ?? matched(NUMBER, formula, at) ?? letter;
      at += other.length;
      [sheet, book] = [undefined, ""];
      continue;
    }
    const end = at + word.length;
    if (formula.charAt(end) === "!") {
      sheet = book + (quoted === undefined ? word : word.slice(1, -1).replaceAll("''", "'"));
      at = end + 1;
      book = "";
      continue;
    }
    const address = quoted === undefined ? addressAt(formula, word, at) : undefined;
    // "Jan:Mar!A1" is a run of sheets: its first name reads as the column JAN.
    if (address) found.push({ sheet, ...address, start: at });
    at = address?.end ?? end;
    [sheet, book] = [undefined, ""];
  }
  return found;
}

const cornerText = ({ column, row, isColumnFixed, isRowFixed }: Corner): string =>
  (column === undefined ? "" : `${isColumnFixed ? "$" : ""}${columnName(column)}`) +
  (row === undefined ? "" : `${isRowFixed ? "$" : ""}${row + 1}`);

/** The formula with the cells that it names changed; undefined for cells that are no more, which become "#REF!". */
export function withReferences(
  formula: string,
  change: (reference: FormulaReference) => Pick<FormulaReference, "from" | "to"> | undefined,
): string {
  let result = "";
  let at = 0;
  for (const reference of referencesIn(formula)) {
    const changed = change(reference);
    const text = changed ? cornerText(changed.from) + (changed.to ? `:${cornerText(changed.to)}` : "") : "#REF!";
    result += formula.slice(at, reference.start) + text;
    at = reference.end;
  }
  return result + formula.slice(at);
}
