import { AxeBuilder } from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { CODEBOOK } from "../../../web/evaluation/codebook.ts";
import { everyItem, signedIn, type ServiceCaller } from "../../../tools/seed/service-caller.ts";
import { sendYear } from "../../../tools/seed/send-year.ts";
import { SEEDED_TEAMS } from "../../../tools/seed/staff.ts";
import { workbench, type Opened } from "../../browser/support/workbench.ts";

const here = workbench();

let evaluator: ServiceCaller;
beforeAll(async () => {
  await sendYear(here.url());
  evaluator = await signedIn(here.url(), { name: "Demo Evaluator", roles: ["Evaluator"], teams: [] });
}, 120_000);

async function seen(width = 1280): Promise<Opened> {
  const opened = await here.open({ viewport: { width, height: 800 } }, "/evaluation/");
  await opened.page.getByRole("button", { name: "Sign in as the demo evaluator" }).click();
  await opened.page.getByRole("heading", { name: "Codebook" }).waitFor();
  return opened;
}

const rowsOf = async (page: Page, region: string): Promise<readonly (readonly string[])[]> =>
  page
    .getByRole("region", { name: region, exact: true })
    .locator("tbody tr:not(.group)")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));

const numbersIn = (text: string): number[] =>
  [...text.replaceAll(/(\d+–)?\d+%/g, "").matchAll(/\d+/g)].map(([digits]) => Number(digits));

describe("the year through the public API", () => {
  test("sent again sends nothing anew", async () => {
    expect(await sendYear(here.url())).toMatchObject({ lists: 0, rows: 0 });
  });

  test("shows the trial being taken up in its teams, and nowhere else", async () => {
    const months = (await evaluator.ask("GET", "/measures?from=2024-04&to=2025-03&limit=2000")) as {
      items: { team: string; month: string; measures: Record<string, { count: number }> }[];
    };
    const led = (month: string, isInTrial: boolean): number =>
      months.items
        .filter(
          (one) =>
            one.month === month && SEEDED_TEAMS.some(({ id, isInTrial: is }) => id === one.team && is === isInTrial),
        )
        .reduce((sum, { measures }) => sum + (measures["cin-led-by-others"]?.count ?? 0), 0);
    expect([led("2024-09", true), led("2024-09", false), led("2025-03", false)]).toEqual([0, 0, 0]);
    expect(led("2025-03", true)).toBeGreaterThan(led("2024-10", true));
  });
});

describe("the evaluation page", () => {
  test("compares the teams month by month, as the service's rounded figures have it, in the order of the alphabet", async () => {
    const { page, faults } = await seen();
    const rows = await rowsOf(page, "Led by other practitioners");
    expect(rows.map(([team]) => team)).toEqual([
      "Dover",
      "Gravesend",
      "North Adolescent Services",
      "Sevenoaks",
      "Thanet",
      "Tonbridge and Malling",
      "Ashford",
      "Canterbury",
      "Maidstone",
      "Swale",
    ]);
    const { items } = (await evaluator.ask("GET", "/measures?from=2025-03&to=2025-03")) as {
      items: { team: string; measures: Record<string, { count: number }> }[];
    };
    expect(rows[0]?.at(-1)).toBe(String(items.find(({ team }) => team === "dover")?.measures["led-by-others"]?.count));
    expect(faults).toEqual([]);
  });

  test("shows no count of a team that is not rounded to 5, nor a person's name", async () => {
    const { page } = await seen();
    for (const { title } of CODEBOOK) {
      const cells = (await rowsOf(page, title)).flatMap(([, ...figures]) => figures);
      expect(cells.length, title).toBeGreaterThan(0);
      expect(
        cells.flatMap(numbersIn).filter((count) => count % 5 !== 0),
        title,
      ).toEqual([]);
    }
    const text = await page.locator("main").innerText();
    const admin = await signedIn(here.url(), { name: "Demo Admin", roles: ["Admin"], teams: [] });
    for (const { name, id } of await everyItem(admin, "/practitioners")) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(id);
    }
  });

  test("tells the balance of one month, which can be chosen", async () => {
    const { page } = await seen();
    expect((await rowsOf(page, "Who leads, Mar 2025"))[0]).toHaveLength(7);
    await page.getByLabel("Month of the balance").selectOption("2024-09");
    expect((await rowsOf(page, "Who leads, Sep 2024")).map(([, , , , childInNeed]) => childInNeed)).toEqual([
      ...Array.from({ length: 9 }, () => "0"),
      "not sent",
    ]);
  });

  test("fetches other months when they are chosen", async () => {
    const { page } = await seen();
    await page.getByLabel("From", { exact: true }).selectOption("2025-02");
    await expect.poll(async () => (await rowsOf(page, "Open cases"))[0]?.length).toBe(3);
    await page.getByLabel("To", { exact: true }).selectOption("2025-01");
    await expect.poll(async () => (await rowsOf(page, "Open cases"))[0]?.length).toBe(2);
    await page.getByLabel("To", { exact: true }).selectOption("2026-10");
    await page.getByLabel("From", { exact: true }).selectOption("2026-10");
    await page.getByText("No team has sent a list for these months.").waitFor();
  });

  test("saves the service's CSV file", async () => {
    const { page } = await seen();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("measures-2024-04-to-2025-03.csv");
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines[0]).toBe("team,month,as of,version,measure,count,out of,per cent,rounded");
    expect(lines.slice(1, -1).every((line) => line.endsWith(",yes"))).toBe(true);
  });

  test("has what was said by theme, with its words behind it", async () => {
    const { page } = await seen();
    await page.getByText(/^Training: \d+ lines$/).click();
    expect(await page.getByText("The course came six weeks after the first case.").first().isVisible()).toBe(true);
  });

  test("draws its charts, and every one has its table", async () => {
    const { page } = await seen();
    const charts = page.getByRole("figure");
    await expect.poll(async () => charts.getByRole("img").count()).toBe(await charts.count());
    expect(await charts.count()).toBeGreaterThan(2);
    expect(await charts.locator("details table").count()).toBe(await charts.count());
  });

  test.each([1280, 320])(
    "has nothing for axe to find at %i pixels, and never scrolls sideways as a whole",
    async (width) => {
      const { page } = await seen(width);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  test("shows nothing before signing in, and nothing after signing out", async () => {
    const { page } = await seen();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in as the demo evaluator" }).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
  });

  test("is served with a policy that runs our scripts alone and no styles written in the page", async () => {
    const policy = (await fetch(`${here.url()}/evaluation/`)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect((await fetch(`${here.url()}/evaluation/nothing.js`)).status).toBe(404);
  });
});
