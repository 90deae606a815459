import dynalite from "dynalite";
import { once } from "node:events";
import type { Server } from "node:http";
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

async function listen(server: Server): Promise<string> {
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
export async function startEngine({ path }: { readonly path?: string } = {}): Promise<Engine> {
  quietSdk();
  const folder = path === undefined ? undefined : resolve(path);
  const unlock = folder === undefined ? () => undefined : lock(folder);
  const server = dynalite({
    ...(folder === undefined ? {} : { path: folder }),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  const endpoint = await listen(server);
  const client = dynamoClient({ region: REGION, endpoint });
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
