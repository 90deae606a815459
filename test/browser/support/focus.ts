import type { Page } from "playwright-core";

/** What has the keyboard, as a person with a screen reader or a keyboard alone is told of it. */
export interface Focused {
  readonly place: "page" | "pane";
  readonly tag: string;
  readonly name: string;
  /** Whether it is seen that it has the keyboard. */
  readonly isSeen: boolean;
}

export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let [root, element] = [document, document.activeElement];
    while (element instanceof HTMLIFrameElement && element.contentDocument)
      [root, element] = [element.contentDocument, element.contentDocument.activeElement];
    if (!element) return { place: "page", tag: "", name: "", isSeen: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const labels =
      "labels" in element
        ? [...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent)
        : [];
    const text = element.getAttribute("aria-label") ?? (labels.length > 0 ? labels.join(" ") : element.textContent);
    return {
      place: root === document ? "page" : "pane",
      tag: element.tagName.toLowerCase(),
      name: text.trim().slice(0, 80),
      isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
    };
  });

/** Presses a key, Tab unless another is given, until something so named has the keyboard; tells of everything on the way. */
export async function pressUntil(
  page: Page,
  name: string | RegExp,
  { key = "Tab", most = 60 } = {},
): Promise<Focused[]> {
  const way: Focused[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    way.push(now);
    if (typeof name === "string" ? now.name === name : name.test(now.name)) return way;
  }
  throw new Error(
    `${String(name)} was not reached in ${most} presses of ${key}, but: ${[...new Set(way.map((one) => one.name))].join(", ")}`,
  );
}
