import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { dynamoClient } from "../../../functions/store/client.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";

const HOUR = 3_600_000;

/** When a request says that it was signed, in milliseconds since 1970. */
function signedAt({ headers }: IncomingMessage): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers["x-amz-date"])) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Answers as DynamoDB does whose clock is so far ahead of ours: what was signed more than five minutes off is refused. */
async function dynamoAhead(by: number) {
  const offsets: number[] = [];
  const server = createServer((request, response) => {
    const now = Date.now() + by;
    const off = now - signedAt(request);
    offsets.push(off);
    const isRefused = Math.abs(off) > 5 * 60_000;
    const body = isRefused
      ? { __type: "com.amazon.coral.service#InvalidSignatureException", message: "Signature expired." }
      : {};
    request.resume().once("end", () => {
      response.writeHead(isRefused ? 400 : 200, {
        "content-type": "application/x-amz-json-1.0",
        date: new Date(now).toUTCString(),
      });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return { server, offsets, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("a function that wakes with a clock that is an hour behind has it put right by the first refusal, and goes on", async () => {
  const { server, offsets, endpoint } = await dynamoAhead(HOUR);
  const client = dynamoClient({ region: "eu-west-2", endpoint });
  const codes: unknown[] = [];
  const table = dynamoTable({
    client,
    tableName: "frozen",
    now: () => new Date(),
    log: (event, { code } = {}) => {
      codes.push([event, code]);
    },
  });
  try {
    expect(await table.get({ pk: "ONE", sk: "ONE" })).toBeUndefined();
    expect(offsets).toHaveLength(2);
    expect(offsets[0]).toBeGreaterThan(HOUR - 60_000);
    expect(Math.abs(offsets[1] ?? Number.NaN)).toBeLessThan(60_000);
    expect(codes).toEqual([["throttled", "InvalidSignatureException"]]);
    // From then on the clock is right.
    expect(await table.get({ pk: "ONE", sk: "TWO" })).toBeUndefined();
    expect(offsets).toHaveLength(3);
  } finally {
    client.destroy();
    server.close();
  }
});
