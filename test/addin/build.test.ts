import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { associateCommands } from "../../addin/commands.ts";
import type { PaneModel } from "../../addin/model/pane-model.ts";
import type { PaneView } from "../../addin/pane/pane.tsx";
import { buildAddIn } from "../../tools/build/add-in.ts";
import { functionsJson } from "../../tools/build/functions-json.ts";
import { actionProblems } from "../../tools/build/manifest/actions.ts";
import { treeOf } from "../../tools/build/manifest/tree.ts";
import { LOCAL_BASE } from "../../tools/build/manifest.ts";
import { isBuilt } from "../../tools/build/pages.ts";
import type { Size } from "../../tools/build/size.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outdir = join(mkdtempSync(join(tmpdir(), "lp-build-")), "addin");
const read = (file: string): string => readFileSync(join(outdir, file), "utf8");
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

let sizes: Readonly<Record<string, Size>> = {};
beforeAll(async () => {
  sizes = await buildAddIn(outdir);
});

const PAGES = ["taskpane.html", "dialog.html", "relay.html"];
const kilobytes = (what: string): number => (sizes[what]?.gzip ?? Number.NaN) / 1024;

describe("the built add-in", () => {
  test("is every file that the manifest and the page ask for, and no settings: this machine's server answers for those", () => {
    const files = filesIn(outdir);
    expect(files.filter((file) => !file.startsWith("icons"))).toEqual([
      "addin.js",
      "addin.js.map",
      "charts.js",
      "charts.js.map",
      "dialog.html",
      "dialog.js",
      "dialog.js.map",
      "entra.js",
      "entra.js.map",
      "functions.json",
      "manifest.xml",
      "pane.css",
      "pane.css.map",
      "relay.html",
      "relay.js",
      "relay.js.map",
      "rules.txt",
      "shortcuts.json",
      "taskpane.html",
    ]);
    expect(files.filter((file) => file.startsWith("icons"))).toHaveLength(16);
  });

  test("every script and style that its pages name is there", () => {
    for (const page of PAGES) {
      const named = [...read(page).matchAll(/(?:src|href)="([^":]+)"/g)].map(([, file = ""]) => file);
      expect(named.length).toBeGreaterThan(0);
      for (const file of named) expect([file, existsSync(join(outdir, file))]).toEqual([file, true]);
    }
  });

  test("its pages hold no script or style of their own, which their policy would not run", () => {
    for (const page of PAGES) expect(read(page)).not.toMatch(/<script>|<script [^>]*>[^<]|<style|\sstyle=|\son\w+=/);
  });

  test("nothing of it is made from text while it runs, which its policy would not allow", () => {
    for (const script of ["addin.js", "entra.js", "charts.js", "dialog.js", "relay.js"])
      expect(read(script)).not.toMatch(/\beval\(|\bnew Function\(/);
  });

  test("its maps name sources without holding them, and nothing names this machine", () => {
    for (const file of filesIn(outdir).filter((one) => !one.endsWith(".png")))
      expect([file, read(file).includes(root)]).toEqual([file, false]);
    const map = JSON.parse(read("addin.js.map")) as { sources: string[]; sourcesContent?: unknown };
    expect(map.sources.length).toBeGreaterThan(100);
    expect(map.sourcesContent).toBeUndefined();
  });

  test("the metadata of the functions is today's", () => {
    expect(read("functions.json")).toBe(functionsJson());
  });

  test("is small: functions and pane together, the functions alone, and signing in loaded apart", () => {
    expect(kilobytes("addin.js")).toBeLessThan(160);
    expect(kilobytes("the functions alone")).toBeLessThan(33);
    expect(kilobytes("entra.js")).toBeLessThan(120);
    expect(kilobytes("charts.js")).toBeLessThan(20);
    expect(read("addin.js")).not.toMatch(/msal/i);
  });
});

/** The ids that the script gives to `CustomFunctions.associate` while it runs, on a page that shows no pane. */
function associatedFunctions(): readonly string[] {
  const functions: string[] = [];
  const never = new Promise<never>(() => undefined);
  const nothing = (): undefined => undefined;
  const page = {
    Office: { onReady: () => never, HostType: { Excel: "Excel" }, context: {} },
    CustomFunctions: {
      associate: (given: object) => {
        functions.push(...Object.keys(given));
      },
    },
    document: {
      getElementById: () => null,
      addEventListener: nothing,
      visibilityState: "hidden",
      baseURI: `${LOCAL_BASE}/taskpane.html`,
    },
    localStorage: { getItem: () => null, setItem: nothing },
    location: new URL(`${LOCAL_BASE}/taskpane.html`),
    navigator: { onLine: false },
    fetch: () => never,
    setTimeout: nothing,
    clearTimeout: nothing,
    setInterval: nothing,
    addEventListener: nothing,
    URL,
    URLSearchParams,
    AbortController,
    TextEncoder,
    TextDecoder,
    queueMicrotask: nothing,
    performance,
    console,
  };
  new Script(read("addin.js")).runInContext(createContext(Object.assign(page, { window: page, self: page })));
  return functions;
}

test("the script, as a classic one, associates every function of the metadata while it runs", () => {
  const described = (JSON.parse(functionsJson()) as { functions: { id: string }[] }).functions.map(({ id }) => id);
  expect([...associatedFunctions()].sort()).toEqual(described.sort());
});

test("a function is associated with every button of the manifest and every shortcut", () => {
  const actions = new Set<string>();
  vi.stubGlobal("Office", {
    actions: {
      associate: (name: string) => {
        actions.add(name);
      },
    },
  });
  // None of them is pressed here, so what they would work with is not needed.
  associateCommands({} as PaneModel, {} as PaneView);
  vi.unstubAllGlobals();
  expect(actions.size).toBeGreaterThan(0);
  expect(actionProblems(treeOf(read("manifest.xml")), read("shortcuts.json"), actions)).toEqual([]);
});

describe("an add-in built for a council", () => {
  test("names its address in the manifest and says how people sign in", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lp-deployed-"));
    const signIn = { clientId: "client", tenantId: "tenant", scope: "api://client/access_as_user" };
    await buildAddIn(folder, { base: "https://lead.example.gov.uk/addin", signIn });
    expect(readFileSync(join(folder, "manifest.xml"), "utf8")).toContain(
      '"https://lead.example.gov.uk/addin/taskpane.html"',
    );
    expect(JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"))).toEqual({
      api: "/api/v1",
      signIn: { kind: "entra", ...signIn },
    });
    await buildAddIn(folder, { base: "https://lead.example.gov.uk/addin" });
    expect(JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"))).toEqual({
      api: "/api/v1",
      signIn: { kind: "none" },
    });
  });

  test("is not built for an address that Office would refuse", async () => {
    await expect(
      buildAddIn(mkdtempSync(join(tmpdir(), "lp-deployed-")), { base: "http://lead.example.gov.uk" }),
    ).rejects.toThrow("must be an https address");
  });
});

test("a folder without pages, or with those of other sources, is built anew", () => {
  const dist = mkdtempSync(join(tmpdir(), "lp-dist-"));
  expect(isBuilt(dist)).toBe(false);
  writeFileSync(join(dist, "pages.sha256"), "0".repeat(64));
  expect(isBuilt(dist)).toBe(false);
});
