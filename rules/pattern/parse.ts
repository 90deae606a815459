import { ANY, asTest, classOf, escaped, literal, PatternProblem, Scanner, type Node } from "./syntax.ts";

/** A pattern as it is matched: what must, or must not, follow its beginning, and the pattern itself. */
export interface ParsedPattern {
  readonly ahead: readonly { readonly what: Node; readonly isNegated: boolean }[];
  readonly body: Node;
}

const MOST_REPEATS = 1_000;

function numberIn(scanner: Scanner): number | undefined {
  let digits = "";
  while (/\d/.test(scanner.peek())) digits += scanner.next();
  if (Number(digits) > MOST_REPEATS)
    throw new PatternProblem(`must not repeat anything more than ${MOST_REPEATS} times`);
  return digits === "" ? undefined : Number(digits);
}

function repeatsIn(scanner: Scanner): { least: number; most: number | undefined } | undefined {
  if (scanner.take("*")) return { least: 0, most: undefined };
  if (scanner.take("+")) return { least: 1, most: undefined };
  if (scanner.take("?")) return { least: 0, most: 1 };
  if (!scanner.take("{")) return undefined;
  const least = numberIn(scanner);
  const hasMost = scanner.take(",");
  const most = hasMost ? numberIn(scanner) : least;
  if (least === undefined || !scanner.take("}") || (most !== undefined && most < least))
    throw new PatternProblem("must be a regular expression: a count in braces is none");
  return { least, most };
}

function atomOf(scanner: Scanner): Node {
  const char = scanner.next();
  if (char === ".") return { kind: "char", test: ANY };
  if (char === "[") return { kind: "char", test: classOf(scanner) };
  if (char === "\\") return { kind: "char", test: asTest(escaped(scanner)) };
  if (char === "(") {
    if (scanner.peek() === "?" && !scanner.take("?:"))
      throw new PatternProblem(
        "may look ahead only at its very beginning, after ^, and never back; groups have no names",
      );
    const inner = choiceOf(scanner);
    if (!scanner.take(")")) throw new PatternProblem("must be a regular expression: a bracket is not closed");
    return inner;
  }
  if ("*+?{}])".includes(char)) throw new PatternProblem(`must be a regular expression: a ${char} stands alone`);
  return { kind: "char", test: literal(char) };
}

function sequenceOf(scanner: Scanner): Node {
  const of: Node[] = [];
  while (!scanner.isOver && scanner.peek() !== "|" && scanner.peek() !== ")") {
    if (scanner.take("^")) of.push({ kind: "start" });
    else if (scanner.take("$")) of.push({ kind: "end" });
    else {
      const what = atomOf(scanner);
      const repeats = repeatsIn(scanner);
      // Which way a repeat is tried first makes no difference to whether there is a match.
      if (repeats) scanner.take("?");
      of.push(repeats ? { kind: "repeat", what, ...repeats } : what);
    }
  }
  return { kind: "sequence", of };
}

function choiceOf(scanner: Scanner): Node {
  const of = [sequenceOf(scanner)];
  while (scanner.take("|")) of.push(sequenceOf(scanner));
  const [first] = of;
  return of.length === 1 && first ? first : { kind: "choice", of };
}

function wholeOf(scanner: Scanner): Node {
  const whole = choiceOf(scanner);
  if (!scanner.isOver) throw new PatternProblem("must be a regular expression: a bracket closes nothing");
  return whole;
}

/** Throws a `PatternProblem` for what is none, or not one that is matched in a time that grows with the text alone. */
export function parsePattern(text: string): ParsedPattern {
  const scanner = new Scanner(text);
  const ahead: { what: Node; isNegated: boolean }[] = [];
  const looksAhead = (): boolean => scanner.take("(?=") || scanner.take("(?!");
  for (let begins = scanner.take("^"); begins && scanner.peek() === "(";) {
    const isNegated = scanner.peek(2) === "!";
    begins = looksAhead();
    if (!begins) break;
    ahead.push({ what: choiceOf(scanner), isNegated });
    if (!scanner.take(")")) throw new PatternProblem("must be a regular expression: a bracket is not closed");
  }
  if (ahead.length === 0) return { ahead, body: wholeOf(new Scanner(text)) };
  const rest = wholeOf(scanner);
  if (rest.kind === "choice") throw new PatternProblem("must have its alternatives in brackets where it looks ahead");
  return { ahead, body: { kind: "sequence", of: [{ kind: "start" }, rest] } };
}
