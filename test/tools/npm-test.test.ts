import { expect, test } from "vitest";
import { npmRun } from "./npm-run.ts";

test("npm test of one file passes when that file passes, and asks for no coverage", async () => {
  const { code, stdout } = await npmRun("test", ["test/rules/dates.test.ts"]);
  expect(stdout).toMatch(/Test Files .*1 passed/);
  expect(stdout).not.toMatch(/coverage/i);
  expect(code).toBe(0);
});

test("npm test of a room runs that room's tests", async () => {
  const { code, stdout } = await npmRun("test", ["--project", "xlsx", "test/xlsx/addresses"]);
  expect(stdout).toMatch(/Test Files .*1 passed/);
  expect(code).toBe(0);
  expect((await npmRun("test", ["--project", "xlsx", "test/rules/dates.test.ts"])).code).toBe(1);
});
