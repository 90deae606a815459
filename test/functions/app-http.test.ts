import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aService, PEOPLE } from "./support/service.ts";
import { tokenFor } from "./support/tokens.ts";

const { app } = await aService();
const token = await tokenFor(PEOPLE.admin);
let port = 0;
let server: ReturnType<typeof serve>;

beforeAll(async () => {
  port = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (at: AddressInfo) => {
      resolve(at.port);
    });
  });
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
    }),
);

/** A request as it goes over the wire; without a length it is sent in chunks. */
const send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>>,
  body = "",
): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        method,
        path: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}`, ...headers },
      },
      (answer: IncomingMessage) => {
        answer.resume().on("end", () => {
          resolve(answer.statusCode ?? 0);
        });
      },
    );
    sent.on("error", reject).end(body);
  });

const JSON_TYPE = { "content-type": "application/json" };
const FEEDBACK = JSON.stringify({ theme: "other", text: "Well.", month: "2024-11" });

describe("over real HTTP", () => {
  it("a body is read, with a length or in chunks", async () => {
    expect(await send("POST", "/feedback", JSON_TYPE, FEEDBACK)).toBe(201);
    expect(await send("POST", "/feedback", { ...JSON_TYPE, "content-length": FEEDBACK.length }, FEEDBACK)).toBe(201);
  });

  it("a body that is too large is refused, with a length or in chunks, and the next request is answered", async () => {
    const large = "x".repeat(6 * 2 ** 20);
    expect(await send("POST", "/feedback", { ...JSON_TYPE, "content-length": large.length }, large)).toBe(413);
    expect(await send("POST", "/feedback", { ...JSON_TYPE, "transfer-encoding": "chunked" }, large)).toBe(413);
    expect(await send("GET", "/me", {})).toBe(200);
  });

  it("no body is needed where none is sent, whatever its type", async () => {
    expect(await send("POST", "/feedback", { "content-length": 0 })).toBe(422);
    expect(await send("POST", "/feedback", {})).toBe(422);
    expect(await send("PUT", "/policy", JSON_TYPE)).toBe(400);
    expect(await send("HEAD", "/me", {})).toBe(200);
  });
});
