import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import type { Entry } from "../../../functions/store/table.ts";

const WRITER = fileURLToPath(new URL("./writing-child.ts", import.meta.url));
const ROUNDS = 4;
/** Elsewhere a process's number is all that can be known of it. */
const isLinux = process.platform === "linux";

let folder: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "engine-"));
  path = join(folder, "deeper", "data");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A child process that writes: what it has said was acknowledged, and the line with which it fails. */
function writer(round: number) {
  const child = spawn(process.execPath, ["--import", "tsx", WRITER, path, String(round)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const acknowledged: string[] = [];
  let complaint = "";
  child.stderr.on("data", (some: Buffer) => {
    complaint += some.toString();
  });
  const lines = createInterface(child.stdout).on("line", (line) => acknowledged.push(line));
  const ended = once(child, "close");
  return { child, acknowledged, lines, ended, complaint: () => complaint };
}

async function held(): Promise<Map<string, Entry>> {
  const engine = await startEngine({ path });
  await createTable(engine.client, "kept");
  const table = dynamoTable({ client: engine.client, tableName: "kept", now: () => new Date(), log: () => undefined });
  const { entries } = await table.list("P");
  await engine.close();
  return new Map(entries.map((entry) => [entry.sk, entry]));
}

describe("the embedded engine on a path", () => {
  test("has every acknowledged write after its process was killed, round after round", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { child, acknowledged: some, lines, ended, complaint } = writer(round);
      const failed = ended.then(() => {
        if (some.length < 60 + 70 * round) throw new Error(complaint());
      });
      while (some.length < 60 + 70 * round) await Promise.race([once(lines, "line"), failed]);
      child.kill("SIGKILL");
      await ended;
      acknowledged.push(...some);
      const there = await held();
      expect(acknowledged.filter((sk) => there.get(sk)?.body.toString().startsWith(`${sk} `) !== true)).toEqual([]);
      // Of the writes under way when it was killed, one a writer, some took place.
      expect(there.size).toBeLessThanOrEqual(acknowledged.length + 4 * (round + 1));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(60 + 130 + 200 + 270);
  });

  test("keeps what it held through a close", async () => {
    const engine = await startEngine({ path });
    await createTable(engine.client, "kept");
    await createTable(engine.client, "kept");
    const table = dynamoTable({
      client: engine.client,
      tableName: "kept",
      now: () => new Date(),
      log: () => undefined,
    });
    await table.put({ pk: "P", sk: "S" }, new Uint8Array([0, 255]));
    await engine.close();
    await engine.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect((await held()).get("S")?.body).toEqual(new Uint8Array([0, 255]));
  });
});

describe("the lock of a path", () => {
  test("refuses a second engine in the same process", async () => {
    const engine = await startEngine({ path });
    await expect(startEngine({ path })).rejects.toThrow(
      `The data in ${path} is in use by process ${process.pid}: stop that one first.`,
    );
    await engine.close();
    await (await startEngine({ path })).close();
  });

  test("refuses a second process, with a sentence", async () => {
    const engine = await startEngine({ path });
    const { ended, complaint } = writer(0);
    await ended;
    expect(complaint()).toContain(`The data in ${path} is in use by process ${process.pid}: stop that one first.`);
    await engine.close();
  });

  test.each([
    ["of a process that has ended", "4194304"],
    ["of this process's number, from before a restart", String(process.pid)],
    ["cut short", ""],
  ])("%s is taken over", async (_, content) => {
    await (await startEngine({ path })).close();
    writeFileSync(`${path}.lock`, content);
    const engine = await startEngine({ path });
    expect(readFileSync(`${path}.lock`, "utf8").split(" ")[0]).toBe(String(process.pid));
    await engine.close();
  });

  test.runIf(isLinux)("of a number that has since passed to another is taken over", async () => {
    await (await startEngine({ path })).close();
    writeFileSync(`${path}.lock`, `${process.ppid} 1`);
    await (await startEngine({ path })).close();
  });

  test.runIf(isLinux)("of a killed process is taken over before anybody has waited for that process", async () => {
    const parent = spawn(
      "sh",
      ["-c", `"$0" --import tsx "$1" "$2" 0 & echo $!; exec sleep 30`, process.execPath, WRITER, path],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    children.push(parent);
    const lines = createInterface(parent.stdout);
    const [pid] = (await once(lines, "line")) as [string];
    await once(lines, "line");
    process.kill(Number(pid), "SIGKILL");
    await new Promise((done) => setTimeout(done, 100));
    await (await startEngine({ path })).close();
  });
});

describe("the embedded engine", () => {
  test("outlives a request that is broken off", async () => {
    const engine = await startEngine();
    const socket = connect(Number(new URL(engine.endpoint).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 1000\r\n\r\n{",
    );
    await new Promise((done) => setTimeout(done, 50));
    socket.resetAndDestroy();
    await createTable(engine.client, "still-there");
    await engine.close();
  });
});
