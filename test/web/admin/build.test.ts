import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildAdmin } from "../../../tools/build/admin.ts";

const deployed = mkdtempSync(join(tmpdir(), "lp-admin-"));
const signIn = {
  clientId: "11111111-2222-4333-8444-555555555555",
  tenantId: "council.example",
  scope: "api://lead-professional/access_as_user",
};
const read = (file: string): string => readFileSync(join(deployed, file), "utf8");

beforeAll(async () => {
  await buildAdmin(deployed, { base: "https://addins.council.example/addin", signIn });
});

describe("the built administration page", () => {
  test("has every file that its pages name, and the one that it loads later", () => {
    for (const page of ["admin.html", "signed-in.html"]) {
      for (const [, file = ""] of read(page).matchAll(/(?:src|href)="(?!data:)([^"]+)"/g))
        expect(existsSync(join(deployed, file)), file).toBe(true);
    }
    expect(existsSync(join(deployed, "entra.js"))).toBe(true);
  });

  test("leaves Microsoft's client to whoever signs in with it, and the workbench out altogether", () => {
    expect(read("main.js")).not.toContain("login.microsoftonline.com");
    expect(read("main.js")).not.toMatch(/univer|Excel\.run/i);
    expect(read("main.js").length).toBeLessThan(300_000);
  });

  test("says how people sign in where it is deployed", () => {
    expect(JSON.parse(read("settings.json"))).toEqual({ api: "/api/v1", signIn: { kind: "entra", ...signIn } });
  });
});
