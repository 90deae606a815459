import { PatternProblem, type CharTest, type Node } from "./syntax.ts";

/** One step of a pattern. Where it goes on to is a place in the list of steps. */
type Step =
  | { readonly kind: "char"; readonly test: CharTest; readonly to: number }
  | { readonly kind: "start" | "end"; readonly to: number }
  | { readonly kind: "either"; readonly to: readonly number[] }
  | { readonly kind: "match" };

const MOST_STEPS = 2_000;
/** How many answers are kept of which places a character leads to. */
const MOST_KEPT = 4_000;

/** A pattern's steps, written from its end to its beginning; and where it begins. */
class Program {
  readonly steps: Step[] = [{ kind: "match" }];
  readonly begin: number;

  constructor(node: Node) {
    this.begin = this.#write(node, 0);
  }

  #add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new PatternProblem("must be shorter, or repeat less");
    return this.steps.push(step) - 1;
  }

  #write(node: Node, to: number): number {
    switch (node.kind) {
      case "char":
        return this.#add({ kind: "char", test: node.test, to });
      case "start":
      case "end":
        return this.#add({ kind: node.kind, to });
      case "sequence":
        return node.of.reduceRight((after, one) => this.#write(one, after), to);
      case "choice":
        return this.#add({ kind: "either", to: node.of.map((one) => this.#write(one, to)) });
      case "repeat":
        return this.#repeat(node, to);
    }
  }

  #repeat({ what, least, most }: Extract<Node, { kind: "repeat" }>, to: number): number {
    let begin = to;
    if (most === undefined) {
      const again: number[] = [to];
      begin = this.#add({ kind: "either", to: again });
      again.push(this.#write(what, begin));
    } else
      for (let n = least; n < most; n += 1) begin = this.#add({ kind: "either", to: [to, this.#write(what, begin)] });
    for (let n = 0; n < least; n += 1) begin = this.#write(what, begin);
    return begin;
  }
}

interface Places {
  readonly chars: readonly Extract<Step, { kind: "char" }>[];
  readonly isMatch: boolean;
  readonly isMatchAtEnd: boolean;
  readonly next: Map<number, Places>;
}

/**
 * Whether a text has the pattern: every place in it that may be reached is followed at once, so that no text takes
 * longer than its length allows. It may begin anywhere, unless it is held to the text's beginning.
 */
export function matcherOf(node: Node, isHeld: boolean): (text: string) => boolean {
  const { steps, begin } = new Program(node);
  const known = new Map<string, Places>();
  let kept = 0;

  function reach(seeds: readonly number[], isStart: boolean, isEnd: boolean): Set<number> {
    const seen = new Set<number>();
    const open = [...seeds];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const step = steps[at];
      if (step?.kind === "either") open.push(...step.to);
      else if ((step?.kind === "start" && isStart) || (step?.kind === "end" && isEnd)) open.push(step.to);
    }
    return seen;
  }

  function places(seeds: readonly number[], isStart: boolean): Places {
    const name = `${isStart ? "^" : ""}${[...new Set(seeds)].sort((a, b) => a - b).join()}`;
    const before = known.get(name);
    if (before) return before;
    const reached = reach(seeds, isStart, false);
    const found: Places = {
      chars: [...reached].flatMap((at) => {
        const step = steps[at];
        return step?.kind === "char" ? [step] : [];
      }),
      isMatch: reached.has(0),
      isMatchAtEnd: reach(seeds, isStart, true).has(0),
      next: new Map(),
    };
    known.set(name, found);
    return found;
  }

  function after(here: Places, code: number): Places {
    const before = here.next.get(code);
    if (before) return before;
    const seeds = here.chars.flatMap(({ test, to }) => (test(code) ? [to] : []));
    const found = places(isHeld ? seeds : [...seeds, begin], false);
    if (kept < MOST_KEPT) here.next.set(code, found);
    kept += 1;
    return found;
  }

  return (text) => {
    if (kept >= MOST_KEPT) {
      known.clear();
      kept = 0;
    }
    let here = places([begin], true);
    for (const char of text) {
      if (here.isMatch) return true;
      if (isHeld && here.chars.length === 0) return false;
      here = after(here, char.codePointAt(0) ?? 0);
    }
    return here.isMatchAtEnd;
  };
}
