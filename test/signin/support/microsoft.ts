import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { transform } from "esbuild";
import { jwtVerifier } from "../../../functions/people/jwt.ts";
import { addInHeaders } from "../../../infra/response-headers.ts";
import { contentType } from "../../../tools/serve/content-types.ts";
import { readBelow } from "../../../tools/serve/read-below.ts";
import { serveFiles } from "../../../tools/serve/serve-files.ts";
import { aService } from "../../functions/support/service.ts";
import { certificate } from "./certificate.ts";
import { COUNCIL, ENTRA, EXCEL_ON_THE_WEB, OFFICE_JS } from "./council.ts";
import { standInForEntra } from "./entra.ts";
import { DEPLOYED } from "./tokens.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const answer = (body: string, type: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, { headers: { "content-type": `${type}; charset=utf-8`, ...headers } });

async function script(name: string, format: "iife" | "esm"): Promise<Response> {
  const source = await readFile(new URL(`pages/${name}.ts`, import.meta.url), "utf8");
  return answer((await transform(source, { loader: "ts", format })).code, "text/javascript");
}

const SETTINGS = {
  api: "/api/v1",
  signIn: { kind: "entra", clientId: COUNCIL.addIn, tenantId: COUNCIL.tenant, scope: COUNCIL.scope },
};

const HOSTED = "/lib/1/hosted/";

/** Microsoft's own scripts, and one that stands in for Excel where these would look for it. */
async function officeJs(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(HOSTED.length);
  if (path === "excel.js") return await script("excel", "iife");
  const file = await readBelow(at("node_modules/@microsoft/office-js/dist"), path);
  return file
    ? new Response(file, { headers: { "content-type": contentType(path), "access-control-allow-origin": "*" } })
    : new Response("", { status: 404 });
}

const PROBE = `<!doctype html><title>Pane</title><body>
<script src="${OFFICE_JS}${HOSTED}excel.js"></script><script type="module" src="probe.js"></script>`;

/** As Excel on the web frames a pane, as far as its attributes are publicly known. */
const WEB = `<!doctype html><title>Excel</title><iframe title="Pane" width="400" height="600"
sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
src="https://${COUNCIL.domain}/addin/probe.html"></iframe>`;

/** One https server for every host of Microsoft's that signing in meets, and for the council's own with service and pages. */
export async function standInForMicrosoft() {
  const entra = await standInForEntra();
  const askEntra = (address: string, init?: RequestInit) => Promise.resolve(entra.app.request(address, init));
  const verify = jwtVerifier({ ...DEPLOYED, fetch: askEntra });
  const service = await aService({ verify, now: () => new Date() });
  const files = serveFiles({ dist: at("dist"), nodeModules: at("node_modules") });

  async function council(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/api/")) return service.app.fetch(request);
    if (pathname.endsWith("/settings.json")) return Response.json(SETTINGS);
    if (pathname === "/addin/probe.html") return answer(PROBE, "text/html", addInHeaders("taskpane.html"));
    if (pathname === "/addin/probe.js") return await script("probe", "esm");
    return (await files(request)) ?? new Response("", { status: 404 });
  }

  const answers: Readonly<Record<string, (request: Request) => Response | Promise<Response>>> = {
    [ENTRA]: (request) => entra.app.fetch(request),
    [OFFICE_JS]: officeJs,
    [EXCEL_ON_THE_WEB]: () => answer(WEB, "text/html"),
    [`https://${COUNCIL.domain}`]: council,
  };
  const server = serve({
    fetch: (request) => answers[new URL(request.url).origin]?.(request) ?? new Response("", { status: 404 }),
    createServer,
    serverOptions: await certificate(),
    port: 0,
    hostname: "127.0.0.1",
  });
  await new Promise((listening) => server.once("listening", listening));
  return {
    entra,
    verify,
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}

export type StandInForMicrosoft = Awaited<ReturnType<typeof standInForMicrosoft>>;
