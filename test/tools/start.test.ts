import { execFile, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer, request, type RequestListener, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { startLocal } from "../../functions/local/start.ts";
import { passingOnTo } from "../../tools/sideload/https-front.ts";
import { refusal } from "../../tools/sideload/refusal.ts";
import { environment } from "../functions/settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "lp-start-"));

async function listening(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe("pages beside the service", () => {
  const asked: string[] = [];
  const local = startLocal({
    port: 0,
    folder: emptyFolder(),
    writeLog: () => undefined,
    beside: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      return Promise.resolve(pathname === "/page" ? new Response("a page") : undefined);
    },
  });
  afterAll(async () => {
    await (await local).stop();
  });

  test("are served where the service has no say", async () => {
    const { url } = await local;
    expect(await (await fetch(`${url}/page`)).text()).toBe("a page");
  });

  test("never stand before the service or the issuer", async () => {
    const { url } = await local;
    asked.length = 0;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/me`)).status).toBe(401);
    expect((await fetch(`${url}/api`)).status).toBe(404);
    expect((await fetch(`${url}/.well-known/openid-configuration`)).status).toBe(200);
    const signedIn = await fetch(`${url}/local/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Demo Manager", roles: ["Manager"], teams: [] }),
    });
    expect(signedIn.status).toBe(200);
    expect(asked).toEqual([]);
  });

  test("leave an address that nobody knows to the service's own answer", async () => {
    const response = await fetch(`${(await local).url}/nothing`);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

/** Answers of a started `npm start`, once its health is good. */
async function health(url: string): Promise<number> {
  for (let i = 0; i < 300; i++) {
    const status = await fetch(`${url}/api/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return status;
    await sleep(200);
  }
  return 0;
}

test(
  "npm start serves service, workbench and add-in from one address, says where, and stops when told",
  { timeout: 120_000 },
  async () => {
    const { server, url } = await listening(() => undefined);
    await new Promise((done) => {
      server.close(done);
    });
    const child = spawn(process.execPath, ["--import", "tsx", "tools/start.ts"], {
      cwd: root,
      env: environment({ PORT: new URL(url).port, LP_DATA: emptyFolder() }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((done) => {
      child.once("exit", done);
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.resume();
    try {
      expect(await health(url)).toBe(200);
      for (const path of [
        "/",
        "/addin/addin.js",
        "/addin/functions.json",
        "/addin/manifest.xml",
        "/workbench/taskpane.html",
        "/workbench/office.js",
        "/workbench/microsoft/excel-web-16.00.js",
        "/help/rules",
      ]) {
        expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
      }
      for (let i = 0; i < 300 && !said.includes("Ctrl+C"); i++) await sleep(100);
      expect(said).toContain(`Open http://localhost:${new URL(url).port} for the workbench`);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
  },
);

describe("npm run sideload", () => {
  test("is refused where there is no Excel, pointing to the workbench", () => {
    expect(refusal("linux")).toMatch(/^Excel .* npm start$/);
    expect([refusal("win32"), refusal("darwin")]).toEqual([undefined, undefined]);
  });

  test.skipIf(["win32", "darwin"].includes(process.platform))("ends with that sentence alone", async () => {
    const { code, stdout, stderr } = await new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
      execFile(process.execPath, ["--import", "tsx", "tools/sideload.ts"], { cwd: root }, (error, out, err) => {
        done({ code: error?.code, stdout: out, stderr: err });
      });
    });
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: `${refusal("linux") ?? ""}\n` });
  });
});

describe("the https address in front of the service", () => {
  test("passes on what is asked and what is answered", async () => {
    const behind = await listening((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => {
          response.writeHead(201, {
            "x-asked": `${incoming.method ?? ""} ${incoming.url ?? ""}`,
            "x-host": incoming.headers.host ?? "",
            etag: '"one"',
          });
          response.end(Buffer.concat(chunks));
        });
    });
    const front = await listening(passingOnTo(behind.url));
    const response = await fetch(`${front.url}/api/v1/checks?words=1`, { method: "POST", body: "rows" });
    expect([
      response.status,
      response.headers.get("x-asked"),
      response.headers.get("etag"),
      await response.text(),
    ]).toEqual([201, "POST /api/v1/checks?words=1", '"one"', "rows"]);
    expect(response.headers.get("x-host")).toBe(new URL(behind.url).host);
    // An address of another host in the path is no way out.
    const elsewhere = await new Promise<string | undefined>((done) => {
      request({ hostname: "127.0.0.1", port: new URL(front.url).port, path: "//elsewhere.example/page" }, (answer) => {
        answer.resume();
        done(answer.headers["x-asked"]?.toString());
      }).end();
    });
    expect(elsewhere).toBe("GET //elsewhere.example/page");
    front.server.close();
    behind.server.close();
  });

  test("says so when the service is gone", async () => {
    const gone = await listening(() => undefined);
    await new Promise((done) => {
      gone.server.close(done);
    });
    const front = await listening(passingOnTo(gone.url));
    const response = await fetch(`${front.url}/api/health`);
    expect([response.status, await response.text()]).toEqual([502, "The service behind this address does not answer."]);
    front.server.close();
  });
});
