import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PICTURES } from "../../tools/pictures/take-pictures.ts";
import { npmRun } from "../tools/npm-run.ts";

const folder = mkdtempSync(join(tmpdir(), "lp-pictures-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PNG = "\x89PNG";

test("npm run pictures takes each picture of the guides from the product as it is", { timeout: 180_000 }, async () => {
  const { code, stderr } = await npmRun("pictures", [folder]);
  expect(code, stderr).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(PICTURES.map((name) => `${name}.png`).sort());
  for (const name of PICTURES) {
    const bytes = readFileSync(join(folder, `${name}.png`));
    expect(bytes.toString("latin1", 0, 4)).toBe(PNG);
    expect(bytes.length).toBeGreaterThan(10_000);
  }
});
