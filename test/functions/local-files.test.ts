import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashKeysInFile } from "../../functions/local/hash-key-file.ts";
import { localIssuer } from "../../functions/local/issuer.ts";
import { memoryTable } from "../../functions/store/memory.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-files-"));
});
afterEach(() => rm(folder, { recursive: true }));

const now = () => new Date("2024-11-30T12:00:00Z");
const issuer = () =>
  localIssuer({ folder, issuer: "http://localhost:3000", audience: "a", scope: "s", table: memoryTable(now), now });

test.each(["", "{", '{"newest":1}', "null"])(
  "hash keys that are torn (%j) are refused with what to do, and kept",
  async (text) => {
    const file = join(folder, "hash-keys.json");
    await writeFile(file, text);
    await expect(hashKeysInFile(folder)).rejects.toThrow(/does not hold hash keys any more\. Put back a copy/);
    expect(await readFile(file, "utf8")).toBe(text);
  },
);

test.each(["", "{", "null", '{"kty":"RSA"}'])("a torn key of the issuer (%j) is made anew", async (text) => {
  await writeFile(join(folder, "local-issuer.json"), text);
  const { signIn } = await issuer();
  expect(await signIn({ name: "Demo Manager", roles: ["Manager"], teams: [] })).toContain(".");
  expect(JSON.parse(await readFile(join(folder, "local-issuer.json"), "utf8"))).toMatchObject({ kty: "RSA" });
});

test("both are written whole, for their owner alone, and leave nothing beside them", async () => {
  const first = await hashKeysInFile(folder);
  await issuer();
  expect((await readdir(folder)).sort()).toEqual(["hash-keys.json", "local-issuer.json"]);
  expect((await hashKeysInFile(folder)).byVersion).toEqual(first.byVersion);
  if (process.platform !== "win32")
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
});
