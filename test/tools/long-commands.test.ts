import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startLocal } from "../../functions/local/start.ts";
import type { Results } from "../../tools/bench/table.ts";
import { npmRun } from "./npm-run.ts";

describe("npm run bench", () => {
  test("takes every measure once with --few, and everyone agrees on every row", { timeout: 300_000 }, async () => {
    const { code, stdout } = await npmRun("bench", ["--few", "--json"]);
    expect(code).toBe(0);
    const { whole, memory, subset, edits, start, goals } = JSON.parse(stdout) as Results;
    expect(whole.speeds.map(({ rows }) => rows)).toEqual([20, 200, 2_000]);
    expect(new Set(subset.map(({ name }) => name)).size).toBe(6);
    for (const measured of [
      memory.ratio,
      ...edits.map(({ ratio }) => ratio.wall),
      start.ratio.wall,
      ...goals.map(({ wall }) => wall),
    ])
      expect(measured).toBeGreaterThan(0);
  });

  test("is refused without a number of rounds that can be gone", async () => {
    expect(await npmRun("bench", ["--rounds", "none"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("npm run prove", () => {
  test("goes through a proof once with --few", { timeout: 180_000 }, async () => {
    const { code, stdout } = await npmRun("prove", ["--few", "killed"]);
    expect(stdout).toMatch(/Tests .*1 passed/);
    expect(code).toBe(0);
  });

  test("says which proofs there are when none has the name", async () => {
    const { code, stderr } = await npmRun("prove", ["nothing"]);
    expect(code).toBe(2);
    expect(stderr).toContain("test/addin/sending/killed.test.ts");
  });
});

describe("npm run seed:year", () => {
  test("sends the months that it is asked for, and nothing twice", { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lp-seed-year-"));
    const service = await startLocal({ port: 0, folder, writeLog: () => undefined });
    const settings = { PORT: new URL(service.url).port };
    try {
      const first = await npmRun("seed:year", ["--months", "1"], { settings });
      expect(first).toMatchObject({ code: 0, stderr: "" });
      expect(first.stdout).toMatch(/^Sending 2024-04 …\nSent 9 lists with [\d,]+ invented rows/);
      const again = await npmRun("seed:year", ["--months", "1"], { settings });
      expect(again.stdout).toContain("Sent 0 lists with 0 invented rows");
    } finally {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    const nobody = await npmRun("seed:year", ["--months", "1"], { settings });
    expect(nobody).toMatchObject({ code: 1, stdout: "" });
    expect(nobody.stderr).not.toBe("");
  });

  test("is refused more months than a year has", async () => {
    expect(await npmRun("seed:year", ["--months", "13"])).toMatchObject({ code: 2, stdout: "" });
  });
});
