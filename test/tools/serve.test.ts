import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTheWorkbench } from "../../tools/serve/in-the-workbench.ts";
import { serveFiles } from "../../tools/serve/serve-files.ts";

const OFFICE = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const PANE = `<!doctype html><html lang="en-GB"><head><title>Pane</title>${OFFICE}<link rel="stylesheet" href="pane.css"></head><body><script src="addin.js"></script></body></html>`;

const home = mkdtempSync(join(tmpdir(), "lp-serve-"));
const folders = { dist: join(home, "dist"), nodeModules: join(home, "node_modules") };
const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), content);
};
put("dist/workbench/index.html", "<title>The workbench</title>");
put("dist/workbench/main.js", "start()");
put("dist/workbench/chunks/grid-AB12.js", "grid()");
put("dist/workbench/office.js", "office()");
put("dist/workbench/allocations.xlsx", "workbook");
put("dist/addin/taskpane.html", PANE);
for (const file of [
  "addin.js",
  "functions.json",
  "shortcuts.json",
  "pane.css",
  "entra.js",
  "manifest.xml",
  "rules.txt",
  "icons/mark-16.png",
])
  put(`dist/addin/${file}`, `content of ${file}`);
put("dist/addin/.hidden", "secret");
put("dist/lambda/api/index.mjs", "secret");
put("secret.txt", "secret");
symlinkSync(join(home, "secret.txt"), join(home, "dist/addin/link.txt"));
put("node_modules/@microsoft/office-js/dist/excel-web-16.00.js", "excel()");
put("node_modules/@microsoft/office-js/dist/en-us/office_strings.js", "strings()");
put("node_modules/@microsoft/office-js/dist/office.d.ts", "types");
put("node_modules/@microsoft/office-js/package.json", "{}");

const serve = serveFiles(folders);
const get = (path: string, init: RequestInit = {}): Promise<Response | undefined> =>
  serve(new Request(`http://localhost:3000${path}`, init));
async function got(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await get(path, init);
  if (!response) throw new Error(`${path} is not served.`);
  return response;
}

