import { build } from "esbuild";
import { basename } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../tools/browser/chromium.ts";
import { gridContract } from "../web/workbench/grid-contract/grid-contract.ts";
import { univerClauses } from "./univer-clauses.ts";

declare const hold: (says: string) => Promise<string | undefined>;

const ADDRESS = "http://grid.test/";

async function scripts(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ["test/browser/univer-page.ts"],
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    outdir: "/",
    write: false,
    logLevel: "error",
    jsx: "automatic",
    jsxImportSource: "react",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

describe("the grid of the workbench", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const [files, opened] = await Promise.all([scripts(), openBrowser()]);
    browser = opened;
    page = await browser.newPage();
    await page.route(`${ADDRESS}**`, (route) => {
      const script = files.get(new URL(route.request().url()).pathname);
      return script === undefined
        ? route.fulfill({
            contentType: "text/html",
            body: '<!doctype html><title>Grid</title><body><script type="module" src="/univer-page.js"></script>',
          })
        : route.fulfill({ contentType: "text/javascript", body: script });
    });
    await page.goto(ADDRESS);
    await page.waitForFunction(() => "hold" in window);
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each([...gridContract, ...univerClauses].map(({ says }) => says))("%s", async (says) => {
    expect(await page.evaluate((clause) => hold(clause), says)).toBeUndefined();
  });
});
