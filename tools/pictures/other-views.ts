import type { Browser, Page } from "playwright-core";

/** The pane as it is for somebody whose screen is narrow, or who has the system choose the colours. */
export const OTHER_VIEWS = ["pane-320", "pane-forced-colours"] as const;

type Shoot = (page: Page, name: (typeof OTHER_VIEWS)[number]) => Promise<void>;

export async function takeOtherViews(
  browser: Browser,
  url: string,
  settled: (page: Page) => Promise<void>,
  shoot: Shoot,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 320, height: 720 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(url);
  const pane = page.frameLocator("iframe");
  await pane.getByRole("button", { name: "Check this sheet" }).click();
  await pane.getByRole("button", { name: "Not now" }).click();
  await pane.locator("main h1").first().waitFor();
  // At this width the pane stands below the sheet.
  await page.locator("#pane").evaluate((element) => {
    element.scrollIntoView();
  });
  await settled(page);
  await shoot(page, "pane-320");
  await page.emulateMedia({ forcedColors: "active" });
  await settled(page);
  await shoot(page, "pane-forced-colours");
  await context.close();
}
