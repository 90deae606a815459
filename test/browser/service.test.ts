import type { FrameLocator, Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "./support/cells.ts";
import { FINDINGS, SAMPLE } from "./support/sample-places.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();

const SOON = { timeout: 15_000 };
/** A service that was away is asked again after some seconds, and after more of them each time. */
const LATER = { timeout: 40_000 };
/** One row of the sample has a name for a ref, and is held back. */
const ALL_BUT_ONE = `It has answered for ${SAMPLE.cases - 1} of ${SAMPLE.cases} rows.`;
const AWAY = "The council's service does not answer.";
/** What only the service knows: a list of another team names another lead for the child of row 5. */
const ELSEWHERE =
  /^LP-02: This row names Amara Oasthouse as lead; the list of Swale of .* names Priya Chalkdown\. Next: /;

const why = async (page: Page): Promise<string> => String((await valueOf(page, `${SAMPLE.why}5`)) ?? "");
const tab = (pane: FrameLocator, name: string) => pane.getByRole("navigation").getByRole("button", { name });
const messages = (pane: FrameLocator) => pane.getByRole("region", { name: "Messages" });

const away = (page: Page): Promise<unknown> => page.route("**/api/**", (route) => route.abort());

async function inSetUp(pane: FrameLocator, text: string | RegExp): Promise<void> {
  await tab(pane, "Set-up").click();
  await pane.getByRole("region", { name: "The council's service" }).getByText(text).waitFor(SOON);
  await tab(pane, "Findings").click();
}

/** Edits a row that nobody else's list is about, sees it flagged, and takes the edit back. */
async function editsAreFlagged(page: Page): Promise<void> {
  await typeInto(page, "E13", "Looked after");
  await expect.poll(() => valueOf(page, `${SAMPLE.why}13`), SOON).toContain("leads this looked after case");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => valueOf(page, `${SAMPLE.why}13`), SOON).not.toContain("leads this looked after case");
}

describe("checking with the council's service", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
    await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
  }, 60_000);
  afterEach(async () => {
    await opened.page.unrouteAll({ behavior: "ignoreErrors" });
  });

  test("is offered at the first sign-in, with what it sends, and sends no row before somebody agrees", async () => {
    const { pane, requests } = opened;
    await messages(pane).getByText("Signed out. Rows are checked here, by what this workbook holds.").waitFor();
    await messages(pane).getByRole("button", { name: "Sign in" }).click();
    const asked = messages(pane).getByRole("region", { name: "Check with the council's service too?" });
    await asked.waitFor();
    expect(await asked.innerText()).toMatch(
      /Sent: child and family refs[^]*Never sent: columns that are not read[^]*You can change this in Set-up/,
    );
    expect(requests.filter((request) => request.includes("/checks"))).toEqual([]);
  });

  test("validates every row that has a ref, and adds what other teams' lists say", async () => {
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Check with the service" }).click();
    await expect.poll(() => why(page), SOON).toMatch(ELSEWHERE);
    await inSetUp(pane, ALL_BUT_ONE);
    expect(await pane.locator("section.group").filter({ hasText: "Row 5, KC-102871" }).innerText()).toContain(
      "the list of Swale",
    );
  });

  test("an edited row is validated again by itself", async () => {
    const { page, requests } = opened;
    const before = requests.filter((request) => request.includes("/checks")).length;
    await editsAreFlagged(page);
    await expect
      .poll(() => requests.filter((request) => request.includes("/checks")).length, SOON)
      .toBeGreaterThan(before);
    await inSetUp(opened.pane, ALL_BUT_ONE);
  });

  test("with the service away the pane says so and goes on; what was known stays", async () => {
    const { page, pane } = opened;
    await away(page);
    await typeInto(page, "G5", "1");
    await messages(pane).getByText(AWAY).waitFor(SOON);
    await expect
      .poll(() => pane.locator("p[role=status]").innerText(), SOON)
      .toBe("The council's service does not answer.");
    await editsAreFlagged(page);
    await inSetUp(pane, "It does not answer, and is asked again by itself. Rows are checked here meanwhile.");
    expect(await why(page)).toMatch(ELSEWHERE);
  });

  test("opened with the service away, everything but other teams' facts works, and they come by themselves when it is back", async () => {
    const { page, pane } = opened;
    await away(page);
    await page.reload();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor();
    await messages(pane).getByText(AWAY).waitFor(SOON);
    await editsAreFlagged(page);
    expect(await why(page)).toBe("");

    await page.unrouteAll({ behavior: "ignoreErrors" });
    await expect.poll(() => why(page), LATER).toMatch(ELSEWHERE);
    await expect.poll(() => messages(pane).getByText(AWAY).count(), SOON).toBe(0);
    await inSetUp(pane, ALL_BUT_ONE);
  });

  test("a service that answers with faults is said to, and nothing else stops", async () => {
    const { page, pane } = opened;
    await page.route("**/api/**", (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 500, detail: "The service has a fault.", requestId: "made-up-1" }),
      }),
    );
    await editsAreFlagged(page);
    await editsAreFlagged(page);
    await messages(pane).getByText("The service has a fault. (Reference made-up-1.)").waitFor(LATER);

    await page.unrouteAll({ behavior: "ignoreErrors" });
    await messages(pane).getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => messages(pane).getByText("fault").count(), LATER).toBe(0);
    await inSetUp(pane, ALL_BUT_ONE);
  });

  test("a service that takes its time holds nothing up, not even when the page opens", async () => {
    const { page, pane } = opened;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/**", async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor();
    await editsAreFlagged(page);
    expect(await why(page)).toBe("");
    release();
    await expect.poll(() => why(page), LATER).toMatch(ELSEWHERE);
  });

  test("signing out takes back what only the service knew", async () => {
    const { page, pane } = opened;
    await tab(pane, "Set-up").click();
    await pane.getByRole("button", { name: "Sign out" }).click();
    await expect.poll(() => why(page), SOON).toBe("");
    await inSetUp(pane, "Signed out. Rows are checked here, by what this workbook holds.");
  });

  test("no address that was asked for names a child, a person or a cell's text", () => {
    const toService = opened.requests.filter((request) => /\/(api|local)\//.test(request));
    expect(toService.length).toBeGreaterThan(5);
    expect(toService.filter((request) => /KC-|F-\d|Oasthouse|Thanet|Swale/i.test(decodeURIComponent(request)))).toEqual(
      [],
    );
    expect(
      toService.filter(
        (request) =>
          !/^(GET|POST) http:\/\/localhost:\d+\/(local\/token|api\/health|api\/v1\/(me|checks|policy\/versions|practitioners\?limit=200))$/.test(
            request,
          ),
      ),
    ).toEqual([]);
  });
});
