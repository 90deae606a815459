import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { startLocal } from "../../functions/local/start.ts";
import { localAdminToken } from "../../tools/recovery/ask-admin.ts";
import { environment } from "../functions/settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lp-recovery-command-"));
const at = (name: string): string => join(folder, name);
const filled = startLocal({ port: 0, folder: at("filled"), writeLog: () => undefined });
const empty = startLocal({ port: 0, folder: at("empty"), writeLog: () => undefined });
afterAll(async () => {
  await (await filled).stop();
  await (await empty).stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm run recovery -- …` as npm does. */
const recovery = (...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "tools/recovery.ts", ...args],
      { cwd: root, env: environment({}) },
      (error, stdout, stderr) => {
        done({ code: error?.code ?? 0, stdout, stderr });
      },
    );
  });

describe("npm run recovery", () => {
  test("writes an export, puts it into an empty service, and says that the two hold the same", async () => {
    const from = (await filled).url;
    const token = await localAdminToken(from);
    const put = await fetch(`${from}/api/v1/practitioners/T1`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Sam Testassistant", role: "Social Work Assistant", team: "Dover" }),
    });
    expect(put.status).toBe(201);
    writeFileSync(at("token"), `${token}\n`);

    const written = await recovery("export", at("first"), "--url", from, "--token", at("token"));
    expect(written).toMatchObject({ code: 0, stderr: "" });
    expect(written.stdout).toMatch(/^Wrote [\d,]+ items in 1 page to /);
    const back = await recovery("import", at("first"), "--url", (await empty).url);
    expect(back.stderr).toBe("");
    expect(back.stdout).toMatch(/^Put back \d+ items/);
    expect(await recovery("export", at("second"), "--url", (await empty).url)).toMatchObject({ code: 0 });
    // Whoever signs in on a machine becomes a member there, so this one's membership was written a second time.
    expect(await recovery("compare", at("first"), at("second"))).toMatchObject({
      code: 1,
      stdout: "MEMBERS: 1 differ\nThe two exports differ.\n",
    });
    expect(await recovery("compare", at("first"), at("first"))).toEqual({
      code: 0,
      stdout: "The two exports hold the same.\n",
      stderr: "",
    });
  });

  test("leaves an export alone that is in the folder, and refuses one that has lost a page", async () => {
    const before = readFileSync(join(at("first"), "page-0001.jsonl"), "utf8");
    const again = await recovery("export", at("first"), "--url", (await filled).url);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("is not empty");
    expect(readdirSync(at("first"))).toEqual(["page-0001.jsonl"]);
    expect(readFileSync(join(at("first"), "page-0001.jsonl"), "utf8")).toBe(before);
    writeFileSync(join(at("second"), "page-0003.jsonl"), before);
    expect((await recovery("import", at("second"), "--url", (await empty).url)).stderr).toContain(
      "page-0002.jsonl is missing",
    );
  });

  test("passes on why the service refused, and how it is called", async () => {
    const refused = await recovery("import", at("first"), "--url", (await filled).url);
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        "POST /import was refused (409). The table is not empty. An import needs an empty one, so that nothing is overwritten.\n",
    });
    expect((await recovery("restore", "somewhere")).stderr).toContain("npm run recovery -- export FOLDER");
    expect((await recovery("compare", "one")).code).toBe(2);
  });
});
