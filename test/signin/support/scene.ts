import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Claims } from "../../../functions/people/identity.ts";
import { openBrowser } from "../../../tools/browser/chromium.ts";
import { standInForBroker, type Broker } from "./broker.ts";
import { ENTRA, type Person } from "./council.ts";
import { standInForMicrosoft, type StandInForMicrosoft } from "./microsoft.ts";
import { before } from "./pages/before.ts";
import type { SceneOfPage } from "./pages/scene.ts";

export interface Scene {
  /** What the list of seconds calls it. */
  readonly name: string;
  /** As whom Excel is used, where it says. */
  readonly excelOf?: Person;
  /** Who has signed in at Microsoft before, in this browser. */
  readonly signedIn?: readonly Person[];
  /** Excel brings nested app authentication, and this is its broker. */
  readonly broker?: Broker;
  /** What becomes of a window that a page opens. */
  readonly windows?: SceneOfPage["windows"];
}

/** In milliseconds: for starting and stopping, and for one answer. */
const PATIENCE = 60_000;
export const SOON = 20_000;

const isMicrosofts = (page: Page): boolean => page.url().startsWith(ENTRA);

/** A browser with Microsoft stood in for; it lists the seconds of its scenes at the end. */
export function scenes() {
  let microsoft: StandInForMicrosoft | undefined;
  let browser: Browser | undefined;
  const open: BrowserContext[] = [];
  const seconds: string[] = [];
  beforeAll(async () => {
    microsoft = await standInForMicrosoft();
    // Playwright switches the partitioning of storage off; a later list of features takes the place of its own.
    browser = await openBrowser([
      `--host-resolver-rules=MAP * 127.0.0.1:${microsoft.port}`,
      "--ignore-certificate-errors",
      "--disable-features=MediaRouter",
    ]);
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await microsoft?.stop();
    console.log(seconds.join("\n"));
  }, PATIENCE);

  function started() {
    if (!microsoft || !browser) throw new Error("Browser and server are not there yet.");
    return { microsoft, browser };
  }

  return {
    entra: () => started().microsoft.entra.state,
    /** Whom the service takes the bearer of a token for. */
    who: (token: string | undefined): Promise<Claims | undefined> => started().microsoft.verify(token ?? ""),

    /** Opens a page in a browser of its own. */
    enter: async (address: string, scene: Scene) => {
      const { microsoft, browser } = started();
      await Promise.all(open.splice(0).map((context) => context.close()));
      Object.assign(microsoft.entra.state, { lasts: 3600, isStepDue: false, isRemembering: true, asked: [] });
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-GB" });
      open.push(context);
      const stored: string[] = [];
      const brokered: string[] = [];
      await context.exposeFunction("noteStorage", (keys: string) => void stored.push(keys));
      if (scene.broker)
        await context.exposeFunction("broker", standInForBroker(scene.broker, microsoft.entra, brokered));
      await context.addInitScript(before, {
        excelOf: scene.excelOf?.username ?? null,
        isNested: scene.broker !== undefined,
        windows: scene.windows ?? "asked for",
      } satisfies SceneOfPage);
      if (scene.signedIn) await context.addCookies([session(scene.signedIn)]);
      const page = await context.newPage();
      await page.goto(address);
      return {
        page,
        context,
        /** What the dialog's page kept in its storage at the moment when it answered. */
        stored,
        /** What Excel's broker was asked for. */
        brokered,
        asked: () => microsoft.entra.state.asked,
        took: (what: string, time: number): void => {
          seconds.push(`${time.toFixed(1).padStart(6)} s  ${scene.name}: ${what}`);
        },
        /** Somebody signs in, in the window that Microsoft opened. */
        async signsIn({ username }: Person): Promise<void> {
          const window = await windowOf(context, isMicrosofts, titled("Sign in"));
          await window.getByLabel("Email").fill(username);
          await window.getByRole("button", { name: "Next" }).click();
        },
        /** The window in which Microsoft shows this. */
        microsoft: (title: string) => windowOf(context, isMicrosofts, titled(title)),
        /** Our own window between a framed pane and Microsoft's. */
        between: () =>
          windowOf(
            context,
            (one) => new URL(one.url()).pathname === "/addin/relay.html",
            (one) => one.getByRole("button", { name: "Continue", disabled: false }),
          ),
      };
    },
  };
}

const session = (people: readonly Person[]) => ({
  name: "signed-in",
  value: encodeURIComponent(people.map(({ username }) => username).join("|")),
  domain: new URL(ENTRA).hostname,
  path: "/",
  secure: true,
  httpOnly: true,
  sameSite: "None" as const,
});

const titled = (title: string) => (page: Page) => page.getByRole("heading", { name: title });

async function windowOf(
  context: BrowserContext,
  isIt: (page: Page) => boolean,
  shows: (page: Page) => Locator,
): Promise<Page> {
  const until = Date.now() + SOON;
  while (Date.now() < until) {
    for (const page of context.pages().filter((one) => !one.isClosed() && isIt(one))) {
      // A page that goes elsewhere meanwhile shows nothing.
      const shown = await shows(page)
        .count()
        .catch(() => 0);
      if (shown > 0) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `No window shows what it should. Open are: ${context
      .pages()
      .map((one) => one.url().slice(0, 80))
      .join(", ")}`,
  );
}
