import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseHashKeys } from "../../functions/hashing/hash-keys.ts";
import { environment } from "../functions/settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a tool as its npm script does; `typed` goes to its input. */
const run = (
  tool: string,
  args: readonly string[],
  typed = "",
): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", tool, ...args],
      { cwd: root, env: environment({}) },
      (error, stdout, stderr) => {
        done({ code: error?.code ?? 0, stdout, stderr });
      },
    );
    child.stdin?.end(typed);
  });

test("npm run golden works through the worked cases, and all of them pass", async () => {
  const { code, stdout } = await run("tools/golden.ts", ["test/golden/cases.json"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\d+ passed, 0 failed/);
});

test("npm run check finds what is wrong with the sample", async () => {
  const { code, stdout } = await run("tools/check.ts", ["web/workbench/sample/allocations.xlsx"]);
  expect(code).toBe(1);
  expect(stdout).toContain("Not eligible");
});

test("npm run hash-key makes a first key and then one more, and nothing of nothing", async () => {
  const first = await run("tools/hash-key.ts", ["--first"]);
  expect(parseHashKeys(first.stdout).newest).toBe(1);
  const next = parseHashKeys((await run("tools/hash-key.ts", [], first.stdout)).stdout);
  expect([next.newest, next.byVersion.get(1)]).toEqual([2, parseHashKeys(first.stdout).byVersion.get(1)]);
  expect(await run("tools/hash-key.ts", [])).toMatchObject({ code: 1, stdout: "" });
});
