import { afterAll, expect, test } from "vitest";
import { request } from "node:http";
import { startEngine } from "../../functions/local/dynalite.ts";
import { createTable } from "../../functions/store/create-table.ts";

const engine = await startEngine({ accessKey: "known" });
afterAll(() => engine.close());

const OURS = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=known/20241130/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "DynamoDB_20120810.ListTables",
  "x-amz-date": "20241130T120000Z",
};
/** A request with exactly these headers: what a browser's script may not set, Node may. */
const sent = (headers: Readonly<Record<string, string>>, method = "POST") =>
  new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
    request(engine.endpoint, { method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, allowed: response.headers["access-control-allow-origin"] });
    })
      .on("error", reject)
      .end(method === "POST" ? "{}" : undefined);
  });

test("the embedded engine answers the process that started it", async () => {
  await createTable(engine.client, "known");
  expect((await sent(OURS)).status).toBe(200);
});

test.each<[string, Readonly<Record<string, string>>, string?]>([
  ["a page of another origin", { ...OURS, origin: "https://evil.example" }],
  ["a page of another port", { ...OURS, origin: "http://127.0.0.1:4290" }],
  ["a page's request that hides its origin", { ...OURS, "sec-fetch-site": "cross-site" }],
  ["a preflight", { origin: "https://evil.example", "access-control-request-method": "POST" }, "OPTIONS"],
  ["a name that was pointed at this machine", { ...OURS, host: "evil.example" }],
  ["another signature", { ...OURS, authorization: OURS.authorization.replace("known", "local") }],
  ["no signature", { "content-type": OURS["content-type"], "x-amz-target": OURS["x-amz-target"] }],
])("it refuses %s, and allows no origin", async (_, headers, method) => {
  expect(await sent(headers, method)).toEqual({ status: 403, allowed: undefined });
});
