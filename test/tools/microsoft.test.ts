import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { LOCAL_BASE, manifestFor } from "../../tools/build/manifest.ts";
import { npmRun, type Ended } from "./npm-run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lp-microsoft-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs Node, and shows on stderr where it would have connected to. */
const watched = (...args: string[]): Promise<Ended> =>
  new Promise((done) => {
    const before = ["--require", join(root, "test/tools/support/connections.cjs")];
    execFile(process.execPath, [...before, ...args], { cwd: root }, (error, stdout, stderr) => {
      done({ code: error?.code ?? 0, stdout, stderr });
    });
  });

describe("what Microsoft's packages tell Microsoft of who uses them", () => {
  const usageData = "node_modules/office-addin-usage-data/cli.js";

  test("would be noticed", async () => {
    for (const asking of ['fetch("https://example.org/")', 'require("node:https").get("https://example.org/")']) {
      const { stderr } = await watched("--eval", asking);
      expect([asking, stderr]).toEqual([asking, expect.stringContaining("CONNECTS example.org\n")]);
    }
  });

  test("is nothing, even once it has been switched on", async () => {
    expect(await watched(usageData, "on")).toMatchObject({ code: 0, stderr: "" });
    expect(await watched(usageData, "list")).toEqual({ code: 0, stdout: "No usage data settings.\n", stderr: "" });
  });

  test("is nothing when a command of ours fails by way of them", async () => {
    const failing =
      'const { logErrorMessage } = require("office-addin-cli"); logErrorMessage(new Error("It cannot be done."));';
    expect(await watched("--eval", failing)).toEqual({ code: 0, stdout: "", stderr: "Error: It cannot be done.\n" });
  });

  test("is nothing when their generator reads the functions", async () => {
    const reading =
      'const { parseTree } = require("custom-functions-metadata"); console.log(parseTree("/** @customfunction ONE */\\nfunction one() { return 1; }", "one").functions.length);';
    expect(await watched("--eval", reading)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
  });
});

describe("npm run validate", () => {
  test("says what it sends where, and without the internet that it could not be asked", async () => {
    const manifest = join(folder, "manifest of a council.xml");
    writeFileSync(manifest, manifestFor(LOCAL_BASE));
    const nobody = {
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_cache: join(folder, "cache"),
      npm_config_fetch_retries: "0",
    };
    const { code, stdout, stderr } = await npmRun("validate", [manifest], { settings: nobody });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Asking Microsoft about .*manifest of a council\.xml\. This needs the internet/);
    expect(stderr).toMatch(/or could not be asked.*Without the internet it cannot be asked\.\n$/s);
  });

  test("says which manifest is missing, and what writes one", async () => {
    const { code, stdout, stderr } = await npmRun("validate", [join(folder, "none.xml")]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Error: There is no .*none\.xml\. npm run build writes/);
  });
});
