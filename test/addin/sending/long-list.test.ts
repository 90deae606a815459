import { expect, test } from "vitest";
import { aWorld, children, listOf, PART } from "./world.ts";

test("20,000 rows are read, checked and put into words a hundred at a time at most", async () => {
  const world = await aWorld({ lists: [listOf(children(20_000))], limits: { rows: 2_000, characters: 1_000_000 } });
  const pane = await world.open();
  const preview = await pane.sending.preview("dover", "2024-11", undefined);
  expect(preview.rows).toBe(20_000);
  // None of the slices has more than a hundred rows: those of the list, and those of the check.
  expect(pane.slices.length).toBeGreaterThanOrEqual(400);
  pane.slices.splice(0);
  await pane.sending.send("dover", "2024-11", undefined);
  expect(pane.slices.length).toBeGreaterThanOrEqual(200);
  const sizes = world.to("PUT", PART).map(({ body }) => (body as { rows: unknown[] }).rows.length);
  expect(sizes.length).toBeGreaterThan(9);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000);
  expect(Math.max(...world.to("PUT", PART).map(({ body }) => JSON.stringify(body).length))).toBeLessThan(1_050_000);
  expect(pane.sending.state.value).toMatchObject({ is: "sent", receipt: { rows: 20_000 } });
});
