import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startLocal } from "../../../functions/local/start.ts";
import { tour } from "./tour.ts";

const lines: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "lp-node-"));
const local = startLocal({
  port: 0,
  folder,
  writeLog: (line) => {
    lines.push(line);
  },
});
afterAll(async () => {
  await (await local).stop();
});

tour("the service on Node, over its embedded database", async () => {
  const { url, signIn } = await local;
  return {
    url,
    token: (name, roles, teams = []) =>
      signIn({ name, roles: [...roles] as Parameters<typeof signIn>[0]["roles"], teams: [...teams] }),
  };
});

test("two services cannot use the same data, and the second says so", async () => {
  await local;
  await expect(startLocal({ port: 0, folder, writeLog: () => undefined })).rejects.toThrow(/\w+ \w+/);
});

test("the log holds events of the catalogue and no case data", () => {
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) as string, at: expect.any(String) as string });
  expect(lines.join("\n")).not.toMatch(/C-[123]|Testassistant|Ann Example/);
});
