import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { WorkbenchWindow } from "../../web/workbench/page/window.ts";
import { valueOf, valuesOf } from "./support/cells.ts";
import { CHECKS, FINDINGS, rowOf, SAMPLE } from "./support/sample-places.ts";
import { workbench } from "./support/workbench.ts";

const here = workbench();

/** A child on a protection plan whose lead is an assistant. */
const NOT_ELIGIBLE = `${SAMPLE.check}${rowOf("KC-104127")}`;

/** The service and how to reach it take for ever. */
async function serviceHangs(page: Page): Promise<void> {
  for (const address of ["**/api/**", "**/local/**", "**/settings.json"]) await page.route(address, () => undefined);
}

const formulas = (page: Page): Promise<unknown> =>
  page.evaluate((left) => {
    const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
    return grid?.formulas(grid.activeSheetId(), { top: 4, left, rows: 1, columns: 3 })[0];
  }, SAMPLE.columns);

describe("the workbench when it is first opened", () => {
  test("says that it is not Excel, and has the sample with live LP formulas, and a pane that needs one button to show its findings", async () => {
    const { page, pane, faults } = await here.open();
    const about = await page.getByRole("banner").innerText();
    expect(about).toContain("This is the workbench, not Excel");
    expect(about).toContain("Nothing that you open leaves this page unless you sign in.");
    await pane.getByRole("heading", { name: "Who may lead, and is each case in order?" }).waitFor();
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    const title = await pane.getByRole("heading", { name: FINDINGS }).innerText();

    expect(await formulas(page)).toContain("=LP.CHECK(Allocations[#Headers],Allocations[#Data])");
    await expect.poll(() => valueOf(page, NOT_ELIGIBLE), { timeout: 10_000 }).toBe("Not eligible");
    const verdicts = (await valuesOf(page, CHECKS)).flat();
    const broken = verdicts.filter((verdict) => verdict !== "Clear");
    expect(
      verdicts.every((verdict) =>
        ["Not eligible", "Action needed", "Check", "Advice", "Clear"].includes(String(verdict)),
      ),
    ).toBe(true);
    // The cells and the pane say the same of the same rows.
    expect(title).toContain(`in ${broken.length} of ${SAMPLE.open} rows`);
    expect(await pane.getByRole("heading", { name: /^Row \d+/ }).count()).toBe(broken.length);
    expect(faults).toEqual([]);
  });

  test("asks nothing of anybody but the server that it came from, and nothing of the service", async () => {
    const { page, pane, requests, faults } = await here.open();
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(requests.length).toBeGreaterThan(5);
    const foreign = requests.filter((request) => !new RegExp(`^GET (${here.url()}/|blob:|data:)`).test(request));
    expect(foreign).toEqual([]);
    expect(requests.filter((request) => request.includes("/api/"))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("shows findings and flags rows while the service and its settings never answer", async () => {
    const { page, pane, faults } = await here.open({}, "/", serviceHangs);
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor({ timeout: 10_000 });
    expect(await pane.getByText("Re-allocate to a registered social worker today").count()).toBeGreaterThan(0);
    await expect.poll(() => valueOf(page, NOT_ELIGIBLE), { timeout: 10_000 }).toBe("Not eligible");
    expect(faults).toEqual([]);
  });

  test("knows somebody who has been there: the pane opens with the findings", async () => {
    const { page, pane } = await here.open();
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor();
    await page.reload();
    await pane.getByRole("heading", { name: FINDINGS }).waitFor();
    expect(await pane.getByRole("button", { name: "Check this sheet" }).count()).toBe(0);
  });
});
