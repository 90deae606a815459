import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CODEBOOK, entryOf } from "../../../web/evaluation/codebook.ts";
import { THEMES } from "../../../web/evaluation/feedback.ts";
import { MEASURE_IDS } from "../../../functions/snapshots/measure-ids.ts";
import { ROW_MEASURES } from "../../../functions/snapshots/row-measures.ts";
import { FEEDBACK_THEMES } from "../../../functions/http/schemas.ts";
import { measureReference } from "../../../tools/docs/measure-reference.ts";

test("the codebook has every measure of the service once, in its order, and no other", () => {
  expect(CODEBOOK.map(({ id }) => id)).toEqual(MEASURE_IDS);
});

test("a measure that is a share says out of what, and a count does not", () => {
  for (const { id, isShare } of ROW_MEASURES) expect(entryOf(id).of !== undefined, id).toBe(isShare);
});

test("the themes of feedback are those that the service takes", () => {
  expect(Object.keys(THEMES)).toEqual(FEEDBACK_THEMES);
});

test("docs/measures.md says what the codebook says today (npm run docs writes it)", () => {
  expect(readFileSync(new URL("../../../docs/measures.md", import.meta.url), "utf8")).toBe(measureReference());
});
