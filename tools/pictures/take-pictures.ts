import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { OTHER_VIEWS, takeOtherViews } from "./other-views.ts";

/** The pictures of the guides, by name. */
export const PICTURES = [
  "workbench",
  "findings",
  "people",
  "who-leads",
  "set-up",
  "snapshots",
  ...OTHER_VIEWS,
] as const;

/** The screens of the pane that are pictured as they are when chosen. */
const SCREENS = [
  ["People", "people"],
  ["Who leads", "who-leads"],
  ["Set-up", "set-up"],
] as const;

/** What is drawn a moment after it is there: the grid's letters, and colours that fade in. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(1_500);

async function showSnapshot(page: Page, pane: FrameLocator): Promise<void> {
  const main = pane.locator("main");
  const [signIn, show, onlyHere] = ["Sign in", "Show what would be sent", "Only here"].map((name) =>
    main.getByRole("button", { name }),
  ) as [Locator, Locator, Locator];
  await signIn.or(show).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await show.waitFor();
  if (await onlyHere.isVisible()) await onlyHere.click();
  await show.click();
  await main.getByRole("heading", { name: /what would be sent$/ }).waitFor();
  await settled(page);
}

/** Takes the pictures of the workbench with the sample, as somebody sees it who opens it for the first time. */
export async function takePictures(browser: Browser, url: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(url);
  const frame = page.locator("iframe");
  const pane = page.frameLocator("iframe");
  const shoot = async (what: Page | Locator, name: (typeof PICTURES)[number]): Promise<void> => {
    await what.screenshot({ path: join(folder, `${name}.png`) });
  };
  const go = (screen: string): Promise<void> =>
    pane.getByRole("navigation", { name: "Lead Professional" }).getByRole("button", { name: screen }).click();

  await pane.getByRole("button", { name: "Skip" }).click();
  await pane.locator("main h1").first().waitFor();
  await settled(page);
  await shoot(page, "workbench");
  await shoot(frame, "findings");
  for (const [screen, name] of SCREENS) {
    await go(screen);
    await settled(page);
    await shoot(frame, name);
  }
  await go("Snapshots");
  await showSnapshot(page, pane);
  await shoot(frame, "snapshots");
  await context.close();
  await takeOtherViews(browser, url, settled, shoot);
}
