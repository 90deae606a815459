import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { addInHeaders, webPageHeaders } from "../../infra/response-headers.ts";
import { sha256 } from "../../tools/release/archive.ts";
import { npmRun } from "../tools/npm-run.ts";
import { headersServed } from "./support/headers-served.ts";

let files: Record<string, Uint8Array>;
let archive: string;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "lp-release-"));
  const { code, stdout, stderr } = await npmRun("release", ["prod", folder]);
  if (code !== 0) throw new Error(stderr);
  expect(stdout).toMatch(/^Wrote .*\.zip \(\d+ KB\) for lead\.example\.gov\.uk\.\nBefore .*npm run validate/m);
  archive = join(folder, readdirSync(folder).find((name) => name.endsWith(".zip")) ?? "");
  files = unzipSync(new Uint8Array(readFileSync(archive)));
}, 120_000);

const text = (name: string): string => new TextDecoder().decode(files[name]);

describe("the release", () => {
  test("holds the add-in, the pages, the bundles, the templates, the list of packages, the licence and what has changed", () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "addin/manifest.xml",
        "addin/addin.js",
        "addin/taskpane.html",
        "addin/settings.json",
        "evaluation/evaluation.html",
        "evaluation/settings.json",
        "admin/admin.html",
        "admin/settings.json",
        "lambda/api/index.mjs",
        "lambda/monthly/index.mjs",
        "cdk/manifest.json",
        "cdk/LeadProfessional-prod.template.json",
        "cdk/LeadProfessionalEdge-prod.template.json",
        "sbom.cdx.json",
        "LICENSE",
        "CHANGELOG.md",
        "SHA256SUMS",
      ]),
    );
    expect(Object.keys(files).filter((name) => /workbench|-dev|\.data|local/.test(name))).toEqual([]);
  });

  test("comes with a sum of itself, and holds one of every file", () => {
    const sums = text("SHA256SUMS")
      .trim()
      .split("\n")
      .map((line) => line.split("  "));
    expect(sums.map(([, name]) => name).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== "SHA256SUMS")
        .sort(),
    );
    for (const [sum, name = ""] of sums) expect(sha256(files[name] ?? new Uint8Array())).toBe(sum);
    expect(readFileSync(`${archive}.sha256`, "utf8")).toBe(
      `${sha256(new Uint8Array(readFileSync(archive)))}  ${basename(archive)}\n`,
    );
  });

  test("names the council's domain in the manifest and nowhere this machine, in the add-in's files as little as in the templates", () => {
    expect(text("addin/manifest.xml")).toContain("https://lead.example.gov.uk/addin/taskpane.html");
    const named = Object.keys(files).filter(
      (name) =>
        /^(addin|evaluation|admin|cdk\/[^/]+$)/.test(name) && /localhost|127\.0\.0\.1|\/local\//.test(text(name)),
    );
    expect(named.filter((name) => /\.(xml|html|json|txt)$/.test(name))).toEqual([]);
    const root = new URL("../..", import.meta.url).pathname;
    expect(
      Object.keys(files).filter((name) => text(name).includes(root) || text(name).includes(tmpdir() + "/lp-")),
    ).toEqual([]);
  });

  test("has people sign in with the council's Entra ID, for the service that is deployed with it", () => {
    expect(JSON.parse(text("addin/settings.json"))).toEqual({
      api: "/api/v1",
      signIn: {
        kind: "entra",
        clientId: "00000000-0000-4000-8000-0000000000b2",
        tenantId: "00000000-0000-4000-8000-000000000000",
        scope: "api://00000000-0000-4000-8000-0000000000a2/access_as_user",
      },
    });
  });

  test("deploys the very bundles that stand beside the templates", () => {
    const assets = Object.keys(files)
      .filter((name) => /^cdk\/asset\.[\da-f]{64}\/index\.mjs$/.test(name))
      .map((name) => sha256(files[name] ?? new Uint8Array()));
    expect(assets.sort()).toEqual(
      ["api", "monthly"].map((name) => sha256(files[`lambda/${name}/index.mjs`] ?? new Uint8Array())).sort(),
    );
  });
});

describe("CloudFront, as the templates set it up", () => {
  const HSTS = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

  test("sends every file of the release with the headers that this machine sends it with, and no longer in the clear", () => {
    const served = headersServed(text("cdk/LeadProfessional-prod.template.json"));
    const names = Object.keys(files).filter((name) => /^(addin|evaluation|admin)\//.test(name));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const [folder = "", ...rest] = name.split("/");
      const expected = folder === "addin" ? addInHeaders(rest.join("/")) : webPageHeaders(rest.join("/"));
      expect([name, served(`/${name}`)]).toEqual([name, { ...expected, ...HSTS }]);
    }
  });

  test("gives a folder's page the headers of a page, and never says that it may not be framed", () => {
    const served = headersServed(text("cdk/LeadProfessional-prod.template.json"));
    for (const folder of ["/evaluation/", "/admin/"])
      expect(served(folder)).toEqual({ ...webPageHeaders("a.html"), ...HSTS });
    expect(text("cdk/LeadProfessional-prod.template.json").toLowerCase()).not.toMatch(/x-frame-options|frameoptions/);
  });
});
