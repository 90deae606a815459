import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { environment } from "../settings.ts";
import { sendMonth, speaker, wireRow, PRACTITIONERS, type Receipt, type Service } from "./caller.ts";

const START = fileURLToPath(new URL("../../../tools/start.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lp-kill-"));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });

/** `npm start` as a process of its own, ready when its health check says so. */
async function start(): Promise<Service & { readonly kill: (signal: NodeJS.Signals) => Promise<number | null> }> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", START], {
    env: environment({ PORT: String(port), LP_DATA: folder }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said.push(chunk.toString());
    });
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + 30_000;
  while (!said.join("").includes("The service is ready at")) {
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error(`npm start did not become ready: ${said.join("").slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    token: async (name, roles, teams = []) => {
      const response = await fetch(`${url}/local/token`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name, roles, teams }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    kill: (signal) =>
      new Promise((resolve) => {
        child.once("exit", (code) => {
          running.delete(child);
          resolve(code);
        });
        child.kill(signal);
      }),
  };
}

/** Two hundred different snapshots: four teams, fifty months that the policy still keeps. */
const TEAMS = ["dover", "thanet", "gravesend", "sevenoaks"] as const;
const FIRST_YEAR = new Date().getFullYear() - 5;
const teamOf = (n: number): string => TEAMS[n % 4] ?? TEAMS[0];
const monthOf = (n: number): string =>
  `${FIRST_YEAR + Math.floor(n / 48)}-${String((Math.floor(n / 4) % 12) + 1).padStart(2, "0")}`;
/** Rows of any month: no date on them lies after it. */
const UNDATED = { leadFrom: "", lastSupervision: "" };
const nameOf = (n: number): string => `${teamOf(n)} ${monthOf(n)}`;

test("npm start is ready with the sample, keeps its data over a restart, and stops when asked", async () => {
  const first = await start();
  const admin = speaker(first, await first.token("Test Admin", ["Admin"]));
  const { items } = await admin.ok<{ items: unknown[] }>("GET", "/practitioners?limit=200");
  expect(items).toHaveLength(15);
  for (const [id, person] of Object.entries(PRACTITIONERS)) await admin.ok("PUT", `/practitioners/${id}`, person);
  expect(await first.kill("SIGTERM")).toBe(0);
  const second = await start();
  const again = speaker(second, await second.token("Test Admin", ["Admin"]));
  expect((await again.ok<{ items: unknown[] }>("GET", "/practitioners?limit=200")).items).toHaveLength(18);
  expect(await second.kill("SIGINT")).toBe(0);
});

test("a kill in the middle of two hundred uploads loses no part or receipt that was acknowledged, and shows no half snapshot", async () => {
  const parts = new Map<string, number[]>();
  const receipts: Receipt[] = [];
  let next = 0;
  for (const uploads of [60, 130, 200]) {
    const service = await start();
    const { ok } = speaker(service, await service.token("Demo Manager", ["Manager"], TEAMS));
    const upload = async (): Promise<void> => {
      for (let n = next++; n < uploads; n = next++) {
        const rows = [1, 2, 3, 4].map((row) => wireRow(`K-${n}-${row}`, { ...UNDATED, team: teamOf(n) }));
        const { uploadId } = await ok<{ uploadId: string }>("POST", "/snapshots", {
          team: teamOf(n),
          month: monthOf(n),
          rows: rows.length,
          parts: 2,
        });
        parts.set(uploadId, []);
        for (const part of [1, 2]) {
          await ok("PUT", `/snapshots/uploads/${uploadId}/parts/${part}`, { rows: rows.slice(part * 2 - 2, part * 2) });
          parts.get(uploadId)?.push(part);
        }
        receipts.push(await ok<Receipt>("POST", `/snapshots/uploads/${uploadId}/commit`));
      }
    };
    // The last round is let through to its end; the others are cut off somewhere in their middle.
    const working = Promise.allSettled([upload(), upload(), upload()]);
    if (uploads < 200) {
      const isFarEnough = async (): Promise<void> => {
        while (next < uploads - 30) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await Promise.race([isFarEnough(), working]);
      await service.kill("SIGKILL");
      await working;
      expect(next, "cut off somewhere in the middle").toBeGreaterThanOrEqual(uploads - 30);
      next = uploads;
      continue;
    }
    expect((await working).filter(({ status }) => status === "rejected")).toEqual([]);
    expect(receipts.length).toBeGreaterThan(80);
    const committed = new Set(receipts.map((receipt) => `${receipt.team} ${receipt.month}`));
    for (const [uploadId, sent] of parts) {
      const { held } = await ok<{ held: { part: number }[] }>("GET", `/snapshots/uploads/${uploadId}`);
      expect(
        held.map(({ part }) => part),
        uploadId,
      ).toEqual(expect.arrayContaining(sent));
    }
    for (let n = 0; n < 200; n += 1) {
      const { items: all } = await ok<{ items: Receipt[] }>(
        "GET",
        `/snapshots?team=${teamOf(n)}&from=${monthOf(n)}&to=${monthOf(n)}`,
      );
      // The sample has sent lists of its own, none of four rows.
      const items = all.filter((receipt) => receipt.rows === 4);
      if (committed.has(nameOf(n))) expect(items, nameOf(n)).toHaveLength(1);
      if (items.length > 0)
        expect(
          (await ok<{ items: unknown[] }>("GET", `/snapshots/${teamOf(n)}/${monthOf(n)}`)).items,
          nameOf(n),
        ).toHaveLength(4);
    }
    // What was cut off can be finished: sending the month again gives a whole snapshot.
    expect(await sendMonth(ok, teamOf(0), monthOf(0), [wireRow("K-900", UNDATED)])).toMatchObject({ rows: 1 });
    await service.kill("SIGTERM");
  }
}, 120_000);
