import { zValidator } from "@hono/zod-validator";
import type { ValidationTargets } from "hono";
import type * as z from "zod";
import { Refusal } from "./problem.ts";

const DEEPEST = 20;

/** Refuses JSON nested deeper than any request is, and numbers too large to be numbers (`1e999` parses to Infinity). */
function refuseUnusableJson(value: unknown): void {
  let level: object[] = isNested(value) ? [value] : [];
  if (value === Infinity || value === -Infinity) throw tooLarge();
  // Level by level and without recursion, so that nothing that is sent can exhaust the stack.
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new Refusal(
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

const tooLarge = (): Refusal =>
  new Refusal(400, "The body holds a number that is too large. Send numbers of an ordinary size.");

const LONGEST_KEY = 60;

/** A path such as `rows[3].lead`. A key that is not ours may be of any length: its beginning is enough to find it. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : String(part).slice(0, LONGEST_KEY)))
    .join(".")
    .replaceAll(".[", "[");

/** Validates a part of a request; a refusal names the paths and never repeats a value. */
export const validate = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(
    target,
    schema,
    (result) => {
      if (result.success) return;
      const issues = result.error.issues.slice(0, 20);
      const paths = issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.slice(0, 20).map((key) => pathOf([...issue.path, key]))
          : [pathOf(issue.path)],
      );
      const reasons = [...new Set(issues.map(({ code }) => REASONS[code] ?? "of the wrong form"))].join("; ");
      throw new Refusal(
        422,
        `Some values cannot be used: ${reasons}. See the paths.`,
        [...new Set(paths)].filter((path) => path !== ""),
      );
    },
    {
      validationFunction: (ours, value) => {
        refuseUnusableJson(value);
        // The option's type leaves the schema open, which no parse of a certain schema can match.
        return ours.safeParseAsync(value) as never;
      },
    },
  );

const REASONS: Readonly<Partial<Record<string, string>>> = {
  invalid_type: "of the wrong type",
  unrecognized_keys: "not known here",
  too_small: "too small or too short",
  too_big: "too large or too long",
  invalid_format: "of the wrong form",
  invalid_value: "not one of those allowed",
  invalid_union: "of none of the forms allowed",
  custom: "not usable",
};
