import { AxeBuilder } from "@axe-core/playwright";
import type { FrameLocator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { workbench } from "./support/workbench.ts";

const here = workbench();

const button = (pane: FrameLocator, name: string | RegExp) => pane.locator("main").getByRole("button", { name });
const heading = (pane: FrameLocator, name: string | RegExp) => pane.locator("main").getByRole("heading", { name });

/** The pane's Snapshots, as the demo manager has them, reached by the ribbon. */
async function opened(
  width = 1280,
): Promise<{ readonly page: Page; readonly pane: FrameLocator; readonly faults: string[] }> {
  const { page, pane, faults } = await here.open({ viewport: { width, height: 900 } });
  await pane.getByRole("button", { name: "Skip" }).click();
  await page.getByRole("button", { name: "Send snapshot" }).click();
  await heading(pane, "Snapshots").waitFor();
  const signIn = button(pane, "Sign in");
  await signIn.or(button(pane, "Show what would be sent")).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await button(pane, "Show what would be sent").waitFor();
  return { page, pane, faults };
}

async function send(pane: FrameLocator): Promise<void> {
  await button(pane, "Show what would be sent").click();
  await button(pane, "Send November 2024").click();
  await pane.getByText("Hash of what was sent").first().waitFor();
}

/** The page with what is inside its frames; the grid's own frame is not looked at. */
const accessible = async (page: Page): Promise<unknown[]> =>
  (await new AxeBuilder({ page }).include(["iframe", "main"]).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

describe("snapshots in the pane", () => {
  test("a month is shown before it is sent, then sent, with its receipt", async () => {
    const { page, pane, faults } = await opened();
    await button(pane, "Show what would be sent").click();
    const shown = heading(pane, "Dover, November 2024: what would be sent");
    await shown.waitFor();
    expect(await shown.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await pane.getByText(/\d+ rows of other teams are left out/).count()).toBe(1);
    expect(await accessible(page)).toEqual([]);
    await button(pane, "Send November 2024").click();
    await pane.getByText(/^November 2024 of Dover was received as version \d+/).waitFor();
    expect(await pane.getByText("Dover, November 2024, version").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test("the months that were sent have charts, each with its table, and what changed in them", async () => {
    const { page, pane, faults } = await opened();
    await send(pane);
    await button(pane, "History").click();
    await pane.locator("svg.picture").first().waitFor();
    expect(await pane.locator("figure").count()).toBe(4);
    for (const table of await pane.locator("figure details").all()) await table.locator("summary").click();
    expect(await pane.locator("figure table").count()).toBe(4);
    await button(pane, "What changed in November 2024").click();
    await pane.getByText(/^(Since October 2024|There is nothing to compare)/).waitFor();
    expect(await accessible(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("feedback that looks as if it named someone is asked about before it goes", async () => {
    const { page, pane, faults } = await opened();
    await button(pane, "Feedback").click();
    await pane.getByLabel("Text").fill("KC-104099 waited for Ann Example.");
    await button(pane, "Send feedback").click();
    await pane.getByText("“KC-104099” and “Ann Example”").waitFor();
    expect(await accessible(page)).toEqual([]);
    await button(pane, "Change the text").click();
    await pane.getByLabel("Text").fill("The course came late.");
    await button(pane, "Send feedback").click();
    await pane.getByText("Thank you. Your feedback for November 2024 of Dover has been sent.").waitFor();
    expect(faults).toEqual([]);
  });
});
