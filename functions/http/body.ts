import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Env } from "./accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "./problem.ts";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const JSON_LINES = /^application\/(?:x-)?(?:ndjson|jsonl)\s*(?:;|$)/i;

/** The one route that takes JSON lines. */
const IMPORT = /\/import$/;

/** The rest of the body is left unread, so that no other request can follow on the same connection. */
const tooLarge = (most: number): Refusal =>
  new Refusal(
    413,
    `The body is larger than ${Math.floor(most / 2 ** 20)} MB. Send less at a time.`,
    [],
    {},
    { connection: "close" },
  );

function requireJson(c: Context): void {
  const type = c.req.header("content-type") ?? "";
  if (JSON_TYPE.test(type) || (IMPORT.test(c.req.path) && JSON_LINES.test(type))) return;
  throw new Refusal(415, "The body is not JSON. Send it with the content type application/json.");
}

/** Refuses by its headers a body that we would not read. */
export const checkBodyHeaders = ({ limits }: Dependencies) =>
  createMiddleware<Env>(async (c, next) => {
    const announced = Number(c.req.header("content-length") ?? 0);
    if (announced > limits.bodyBytes) throw tooLarge(limits.bodyBytes);
    // Nothing is unpacked, so that a small body cannot turn into a huge one.
    if ((c.req.header("content-encoding") ?? "identity") !== "identity")
      throw new Refusal(415, "The body is compressed. Send it as it is.");
    if (announced > 0) requireJson(c);
    await next();
  });

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The bytes of a body, up to a limit and whatever length its headers announced. */
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal(400, "The body broke off. Send it again.");
    });
    if (done) return joined(chunks, bytes);
    bytes += value.length;
    if (bytes > most) {
      void reader.cancel().catch(() => undefined);
      throw tooLarge(most);
    }
    chunks.push(value);
  }
}

/** Reads the body; only for someone who is signed in. */
export const readBody = ({ limits }: Dependencies) =>
  createMiddleware<Env>(async (c, next) => {
    const stream = c.req.raw.body;
    if (stream !== null) {
      const body = await bytesOf(stream, limits.bodyBytes);
      // Some clients send an empty body, of no type, where there is none.
      if (body.length > 0) requireJson(c);
      c.req.raw = new Request(c.req.raw, { body });
    }
    await next();
  });
