import { createServer, type IncomingMessage } from "node:http";
import { bodyOf, listening, Runtime, type Answer } from "./runtime-api.ts";

const isText = (type = "text/"): boolean => /^text\/|^application\/(?:json|.*\+json|x-ndjson)/.test(type);

/** A request as an API Gateway HTTP API hands it to a function, payload format 2.0. */
function eventOf(
  { url = "/", method = "GET", headers }: IncomingMessage,
  body: Buffer,
  added: Readonly<Record<string, string>>,
) {
  const { pathname, search, searchParams } = new URL(url, "http://local");
  const names = [...new Set(searchParams.keys())];
  const asText = isText(headers["content-type"]);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]),
      ),
      ...added,
    },
    ...(names.length > 0
      ? { queryStringParameters: Object.fromEntries(names.map((name) => [name, searchParams.getAll(name).join(",")])) }
      : {}),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: "local.execute-api.eu-west-2.amazonaws.com",
      domainPrefix: "local",
      http: { method, path: pathname, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "local",
      routeKey: "$default",
      stage: "$default",
      time: "30/Nov/2024:12:00:00 +0000",
      timeEpoch: 0,
    },
    ...(body.length > 0 ? { body: asText ? body.toString() : body.toString("base64") } : {}),
    isBase64Encoded: body.length > 0 && !asText,
  };
}

const FAILED: Answer = {
  statusCode: 502,
  headers: { "content-type": "application/json" },
  body: '{"message":"Internal Server Error"}',
};

/** Serves a bundle over HTTP as CloudFront (which adds headers), API Gateway and Lambda would: events in, answers out. */
export async function serveLambda(
  taskRoot: string,
  handler: string,
  environment: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>> = {},
) {
  const runtime = new Runtime();
  await runtime.start(taskRoot, handler, environment);
  const front = createServer((request, response) => {
    void (async () => {
      const answer = await runtime.invoke(eventOf(request, await bodyOf(request), added));
      const {
        statusCode,
        headers = {},
        cookies = [],
        body = "",
        isBase64Encoded,
      } = answer === "failed" ? FAILED : answer;
      response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 ? { "set-cookie": [...cookies] } : {}) });
      response.end(isBase64Encoded ? Buffer.from(body, "base64") : body);
    })();
  });
  const port = await listening(front);
  return {
    url: `http://127.0.0.1:${port}`,
    runtime,
    stop: () => {
      front.closeAllConnections();
      front.close();
      runtime.stop();
    },
  };
}
