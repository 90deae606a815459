import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../../../tools/browser/chromium.ts";
import { startHere, type Here } from "../../../tools/start/start-here.ts";

/** The workbench in a browser, as a person has it before them. */
export interface Opened {
  readonly page: Page;
  /** The task pane. */
  readonly pane: FrameLocator;
  /** What the page wrote to its console as errors, and faults nobody caught. */
  readonly faults: string[];
  /** The addresses that were asked for, with the method. */
  readonly requests: string[];
}

export interface Workbench {
  readonly url: () => string;
  /** Opens the page anew, as somebody who has never been there; closed after the test file. `before` it loads, answers may be stood in for. */
  readonly open: (
    how?: BrowserContextOptions,
    path?: string,
    before?: (page: Page) => Promise<void>,
  ) => Promise<Opened>;
}

/** For starting and stopping, in milliseconds: the browser is unpacked the first time. */
const PATIENCE = 60_000;

/** Serves the product from a folder of its own for the tests of one file, and drives it in Chromium. */
export function workbench(): Workbench {
  let here: Here | undefined;
  let browser: Browser | undefined;
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lp-browser-"));
    here = await startHere({ port: 0, folder, isFresh: false });
    browser = await openBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await here?.stop();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);
  const url = (): string => here?.url ?? "";
  return {
    url,
    async open(how = {}, path = "/", before) {
      if (!browser) throw new Error("The browser is not open yet.");
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...how });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      const requests: string[] = [];
      page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
      await before?.(page);
      await page.goto(`${url()}${path}`);
      return { page, pane: page.frameLocator("iframe"), faults, requests };
    },
  };
}