describe("where files are", () => {
  test.each([
    ["/", "<title>The workbench</title>", "text/html; charset=utf-8"],
    ["/workbench/main.js", "start()", "text/javascript; charset=utf-8"],
    ["/workbench/chunks/grid-AB12.js", "grid()", "text/javascript; charset=utf-8"],
    ["/workbench/allocations.xlsx", "workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["/workbench/microsoft/excel-web-16.00.js", "excel()", "text/javascript; charset=utf-8"],
    ["/workbench/microsoft/en-us/office_strings.js", "strings()", "text/javascript; charset=utf-8"],
    ["/addin/taskpane.html", PANE, "text/html; charset=utf-8"],
    ["/addin/addin.js", "content of addin.js", "text/javascript; charset=utf-8"],
    ["/addin/pane.css", "content of pane.css", "text/css; charset=utf-8"],
    ["/addin/functions.json", "content of functions.json", "application/json"],
    ["/addin/manifest.xml", "content of manifest.xml", "application/xml; charset=utf-8"],
    ["/addin/icons/mark-16.png", "content of icons/mark-16.png", "image/png"],
    ["/help/rules", "content of rules.txt", "text/plain; charset=utf-8"],
  ])("%s", async (path, content, type) => {
    const response = await got(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toBe(content);
  });

  test("the settings of this machine are answered by the server itself", async () => {
    expect(await (await got("/addin/settings.json")).json()).toEqual({ api: "/api/v1", signIn: { kind: "local" } });
  });

  test("what is neither workbench nor add-in is somebody else's to answer", async () => {
    for (const path of ["/api/health", "/local/token", "/other", "/index.html", "/workbench", "/addin", "/help"])
      expect(await get(path)).toBeUndefined();
  });
});

describe("what is not given out", () => {
  test.each([
    "/addin/nothing.js",
    "/addin/",
    "/workbench/",
    "/workbench/chunks",
    "/addin/icons",
    "/addin/.hidden",
    "/addin/link.txt",
    "/addin/%2e%2e/lambda/api/index.mjs",
    "/addin/..%2flambda%2fapi%2findex.mjs",
    "/addin/..%5clambda",
    "/addin/%252e%252e/secret.txt",
    "/addin//secret.txt",
    "/addin/%00",
    "/addin/a%00.js",
    "/workbench/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/workbench/microsoft/office.d.ts",
    "/workbench/microsoft/%2e%2e/package.json",
    "/workbench/microsoft/..%2fpackage.json",
    "/workbench/microsoft/en-us/../../package.json",
  ])("%s", async (path) => {
    const response = await get(path);
    if (response) expect(response.status).toBe(404);
    expect((await response?.text()) ?? "").not.toMatch(/secret|types|\{\}|root/);
  });

  test("an address that climbs without being tidied up first", async () => {
    for (const path of [
      "/addin/../lambda/api/index.mjs",
      "/addin/../../secret.txt",
      "/addin/icons/../../../secret.txt",
      "/addin\\..\\..\\secret.txt",
    ]) {
      const request = { url: `http://localhost:3000${path}`, method: "GET", headers: new Headers() } as Request;
      expect((await serve(request))?.status ?? 404).toBe(404);
    }
  });

  test("files are not written", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const response = await got("/addin/addin.js", { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
    }
  });
});

describe("the pane's page in the workbench", () => {
  test("is the one that ships, but for where Microsoft's script comes from and what links start from", async () => {
    const page = await (await got("/workbench/taskpane.html")).text();
    expect(page).toBe(PANE.replace(OFFICE, '<base href="/addin/"><script src="/workbench/office.js"></script>'));
  });

  test("is refused where it loads no such script, or two", () => {
    expect(() => inTheWorkbench("<html></html>")).toThrow("one script element");
    expect(() => inTheWorkbench(OFFICE + OFFICE)).toThrow("one script element");
  });
});

const policyOf = async (path: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    ((await got(path)).headers.get("content-security-policy") ?? "")
      .split("; ")
      .map((part) => [part.split(" ")[0] ?? "", part.slice(part.indexOf(" ") + 1)]),
  );

describe("headers", () => {
  test("Excel on the web may show the pane, and nothing forbids it by X-Frame-Options or an opener policy", async () => {
    for (const path of ["/addin/taskpane.html", "/workbench/taskpane.html"]) {
      const { headers } = await got(path);
      expect(headers.has("x-frame-options")).toBe(false);
      expect(headers.has("cross-origin-opener-policy")).toBe(false);
      const policy = await policyOf(path);
      for (const host of [
        "'self'",
        "https://*.officeapps.live.com",
        "https://*.cloud.microsoft",
        "https://*.office.com",
        "https://*.sharepoint.com",
      ]) {
        expect(policy.get("frame-ancestors")?.split(" ")).toContain(host);
      }
    }
  });

  test("the pane runs scripts of ours and Microsoft's, and no styles written in the page", async () => {
    const policy = await policyOf("/addin/taskpane.html");
    expect(policy.get("script-src")).toBe("'self' https://appsforoffice.microsoft.com");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("default-src")).toBe("'none'");
    expect([...policy.values()].join(" ")).not.toMatch(/unsafe|\s\*(?:\s|$)/);
  });

  test("the workbench runs scripts of ours alone; its grid writes styles; only we may frame it", async () => {
    const policy = await policyOf("/");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self' 'unsafe-inline'");
    expect(policy.get("frame-ancestors")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
  });

  test("any origin may fetch what Excel on the web fetches, and nothing else", async () => {
    const open = ["/addin/functions.json", "/addin/addin.js", "/addin/shortcuts.json"];
    for (const path of open) expect((await got(path)).headers.get("access-control-allow-origin")).toBe("*");
    for (const path of [
      "/",
      "/addin/taskpane.html",
      "/addin/entra.js",
      "/addin/settings.json",
      "/addin/manifest.xml",
      "/workbench/main.js",
      "/workbench/microsoft/excel-web-16.00.js",
    ]) {
      expect((await got(path)).headers.has("access-control-allow-origin")).toBe(false);
    }
  });

  test("icons may be kept, for Office shows its own where they may not; all else is asked for again", async () => {
    expect((await got("/addin/icons/mark-16.png")).headers.get("cache-control")).toBe("public, max-age=86400");
    for (const path of ["/", "/addin/taskpane.html", "/addin/addin.js", "/addin/functions.json"])
      expect((await got(path)).headers.get("cache-control")).toBe("no-cache");
  });

  test("what has not changed is not sent again", async () => {
    const etag = (await got("/addin/addin.js")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const held of [etag, `"other", W/${etag}`]) {
      const response = await got("/addin/addin.js", { headers: { "if-none-match": held } });
      expect([response.status, await response.text()]).toEqual([304, ""]);
    }
    expect((await got("/addin/addin.js", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    put("dist/addin/entra.js", "changed");
    expect((await got("/addin/entra.js")).headers.get("etag")).not.toBe(etag);
  });

  test("a HEAD request is answered with the headers alone", async () => {
    const response = await got("/addin/addin.js", { method: "HEAD" });
    expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([200, "19", ""]);
  });
});
