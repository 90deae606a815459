import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createApp } from "../app.ts";
import { startEngine } from "./dynalite.ts";
import { cachedHashKeys } from "../hashing/hash-keys.ts";
import { jwtVerifier } from "../people/jwt.ts";
import { hashKeysInFile } from "./hash-key-file.ts";
import { localIssuer } from "./issuer.ts";
import { jsonLog } from "../log.ts";
import { LIMITS, type Limits, type Dependencies } from "../dependencies.ts";
import { createTable } from "../store/create-table.ts";
import { dynamoTable } from "../store/dynamo.ts";

const TABLE = "lead-professional";
const AUDIENCE = "api://lead-professional-local";
const SCOPE = "access_as_user";
const HOST = "127.0.0.1";
const ISSUER = /^\/(?:local|\.well-known)\//;
const API = /^\/api(?:\/|$)/;
/** How long requests under way may take to end once the service is told to stop. */
const GRACE = 5_000;

export interface LocalOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Where the database, the hash keys and the issuer's key are kept; in memory without it. */
  readonly folder: string;
  /** Empties the folder first. */
  readonly isFresh?: boolean;
  readonly writeLog: (line: string) => void;
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
  /** Answers what is neither the service's nor the issuer's, such as pages; undefined for what it does not know. */
  readonly beside?: (request: Request) => Promise<Response | undefined>;
}

/**
 * The same app on one machine: an embedded DynamoDB, a local OpenID issuer, keys in files. It listens on the
 * loopback address alone.
 */
export async function startLocal({
  port,
  folder,
  isFresh = false,
  writeLog,
  limits,
  now = () => new Date(),
  beside,
}: LocalOptions) {
  if (isFresh) await rm(folder, { recursive: true, force: true });
  const log = jsonLog(writeLog, now);
  const engine = await startEngine({ path: join(folder, "table") });
  // A torn file is said before anybody is told that the service is ready.
  await hashKeysInFile(folder).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  await createTable(engine.client, TABLE);
  const table = dynamoTable({ client: engine.client, tableName: TABLE, now, log });

  // The issuer names itself by the service's address, which is known once the service listens.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response("Starting.", { status: 503 });
  const server = serve({ fetch: (request) => answer(request), hostname: HOST, port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve).once("error", reject);
  }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const address = server.address();
  const url = `http://localhost:${typeof address === "object" && address ? address.port : port}`;
  const issuer = await localIssuer({ folder, issuer: url, audience: AUDIENCE, scope: SCOPE, table, now });
  const deps: Dependencies = {
    table,
    now,
    log,
    newId: randomUUID,
    verify: jwtVerifier({ issuer: url, audience: AUDIENCE, jwksUrl: issuer.jwksUrl, scope: SCOPE, now }),
    hashKeys: cachedHashKeys(() => hashKeysInFile(folder), now),
    limits: { ...LIMITS, ...limits },
  };
  const app = createApp(deps);
  answer = async (request) => {
    const { pathname } = new URL(request.url);
    if (ISSUER.test(pathname)) return await issuer.app.fetch(request);
    return (API.test(pathname) ? undefined : await beside?.(request)) ?? (await app.fetch(request));
  };
  log("started");
  return {
    url,
    endpoint: engine.endpoint,
    signIn: issuer.signIn,
    /** Lets requests under way end, then closes the database. */
    async stop(): Promise<void> {
      const impatient = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, GRACE);
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      clearTimeout(impatient);
      await engine.close();
      log("stopped");
    },
  };
}
