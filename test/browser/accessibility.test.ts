import { beforeAll, describe, expect, test } from "vitest";
import { amiss, overflow } from "./support/accessible.ts";
import { chooseWorkbook, limitNextAnswers } from "./support/open-file.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();

type Screen = readonly [tab: string, title: RegExp];
const FINDINGS: Screen = ["Findings", /^\d+ findings? in/];
const SCREENS: readonly Screen[] = [
  FINDINGS,
  ["People", /on the sheet$/],
  ["Who leads", /^Who leads, as of/],
  ["Snapshots", /^Snapshots$/],
  ["Set-up", /^Set-up$/],
];
const PLAIN = {
  sheets: [
    {
      name: "Plain",
      rows: [
        ["Shopping", "Price"],
        ["Apples", 2],
      ],
    },
  ],
};

const heading = ({ pane }: Opened, name: string | RegExp) => pane.getByRole("heading", { level: 1, name });

async function show(opened: Opened, [tab, title]: Screen): Promise<void> {
  await opened.pane.getByRole("button", { name: tab, exact: true }).click();
  await heading(opened, title).waitFor();
}

async function checked(how: Parameters<typeof here.open>[0] = {}): Promise<Opened> {
  const opened = await here.open(how);
  await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
  await heading(opened, FINDINGS[1]).waitFor();
  return opened;
}

