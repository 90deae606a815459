/** Whether a character, by its code point, is of a kind. */
export type CharTest = (code: number) => boolean;

/** A part of a pattern. `most` is undefined where there is no end to how often it may come. */
export type Node =
  | { readonly kind: "char"; readonly test: CharTest }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "sequence" | "choice"; readonly of: readonly Node[] }
  | { readonly kind: "repeat"; readonly what: Node; readonly least: number; readonly most: number | undefined };

/** What a pattern may not have, as the rest of a sentence that begins with where it stands. */
export class PatternProblem extends Error {}

const of = (pattern: RegExp): CharTest => {
  return (code) => pattern.test(String.fromCodePoint(code));
};
const not =
  (test: CharTest): CharTest =>
  (code) =>
    !test(code);

const KINDS: Readonly<Record<string, CharTest>> = {
  d: of(/\d/u),
  D: of(/\D/u),
  w: of(/\w/u),
  W: of(/\W/u),
  s: of(/\s/u),
  S: of(/\S/u),
};
export const ANY: CharTest = of(/./u);
const ESCAPED = "^$\\.*+?()[]{}|/-";
const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f", v: "\v" };

const codeOf = (char: string): number => char.codePointAt(0) ?? 0;
const only =
  (wanted: number): CharTest =>
  (code) =>
    code === wanted;

/** Reads a pattern from left to right, a character at a time. */
export class Scanner {
  readonly #chars: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#chars = Array.from(text);
  }

  get isOver(): boolean {
    return this.#at >= this.#chars.length;
  }

  peek(ahead = 0): string {
    return this.#chars[this.#at + ahead] ?? "";
  }

  next(): string {
    if (this.isOver) throw new PatternProblem("must be a regular expression: it ends too soon");
    const char = this.peek();
    this.#at += 1;
    return char;
  }

  /** Goes past a text, if that is what comes next. */
  take(text: string): boolean {
    const isNext = Array.from(text).every((char, at) => this.peek(at) === char);
    if (isNext) this.#at += text.length;
    return isNext;
  }
}

/** What follows a backslash: a kind of characters, or a single one by its code. */
export function escaped(scanner: Scanner): CharTest | number {
  const char = scanner.next();
  if (Object.hasOwn(KINDS, char)) return KINDS[char] ?? ANY;
  if (Object.hasOwn(CONTROLS, char)) return codeOf(CONTROLS[char] ?? "");
  if (ESCAPED.includes(char)) return codeOf(char);
  if (/\d/.test(char)) throw new PatternProblem("must not refer back to a group");
  throw new PatternProblem(`must not use \\${char}: \\d, \\w, \\s, their capitals and escaped signs are understood`);
}

/** A list of characters in square brackets, of which the first is behind. */
export function classOf(scanner: Scanner): CharTest {
  const isNegated = scanner.take("^");
  const tests: CharTest[] = [];
  const one = (): CharTest | number => {
    const char = scanner.next();
    return char === "\\" ? escaped(scanner) : codeOf(char);
  };
  while (!scanner.take("]")) {
    const from = one();
    const isRange = typeof from === "number" && scanner.peek() === "-" && !["]", ""].includes(scanner.peek(1));
    if (!isRange) {
      tests.push(typeof from === "number" ? only(from) : from);
      continue;
    }
    scanner.next();
    const to = one();
    if (typeof to !== "number" || to < from)
      throw new PatternProblem("must be a regular expression: a range in it runs backwards");
    tests.push((code) => code >= from && code <= to);
  }
  const any: CharTest = (code) => tests.some((test) => test(code));
  return isNegated ? not(any) : any;
}

export const literal = (char: string): CharTest => only(codeOf(char));
export const asTest = (found: CharTest | number): CharTest => (typeof found === "number" ? only(found) : found);
