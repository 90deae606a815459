import dynalite from "dynalite";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import { resolve } from "node:path";
import { type Client, dynamoClient } from "../store/client.ts";
import { lock } from "./lock.ts";
import { quietSdk } from "./settings.ts";

export interface Engine {
  readonly endpoint: string;
  readonly client: Client;
  /** Lets what is under way finish, closes the files and gives the path back. */
  close(): Promise<void>;
}

const REGION = "us-east-1";
const HOST = "127.0.0.1";
/** How long connections that other clients keep open may hold up a close. */
const GRACE = 2000;

const LOOPBACK = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * Whether a request is of a process that was told the key. dynalite takes any signature and lets any page read and
 * write: a page's request says where it comes from (`Origin`, or a preflight), or has a name of its own for this machine.
 */
const isKnown = ({ method, headers }: IncomingMessage, accessKey: string): boolean =>
  method !== "OPTIONS" &&
  headers.origin === undefined &&
  headers["sec-fetch-site"] === undefined &&
  LOOPBACK.test(headers.host ?? "") &&
  (headers.authorization ?? "").includes(`Credential=${accessKey}/`);

/** Puts a guard before everything that the engine does with a request. */
function guard(server: Server, accessKey: string): void {
  const handlers = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request").on("request", (request: IncomingMessage, response) => {
    if (isKnown(request, accessKey)) for (const handle of handlers) handle(request, response);
    else response.writeHead(403, { connection: "close" }).end();
  });
}

async function listen(server: Server, accessKey: string): Promise<string> {
  guard(server, accessKey);
  // dynalite lets the process die of a request that was broken off: nobody else's work should end with it.
  server.on("request", (request) => {
    request.removeAllListeners("error").on("error", () => undefined);
  });
  server.listen(0, HOST);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The embedded database has no port.");
  return `http://${HOST}:${address.port}`;
}

async function stop(server: Server): Promise<void> {
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE);
  await new Promise<void>((done, failed) => {
    server.close((error) => {
      if (error) failed(error);
      else done();
    });
  }).finally(() => {
    clearTimeout(impatience);
  });
}

/** DynamoDB without AWS: dynalite on a loopback port, its data under a path, or in memory where there is none. */
export async function startEngine({
  path,
  accessKey = randomBytes(24).toString("hex"),
}: { readonly path?: string; readonly accessKey?: string } = {}): Promise<Engine> {
  quietSdk();
  const folder = path === undefined ? undefined : resolve(path);
  const unlock = folder === undefined ? () => undefined : lock(folder);
  const server = dynalite({
    ...(folder === undefined ? {} : { path: folder }),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  const endpoint = await listen(server, accessKey);
  const client = dynamoClient({ region: REGION, endpoint, accessKey });
  let closing: Promise<void> | undefined;
  return {
    endpoint,
    client,
    close: () =>
      (closing ??= Promise.resolve()
        .then(() => {
          client.destroy();
        })
        .then(() => stop(server))
        .finally(unlock)),
  };
}
