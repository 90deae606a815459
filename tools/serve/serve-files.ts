import { createHash } from "node:crypto";
import { join } from "node:path";
import { addInHeaders, webPageHeaders, workbenchHeaders, type Headers } from "../../infra/response-headers.ts";
import { contentType } from "./content-types.ts";
import { inTheWorkbench } from "./in-the-workbench.ts";
import { readBelow } from "./read-below.ts";

/** Microsoft's client: its scripts, and the texts of each language in a folder. */
const MICROSOFT = /^(?:[a-z]{2,3}(?:-[a-z0-9]+){0,2}\/)?[\w.-]+\.js$/;

/** How people sign in on this machine; a deployed add-in has a file in its place. */
const LOCAL_SETTINGS = JSON.stringify({ api: "/api/v1", signIn: { kind: "local" } });

export interface Folders {
  /** What `npm run build` writes. */
  readonly dist: string;
  readonly nodeModules: string;
}

interface Found {
  /** Undefined where there is no such file. */
  readonly content: Uint8Array<ArrayBuffer> | undefined;
  /** What stands for the file in its content type and headers. */
  readonly path: string;
  readonly headers: (path: string) => Headers;
}

const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content));

const below = (prefix: string, path: string): string | undefined =>
  path.startsWith(prefix) ? path.slice(prefix.length) : undefined;

async function find(pathname: string, { dist, nodeModules }: Folders): Promise<Found | undefined> {
  const addin = join(dist, "addin");
  const workbench = join(dist, "workbench");
  const from = async (folder: string, path: string, headers: Found["headers"]): Promise<Found> => ({
    content: await readBelow(folder, path),
    path,
    headers,
  });

  if (pathname === "/") return await from(workbench, "index.html", workbenchHeaders);
  if (pathname === "/help/rules") return await from(addin, "rules.txt", workbenchHeaders);
  if (pathname === "/addin/settings.json")
    return { content: text(LOCAL_SETTINGS), path: "settings.json", headers: addInHeaders };
  if (pathname === "/workbench/taskpane.html") {
    const page = await readBelow(addin, "taskpane.html");
    return {
      content: page && text(inTheWorkbench(Buffer.from(page).toString("utf8"))),
      path: "taskpane.html",
      headers: addInHeaders,
    };
  }
  const microsoft = below("/workbench/microsoft/", pathname);
  if (microsoft !== undefined) {
    const folder = join(nodeModules, "@microsoft", "office-js", "dist");
    if (MICROSOFT.test(microsoft)) return await from(folder, microsoft, workbenchHeaders);
    return { content: undefined, path: microsoft, headers: workbenchHeaders };
  }
  const ofWorkbench = below("/workbench/", pathname);
  if (ofWorkbench !== undefined) return await from(workbench, ofWorkbench, workbenchHeaders);
  const ofEvaluation = below("/evaluation/", pathname);
  if (ofEvaluation === "settings.json")
    return { content: text(LOCAL_SETTINGS), path: ofEvaluation, headers: webPageHeaders };
  if (ofEvaluation !== undefined)
    return await from(join(dist, "evaluation"), ofEvaluation === "" ? "evaluation.html" : ofEvaluation, webPageHeaders);
  const ofAdmin = below("/admin/", pathname);
  if (ofAdmin === "settings.json") return { content: text(LOCAL_SETTINGS), path: ofAdmin, headers: webPageHeaders };
  if (ofAdmin !== undefined)
    return await from(join(dist, "admin"), ofAdmin === "" ? "admin.html" : ofAdmin, webPageHeaders);
  const ofAddIn = below("/addin/", pathname);
  return ofAddIn === undefined ? undefined : await from(addin, ofAddIn, addInHeaders);
}

function respond(request: Request, { content, path, headers: headersOf }: Found): Response {
  const always = headersOf(path);
  if (!content) {
    const headers = { ...always, "cache-control": "no-cache", "content-type": contentType("txt") };
    return new Response("There is no such file here.", { status: 404, headers });
  }
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (held.includes(etag)) return new Response(null, { status: 304, headers: { ...always, etag } });
  const all = { ...always, etag, "content-type": contentType(path), "content-length": String(content.length) };
  return new Response(request.method === "HEAD" ? null : content, { headers: all });
}

/** Serves the workbench, the add-in, the evaluation, the administration and Microsoft's client; undefined for every other address. */
export function serveFiles(folders: Folders): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const found = await find(new URL(request.url).pathname, folders);
    if (!found) return undefined;
    if (request.method === "GET" || request.method === "HEAD") return respond(request, found);
    return new Response("Files are only read here.", {
      status: 405,
      headers: { allow: "GET, HEAD", "content-type": contentType("txt") },
    });
  };
}
