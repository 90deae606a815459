import { Refused } from "./problem.ts";

const DEEPEST = 20;

/** Refuses JSON nested deeper than any request is, and numbers too large to be numbers (`1e999` parses to Infinity). */
export function refuseUnusableJson(value: unknown): void {
  let level: object[] = isNested(value) ? [value] : [];
  if (value === Infinity || value === -Infinity) throw tooLarge();
  // Level by level and without recursion, so that nothing that is sent can exhaust the stack.
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new Refused(
        400,
        `The body is nested more than ${DEEPEST} deep. Send it in the form that the service describes.`,
      );
    const inner: object[] = [];
    for (const one of level) {
      for (const part of Object.values(one) as unknown[]) {
        if (part === Infinity || part === -Infinity) throw tooLarge();
        if (isNested(part)) inner.push(part);
      }
    }
    level = inner;
  }
}

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;

const tooLarge = (): Refused =>
  new Refused(400, "The body holds a number that is too large. Send numbers of an ordinary size.");
