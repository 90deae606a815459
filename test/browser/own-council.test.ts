import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { monthsOn } from "../../rules/months.ts";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { amiss, overflow } from "./support/accessible.ts";
import { MANAGER, sayColumns, tab, typeCases, writePolicy } from "./support/own-council.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
const SOON = { timeout: 15_000 };

const heading = (pane: FrameLocator, name: string | RegExp) => pane.locator("main").getByRole("heading", { name });
const button = (pane: FrameLocator, name: string | RegExp) => pane.locator("main").getByRole("button", { name });

/** What stands on a row's card of findings; "" where there is none. */
const found = async ({ pane }: Opened, row: number): Promise<string> =>
  (
    await pane
      .locator("section.group")
      .filter({ hasText: `Row ${row}, ` })
      .allInnerTexts()
  ).join(" ");

/** The rows are right by the council's own words: nobody's rows but three are free of findings. */
async function rightFindings(opened: Opened): Promise<void> {
  await tab(opened, "Findings").click();
  await heading(opened.pane, /^\d+ findings in 3 of 6 rows/).waitFor(SOON);
  expect(await found(opened, 2)).toMatch(/Not eligible[^]*Hazel Example leads this child protection case/);
  expect(await found(opened, 3)).toMatch(/Not eligible[^]*nobody is named to oversee this case[^]*supervision was due/);
  expect(await found(opened, 7)).toMatch(/Check[^]*'On the edge', which is no case status/);
  const basis = await opened.pane.locator(".basis").innerText();
  expect(basis).toContain("by the policy 'Clusters 2026'");
  expect(basis).not.toContain("Kent");
}

/** A part of the administration page, as the demo administrator has it. */
async function administrator(section: string): Promise<Page> {
  const { page } = await here.open({}, `/admin/#${section}`);
  await page.getByRole("button", { name: "Sign in as the demo administrator" }).click();
  return page;
}

/** The month so many before this one, as the service names it. */
const month = (ago: number): string => {
  const now = new Date();
  return monthsOn(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`, -ago);
};

describe("a council that nobody has heard of, from an empty sheet to a sent month", () => {
  let council: Opened;
  beforeAll(async () => {
    council = await here.open({ viewport: { width: 1280, height: 900 } }, "/", async (page) => {
      const person = JSON.stringify({ name: MANAGER, roles: ["Manager"], teams: [] });
      await page.route("**/local/token", (route) => route.continue({ postData: person }));
    });
    await council.pane.getByRole("button", { name: "Check this sheet" }).click();
  }, 60_000);

  test("its headers are asked about before a row stands below them, and of no rows nothing is Clear", async () => {
    await sayColumns(council);
    await heading(council.pane, "No row to check yet").waitFor(SOON);
    expect(await council.pane.getByText("Every row is Clear").count()).toBe(0);
  });

  test("its teams, role and statuses are written into the workbook, and its rows checked by them as they are typed", async () => {
    await writePolicy(council);
    await typeCases(council);
    await rightFindings(council);
  });

  test("signed in to a service that does not know it, it is told what that needs, and checked as before", async () => {
    const { page, pane } = council;
    await page.getByRole("button", { name: "Send snapshot" }).click();
    await button(pane, "Sign in").click();
    await pane.getByText(/^No month can be sent yet: the service has no policy of the council's own/).waitFor(SOON);
    await pane.getByRole("button", { name: "Only here" }).click();
    expect(await amiss(page)).toEqual({});
    await rightFindings(council);
  });

  test("its administrator takes policy and register from the workbook, and gives the manager a team", async () => {
    const saved = await council.page.evaluate(() => {
      const bytes = (window as WorkbenchWindow).lpWorkbench?.save();
      return bytes && !("refused" in bytes) ? [...bytes] : [];
    });
    const file = { name: "clusters.xlsx", mimeType: "", buffer: Buffer.from(saved) };
    const policy = await administrator("policy");
    await policy.getByLabel("New version from a workbook").setInputFiles(file);
    await policy.getByRole("heading", { name: "New version from the table Policy in clusters.xlsx" }).waitFor();
    expect(await policy.getByText("was left out").count()).toBe(0);
    await policy.getByRole("button", { name: "Preview what would change" }).click();
    await policy.getByRole("button", { name: /^Send as version/ }).click();
    await policy.getByText(/^Version \d+ is made\./).waitFor();

    const register = await administrator("register");
    await register.getByLabel("Maintain it from a workbook").setInputFiles(file);
    await register.getByRole("button", { name: "Send 4 people" }).click();
    await register.getByText("4 people sent to the register.").waitFor();

    const members = await administrator("members");
    await members.getByRole("button", { name: `Change the teams of ${MANAGER}` }).click();
    await members.getByLabel("Ashbeck").check();
    await members.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => members.getByRole("row", { name: MANAGER }).innerText()).toContain("Ashbeck");
  });

  test("a month before the policy is in force is refused in words, and this one is sent with its receipt", async () => {
    const { page, pane, faults } = council;
    await page.getByRole("button", { name: "Send snapshot" }).click();
    await button(pane, "Look again").click();
    await pane.getByText("Team: Ashbeck").waitFor(SOON);
    await pane.getByLabel("Month").selectOption(month(2));
    await button(pane, "Show what would be sent").click();
    await pane.getByText(/^The service has no policy of the council's own that is in force on/).waitFor();
    await pane.getByLabel("Month").selectOption(month(0));
    await button(pane, "Show what would be sent").click();
    await heading(pane, /^Ashbeck, .*: what would be sent/).waitFor();
    await pane.getByText("1 row of other teams is left out.").waitFor();
    await button(pane, /^Send (?!feedback)/)
      .last()
      .click();
    await pane.getByText(/ of Ashbeck was received as version 1/).waitFor(SOON);
    expect(await pane.locator("dl.receipt").first().innerText()).toMatch(/5 rows: [^]*2 Not eligible/);
    expect(await amiss(page)).toEqual({});
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await rightFindings(council);
    expect(faults).toEqual([]);
  });
});
