import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { valueOf } from "./support/cells.ts";
import { goTo, typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
const SOON = { timeout: 20_000 };

const tab = (pane: FrameLocator, name: string) => pane.getByRole("navigation").getByRole("button", { name });

/** A manager's own cells below the sheet's title, where nothing else stands. */
async function cellSays(page: Page, address: string, formula: string): Promise<() => Promise<unknown>> {
  await typeInto(page, address, formula);
  return () => valueOf(page, address);
}

const sheetNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as WorkbenchWindow).lpWorkbench?.grid.sheets().map(({ name }) => name) ?? []);

describe("a manager's own cells and sheets, from snapshots that were sent", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
    await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
  }, 60_000);

  test("signed out, a look-up is #N/A and nothing waits", async () => {
    const says = await cellSays(opened.page, "H1", '=LP.LEAD("KC-990001")');
    await expect.poll(says, SOON).toBe("#N/A");
  });

  test("signed in and calculated anew, LP.LEAD names the lead of another team's list, and LP.MEASURE one number of a month", async () => {
    const { page, pane } = opened;
    await pane.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Sign in" }).click();
    await pane.getByRole("button", { name: "Only here" }).click();
    await tab(pane, "Set-up").click();
    await pane.getByRole("button", { name: "Calculate anew" }).click();
    await expect
      .poll(() => valueOf(page, "H1"), SOON)
      .toBe("Amara Oasthouse, Swale, since 22 Jul 2024, list of 30 Nov 2024");
    await expect.poll(await cellSays(page, "I2", '=LP.LEAD("KC-000000")'), SOON).toBe("No lead recorded");
    await expect.poll(await cellSays(page, "J1", '=LP.MEASURE("cases","2024-11","Dover")'), SOON).toBeGreaterThan(0);
    await expect.poll(await cellSays(page, "J2", '=LP.MEASURE("cases","2023-01","Dover")'), SOON).toBe("#N/A");
  });

  test("a report on a month stands on a sheet of its own", async () => {
    const { page, pane } = opened;
    await tab(pane, "Snapshots").click();
    await pane.getByRole("button", { name: "History" }).click();
    await pane
      .getByRole("button", { name: /Insert report/ })
      .first()
      .click();
    await expect.poll(() => sheetNames(page), SOON).toContainEqual(expect.stringMatching(/^Report Nov 2024/));
    const [report] = (await sheetNames(page)).filter((name) => name.startsWith("Report"));
    expect(await valueOf(page, "A1", report)).toMatch(/November 2024/);
  });
});

describe("the lead of a child", () => {
  test("is named from the register by those who may lead, only after the cells that change are shown", async () => {
    const { page, pane, faults } = await here.open();
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await goTo(page, "H13");
    const before = await valueOf(page, "H13");
    await pane.getByText("Who may lead this child?").click();
    const others = pane.getByRole("button", { name: /^Name .* as lead$/ });
    await others.first().waitFor(SOON);
    await others.first().click();
    const confirm = pane.getByRole("group", { name: /^Name .* as lead of row 13$/ });
    expect(await confirm.innerText()).toMatch(/cells? will change:[^]*H13 'Lead professional'/);
    expect(await valueOf(page, "H13")).toBe(before);
    await confirm.getByRole("button", { name: /^Write \d+ cells?$/ }).click();
    await expect.poll(() => valueOf(page, "H13"), SOON).not.toBe(before);
    expect(faults).toEqual([]);
  });
});
