import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds amiss by WCAG 2.2 AA, in the page and in the pane: each rule with the elements that break it. */
export async function amiss(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return Object.fromEntries(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]));
}

/** How many pixels the page and the pane are wider than what is seen of them: more than none has to be scrolled sideways. */
export async function overflow(page: Page): Promise<number> {
  const wider = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ),
  );
  return Math.max(...wider);
}
