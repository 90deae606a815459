import { ESLint } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The project's own rules, but for those that need the types of the whole project, which take a minute to come. */
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** The reasons that are given for a line, were it to stand in a file. */
async function saidOf(file: string, line: string): Promise<string> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: `${root}${file}` });
  return (result?.messages ?? []).map(({ message }) => message).join("\n");
}

describe("npm run lint", () => {
  test("runs programs that are installed", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: Record<string, string> };
    const programs = (scripts["lint"] ?? "").split(" && ").map((command) => command.split(" ")[0] ?? "");
    expect(programs).toEqual(["node", "eslint", "tsc", "prettier", "knip"]);
    expect(programs.filter((name) => name !== "node" && !existsSync(`${root}node_modules/.bin/${name}`))).toEqual([]);
  });

  test.each([
    ["rules/one.ts", 'export { a } from "../xlsx/addresses.ts";', /imports only itself/],
    ["rules/one.ts", 'export { a } from "zod";', /imports no package/],
    ["rules/one.ts", "export const now = Date.now();", /no clock/],
    ["xlsx/one.ts", 'export { a } from "../rules/check.ts";', /knows nothing of rules/],
    ["ui/one.ts", 'export { a } from "../client/requests.ts";', /neither rules nor service/],
    ["client/one.ts", 'export { a } from "../functions/app.ts";', /takes types alone/],
    ["addin/one.ts", 'export { a } from "../functions/app.ts";', /never ships to Excel/],
    ["addin/checking/one.ts", 'export { a } from "../pane/pane.tsx";', /stands before .*pane: no arrow runs back/],
    ["addin/workbook/one.ts", 'export { a } from "../model/desk.ts";', /stands before .*model/],
    ["addin/pane/one.ts", "export const app = Excel;", /only in addin\/workbook/],
    ["web/admin/one.ts", 'export { a } from "../../addin/addin.ts";', /nothing of Excel/],
    ["functions/one.ts", 'export { a } from "../addin/addin.ts";', /rules\/ alone/],
    ["functions/routes/one.ts", 'export { a } from "@aws-sdk/client-sns";', /AWS SDK appears only/],
    ["functions/store/one.ts", 'export { a } from "../../addin/addin.ts";', /rules\/ alone/],
    ["infra/one.ts", 'export { a } from "../rules/check.ts";', /deploys what is built/],
    ["tools/one.ts", 'export { a } from "../test/settings.ts";', /every room but the tests/],
    ["tools/one.ts", 'export { a } from "@aws-sdk/client-sns";', /AWS SDK appears only/],
    ["test/one.ts", 'export { a } from "@aws-sdk/client-sns";', /AWS SDK appears only/],
    ["test/one.ts", 'export const port = process.env["PORT"];', /only in a side's settings/],
    ["functions/one.ts", 'import { z } from "zod"; export const a = z;', /import \* as z/],
  ])("in %s, says why not: %s", async (file, line, why) => {
    expect(await saidOf(file, line)).toMatch(why);
  });

  test.each([
    ["client/one.ts", 'export type { A } from "../functions/app.ts";'],
    ["addin/workbook/one.ts", "export const app = Excel;"],
    ["functions/store/one.ts", 'export { a } from "@aws-sdk/client-sns";'],
    ["functions/settings.ts", 'export const port = process.env["PORT"];'],
  ])("in %s, says nothing of %s", async (file, line) => {
    expect(await saidOf(file, line)).toBe("");
  });

  test("wants no file over 250 lines", async () => {
    expect(await saidOf("test/one.ts", Array.from({ length: 251 }, () => "// A line.").join("\n"))).toMatch(
      /too many lines/,
    );
    expect(await saidOf("test/one.ts", Array.from({ length: 250 }, () => "// A line.").join("\n"))).toBe("");
  });
});
