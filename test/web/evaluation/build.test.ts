import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildEvaluation } from "../../../tools/build/evaluation.ts";

const here = mkdtempSync(join(tmpdir(), "lp-evaluation-"));
const deployed = mkdtempSync(join(tmpdir(), "lp-evaluation-"));
const signIn = {
  clientId: "11111111-2222-4333-8444-555555555555",
  tenantId: "council.example",
  scope: "api://lead-professional/access_as_user",
};
const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

beforeAll(async () => {
  await Promise.all([
    buildEvaluation(here),
    buildEvaluation(deployed, { base: "https://addins.council.example/addin", signIn }),
  ]);
});

describe("the built evaluation page", () => {
  test("has every file that its pages name, and those that it loads later", () => {
    for (const page of ["evaluation.html", "signed-in.html"]) {
      for (const [, file = ""] of read(here, page).matchAll(/(?:src|href)="(?!data:)([^"]+)"/g))
        expect(existsSync(join(here, file)), file).toBe(true);
    }
    expect(["entra.js", "charts.js"].filter((file) => !existsSync(join(here, file)))).toEqual([]);
  });

  test("leaves Microsoft's client to whoever signs in with it, and Excel out altogether", () => {
    expect(read(here, "main.js")).not.toContain("login.microsoftonline.com");
    expect(read(here, "main.js").length).toBeLessThan(120_000);
    for (const file of ["main.js", "evaluation.html"]) expect(read(here, file)).not.toMatch(/office\.js|Excel\.run/);
  });

  test("says how people sign in where it is deployed; on this machine the server does", () => {
    expect(JSON.parse(read(deployed, "settings.json"))).toEqual({
      api: "/api/v1",
      signIn: { kind: "entra", ...signIn },
    });
    expect(existsSync(join(here, "settings.json"))).toBe(false);
  });
});
