import { matcherOf } from "./matcher.ts";
import { parsePattern } from "./parse.ts";
import { PatternProblem } from "./syntax.ts";

/** What a pattern must be instead, as the rest of a sentence; undefined for one that can be used. */
export function patternProblem(text: string): string | undefined {
  try {
    patternOf(text);
    return undefined;
  } catch (error) {
    if (error instanceof PatternProblem) return error.message;
    throw error;
  }
}

/**
 * A pattern from a policy, ready to be tried: regular expressions without what can take for ever on a single cell. A
 * text takes as long as it is, whatever the pattern; JavaScript's own expressions have no such bound.
 */
export function patternOf(text: string): (tried: string) => boolean {
  const { ahead, body } = parsePattern(text);
  const matches = matcherOf(body, false);
  const looks = ahead.map(({ what, isNegated }) => ({ follows: matcherOf(what, true), isNegated }));
  return (tried) => looks.every(({ follows, isNegated }) => follows(tried) !== isNegated) && matches(tried);
}
