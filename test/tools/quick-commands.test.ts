import { expect, test } from "vitest";
import { parseHashKeys } from "../../functions/hashing/hash-keys.ts";
import { npmRun } from "./npm-run.ts";

test("npm run golden works through the worked cases, and all of them pass", async () => {
  const { code, stdout } = await npmRun("golden", ["test/golden/cases.json", "test/golden/cases-2026.json"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\d+ passed, 0 failed/);
});

test("npm run check finds what is wrong with the sample", async () => {
  const { code, stdout } = await npmRun("check", ["web/workbench/sample/allocations.xlsx"]);
  expect(code).toBe(1);
  expect(stdout).toContain("Not eligible");
});

test("npm run hash-key makes a first key and then one more, and nothing of nothing", async () => {
  const first = await npmRun("hash-key", ["--first"]);
  expect(parseHashKeys(first.stdout).newest).toBe(1);
  const next = parseHashKeys((await npmRun("hash-key", [], { typed: first.stdout })).stdout);
  expect([next.newest, next.byVersion.get(1)]).toEqual([2, parseHashKeys(first.stdout).byVersion.get(1)]);
  expect(await npmRun("hash-key")).toMatchObject({ code: 1, stdout: "" });
});
