import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { npmRun } from "./npm-run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lp-written-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a file that was written is the one that the project has. */
const isAsKept = (written: string, kept: string): boolean =>
  readFileSync(join(folder, written)).equals(readFileSync(join(root, kept)));

test("npm run docs writes the references as they are kept", async () => {
  expect(await npmRun("docs", [join(folder, "docs")])).toMatchObject({ code: 0, stderr: "" });
  for (const page of ["rules/README.md", "docs/measures.md"])
    expect([page, isAsKept(`docs/${page}`, page)]).toEqual([page, true]);
});

test("npm run functions writes down what Excel is told of the functions as it is kept", async () => {
  expect(await npmRun("functions", [join(folder, "functions.json")])).toMatchObject({ code: 0, stderr: "" });
  expect(isAsKept("functions.json", "addin/formulas/functions.released.json")).toBe(true);
});

test("npm run icons draws the icons as they are kept", async () => {
  expect(await npmRun("icons", [join(folder, "icons")])).toMatchObject({ code: 0, stderr: "" });
  const icons = readdirSync(join(folder, "icons"));
  expect(icons.sort()).toEqual(readdirSync(join(root, "addin/icons")).sort());
  expect(icons.filter((icon) => !isAsKept(`icons/${icon}`, `addin/icons/${icon}`))).toEqual([]);
});

test("npm run sample writes the sample workbook as it is kept", async () => {
  expect(await npmRun("sample", [join(folder, "sample/one.xlsx")])).toMatchObject({ code: 0, stderr: "" });
  expect(isAsKept("sample/one.xlsx", "web/workbench/sample/allocations.xlsx")).toBe(true);
});

test("npm run build writes the bundles, the add-in and the pages into a folder", async () => {
  const { code, stdout, stderr } = await npmRun("build", [join(folder, "built")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Wrote built/addin, built/workbench, built/evaluation and built/admin.");
  for (const file of [
    "lambda/api/index.mjs",
    "lambda/monthly/index.mjs",
    "addin/addin.js",
    "addin/manifest.xml",
    "workbench/index.html",
    "evaluation/evaluation.html",
    "admin/admin.html",
  ])
    expect([file, existsSync(join(folder, "built", file))]).toEqual([file, true]);
});

test("npm run synth writes the templates of a stage into a folder, and says which stages there are", async () => {
  const { code, stdout } = await npmRun("synth", ["dev", join(folder, "synth")]);
  expect(code).toBe(0);
  expect(stdout).toContain("Wrote LeadProfessional-dev.template.json.");
  expect(existsSync(join(folder, "synth/cdk/LeadProfessional-dev.template.json"))).toBe(true);
  const unknown = await npmRun("synth", ["nowhere", join(folder, "synth")]);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toMatch(/nowhere/);
});
