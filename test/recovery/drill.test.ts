import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startLocal } from "../../functions/local/start.ts";
import { askAdmin } from "../../tools/recovery/ask-admin.ts";
import { differences, exported, importAll } from "../../tools/recovery/transfer.ts";
import { fill } from "./filled.ts";
import { EVERYONE, PEOPLE, TEAMS_OF, type Ask, type Who } from "./people.ts";
import { differing, everyRead, trail } from "./reads.ts";

const parent = await mkdtemp(join(tmpdir(), "lp-recovery-"));
const folder = join(parent, "data");
const started: { stop: () => Promise<void> }[] = [];
afterAll(async () => {
  for (const service of started) await service.stop().catch(() => undefined);
  await rm(parent, { recursive: true, force: true });
});

async function start(port: number) {
  const service = await startLocal({ port, folder, writeLog: () => undefined });
  started.push(service);
  return service;
}

const askOver =
  (url: string, tokens: ReadonlyMap<Who, string>): Ask =>
  async (who, method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(who) ?? ""}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, etag: response.headers.get("etag"), text: await response.text() };
  };

const pagesOf = async (admin: ReturnType<typeof askAdmin>): Promise<string[]> => {
  const pages: string[] = [];
  for await (const page of exported(admin)) pages.push(page);
  return pages;
};

test(
  "a service that is exported, wiped and imported answers everybody over HTTP as it did before",
  { timeout: 180_000 },
  async () => {
    const first = await start(0);
    const tokens = new Map<Who, string>();
    for (const who of EVERYONE)
      tokens.set(
        who,
        await first.signIn({ name: PEOPLE[who].name, roles: [...PEOPLE[who].roles], teams: [...TEAMS_OF[who]] }),
      );
    const ask = askOver(first.url, tokens);
    const admin = askAdmin(first.url, tokens.get("Admin") ?? "");
    const upload = await fill(ask);
    const before = await everyRead(ask, upload);
    const trailBefore = await trail(ask);
    const pages = await pagesOf(admin);

    // What is there is never written over, and a refused import changes nothing.
    await expect(importAll(admin, pages)).rejects.toThrow("The table is not empty");
    expect([...differences(pages, await pagesOf(admin))]).toEqual([]);

    await first.stop();
    // The table goes; the hash keys stay, as they do in the secret store, and the issuer's key, as it does with Microsoft.
    await rm(join(folder, "table"), { recursive: true });
    const second = await start(Number(new URL(first.url).port));
    const empty = await everyRead(ask, upload);
    expect(differing(before, empty).length).toBeGreaterThan(100);

    expect(await importAll(admin, pages)).toMatchObject({ held: 0 });
    expect(differing(before, await everyRead(ask, upload))).toEqual([]);
    expect([...differences(pages, await pagesOf(admin))]).toEqual([]);

    // The trail is what it was, with what has happened since on top.
    const trailAfter = await trail(ask);
    expect(trailBefore.length).toBeGreaterThan(200);
    expect(trailAfter.slice(-trailBefore.length)).toEqual(trailBefore);
    await second.stop();
  },
);
