import { expect, test } from "vitest";
import { editAgainstRecheck } from "../../tools/bench/edit.ts";

test.each([10, 40])("an edit in the middle of %i rows is checked, whatever its cell said before", async (rows) => {
  expect(await editAgainstRecheck(rows, 1)).toMatchObject({ rows });
});