describe("the workbench and its pane for somebody who sees, hears or moves otherwise", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
  });

  test("the introduction breaks no rule of WCAG", async () => {
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Check this sheet" }).waitFor();
    expect(await amiss(page)).toEqual({});
    await pane.getByRole("button", { name: "Check this sheet" }).click();
  });

  test.each(SCREENS)("nor does %s, with all that it can unfold, signed out", async (...screen) => {
    const { page, pane } = opened;
    await show(opened, screen);
    for (const folded of (await pane.locator("details:not([open]) > summary").all()).slice(0, 3)) await folded.click();
    await pane.getByRole("button", { name: "Sign in" }).first().waitFor();
    // What happens to lie half below the navigation, which stays in view, is no smaller for that.
    await pane.locator("main").evaluate(() => {
      scrollTo(0, 0);
    });
    expect(await amiss(page)).toEqual({});
  });

  test("landmarks, regions and buttons have names, and what changes is in a live region", async () => {
    const { page, pane } = opened;
    await show(opened, FINDINGS);
    expect(await page.locator("body").ariaSnapshot()).toContain('- complementary "Task pane"');
    for (const [role, name] of [
      ["banner", undefined],
      ["main", "Workbench"],
      ["region", "Spreadsheet"],
      ["group", "Lead Professional"],
      ["group", "Edit"],
      ["group", "File"],
    ] as const) {
      expect([role, await page.getByRole(role, name === undefined ? {} : { name }).count()]).toEqual([role, 1]);
    }
    for (const [role, name] of [
      ["banner", undefined],
      ["navigation", "Lead Professional"],
      ["region", "Messages"],
      ["main", undefined],
      ["contentinfo", undefined],
      ["group", "Findings to show"],
    ] as const) {
      expect([role, await pane.getByRole(role, name === undefined ? {} : { name }).count()]).toEqual([role, 1]);
    }
    expect(await pane.getByRole("status").count()).toBe(2);
    expect(await pane.locator("[role=alert]").count()).toBe(1);
    expect(await page.locator("iframe").getAttribute("title")).toBe("Lead Professional task pane");
    expect((await page.getByRole("navigation").count()) + (await pane.getByRole("navigation").count())).toBe(1);
  });

  test("forced colours leave each severity its words and a shape of its own", async () => {
    const { page, pane } = opened;
    await page.emulateMedia({ forcedColors: "active" });
    const tags = await pane.locator("li.finding .tag").evaluateAll((found) =>
      found.map((tag) => {
        const [icon, box] = [tag.querySelector("path"), tag.querySelector("svg")?.getBoundingClientRect()];
        const isSeen =
          icon !== null &&
          (box?.width ?? 0) > 0 &&
          getComputedStyle(icon).fill !== getComputedStyle(document.body).backgroundColor;
        return { words: tag.textContent, shape: icon?.getAttribute("d"), isSeen };
      }),
    );
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter(({ isSeen, words }) => !isSeen || words === "")).toEqual([]);
    const words = new Set(tags.map((tag) => tag.words));
    expect(words).toEqual(new Set(["Not eligible", "Action needed", "Check", "Advice"]));
    expect(new Set(tags.map(({ shape }) => shape)).size).toBe(words.size);
    // The screen that is shown is told by more than a colour too.
    const lines = await pane
      .locator("nav")
      .first()
      .getByRole("button")
      .evaluateAll((found) =>
        found.map((tab) => [
          tab.getAttribute("aria-current"),
          getComputedStyle(tab).borderBottomColor === getComputedStyle(document.body).backgroundColor,
        ]),
      );
    expect(lines).toEqual([
      ["page", false],
      [null, true],
      [null, true],
      [null, true],
      [null, true],
    ]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("nothing moves for somebody who asked for less motion", async () => {
    const { page, pane } = opened;
    const moving = () =>
      pane.locator("button, summary, li").evaluateAll(
        (found) =>
          found.filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element);
            return (
              animationName !== "none" || transitionDuration.split(", ").some((duration) => parseFloat(duration) > 0)
            );
          }).length,
      );
    expect(await moving()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await moving()).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
  });

  test("at 320 pixels nothing has to be scrolled sideways, and no rule of WCAG is broken", async () => {
    const { page, pane } = opened;
    await page.setViewportSize({ width: 320, height: 700 });
    for (const screen of SCREENS) {
      await show(opened, screen);
      for (const folded of (await pane.locator("details:not([open]) > summary").all()).slice(0, 2))
        await folded.click();
      expect([screen[0], await overflow(page)]).toEqual([screen[0], 0]);
    }
    expect(await amiss(page)).toEqual({});
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("a workbook without a list, and one that cannot be read, break no rule either", async () => {
    const { page, pane } = opened;
    await chooseWorkbook(page, "plain.xlsx", PLAIN);
    await heading(opened, "No list of allocations yet").waitFor();
    expect(await amiss(page)).toEqual({});

    await limitNextAnswers(page, 1);
    await chooseWorkbook(page, "plain.xlsx", PLAIN);
    await heading(opened, "The workbook could not be read").waitFor();
    expect(await pane.getByRole("alert").first().innerText()).toContain(
      "There is too much on the sheet to read the workbook at once.",
    );
    expect(await amiss(page)).toEqual({});
  });

  test("at a zoom of 200 % all of it is there, without scrolling sideways", async () => {
    const zoomed = await checked({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    for (const screen of SCREENS) {
      await show(zoomed, screen);
      expect([screen[0], await overflow(zoomed.page)]).toEqual([screen[0], 0]);
    }
    expect(await zoomed.page.getByRole("button", { name: "Download" }).isVisible()).toBe(true);
    expect(await amiss(zoomed.page)).toEqual({});
  });

  test("the question at the first sign-in, and the word that the service does not answer, break no rule", async () => {
    const { page, pane } = await checked();
    await pane.getByRole("button", { name: "Sign in" }).click();
    await pane.getByRole("heading", { name: "Check with the council's service too?" }).waitFor();
    expect(await amiss(page)).toEqual({});
    await page.route("**/api/**", (route) => route.abort());
    await pane.getByRole("button", { name: "Check with the service" }).click();
    await typeInto(page, "E5", "Child protection");
    await pane
      .getByText("The council's service does not answer. Everything but what other teams' lists say still works")
      .waitFor();
    expect(await amiss(page)).toEqual({});
  });
});
