import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { valueOf, valuesOf } from "./support/cells.ts";
import { goTo, typeInto } from "./support/typing.ts";
import { letterOf, SAMPLE } from "./support/sample-places.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();

const SOON = { timeout: 10_000 };
/** A child in need whose lead is a social work assistant: in order, as long as that is what the case is. */
const ROW = 5;
const BELOW = SAMPLE.last + 1;

interface Shown {
  readonly title: string;
  readonly rows: readonly string[];
  readonly verdicts: unknown;
}

/** What the pane and the sheet's own check columns say of every row. */
async function shown(page: Page, pane: FrameLocator): Promise<Shown> {
  return {
    title: await pane.getByRole("heading", { level: 1 }).innerText(),
    rows: await pane.locator("section.group h2").allInnerTexts(),
    verdicts: await valuesOf(page, `${SAMPLE.check}${SAMPLE.first}:${SAMPLE.why}${SAMPLE.last}`),
  };
}

const group = (pane: FrameLocator, row: number) =>
  pane.locator("section.group").filter({ has: pane.getByRole("heading", { name: new RegExp(`^Row ${row},`) }) });
const said = (pane: FrameLocator): Promise<string> => pane.locator("p[role=status]").innerText();
const verdict = (page: Page, row = ROW) => valueOf(page, `${SAMPLE.check}${row}`);

const titled = (count: number, rows: number): string =>
  `${count} findings in ${rows} of ${SAMPLE.open} rows, and 1 accepted`;
/** How many findings there are, in how many rows, by the pane's title. */
const found = (title: string): [number, number] => {
  const [, count, rows] = /^(\d+) findings in (\d+) of/.exec(title) ?? [];
  return [Number(count), Number(rows)];
};

describe("editing the sheet", () => {
  let opened: Opened;
  let before: Shown;
  let [count, rows] = [0, 0];
  beforeAll(async () => {
    opened = await here.open({ viewport: { width: 1400, height: 850 } });
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    await vi.waitFor(async () => {
      expect(await verdict(page)).toBe("Clear");
    }, SOON);
    await vi.waitFor(async () => {
      expect(await said(pane)).toMatch(/^\d+ findings$/);
    }, SOON);
    [count, rows] = found(await pane.getByRole("heading", { level: 1 }).innerText());
    before = await shown(page, pane);
  }, 60_000);

  const asBefore = async (): Promise<void> => {
    await expect.poll(() => shown(opened.page, opened.pane), SOON).toEqual(before);
  };

  test("a case that turns from child in need to child protection is not eligible, in the cell and in the pane, with reason and next step; and back", async () => {
    const { page, pane } = opened;
    await typeInto(page, `E${ROW}`, "Child protection");
    await expect.poll(() => verdict(page), SOON).toBe("Not eligible");
    const why = String(await valueOf(page, `${SAMPLE.why}${ROW}`));
    expect(why).toMatch(
      /^LP-03: Amara Oasthouse leads this child protection case, and is not shown as a registered social worker\. Next: Re-allocate/,
    );

    await group(pane, ROW).waitFor();
    const finding = await group(pane, ROW).innerText();
    expect(finding).toContain("Not eligible");
    expect(finding).toContain(
      "Amara Oasthouse leads this child protection case, and is not shown as a registered social worker.",
    );
    expect(finding).toContain("Next: Re-allocate to a registered social worker today: the team manager.");
    expect(await pane.getByRole("heading", { level: 1 }).innerText()).toBe(titled(count + 1, rows + 1));
    expect(await page.frames()[1]?.title()).toBe(`${titled(count + 1, rows + 1)} · Lead Professional`);
    await expect.poll(() => said(pane), SOON).toBe(`${count + 1} findings, 1 more`);

    // Changed back, everything is as it was.
    await typeInto(page, `E${ROW}`, "Child in need");
    await asBefore();
    await expect.poll(() => said(pane), SOON).toBe(`${count} findings, 1 fewer`);
  });

  test("what is undone, by the button or by its key, is checked again, and so is what is done again", async () => {
    const { page } = opened;
    const [undo, redo] = [page.getByRole("button", { name: "Undo" }), page.getByRole("button", { name: "Redo" })];
    await typeInto(page, `E${ROW}`, "Looked after");
    await expect.poll(() => verdict(page), SOON).toBe("Not eligible");
    await undo.click();
    await expect.poll(() => verdict(page), SOON).toBe("Clear");
    await redo.click();
    await expect.poll(() => verdict(page), SOON).toBe("Not eligible");
    await goTo(page, "A1");
    await page.keyboard.press("Control+z");
    await asBefore();
  });

  test("selecting the row shows the case's whole story, which follows the edits", async () => {
    const { page, pane } = opened;
    const story = pane.locator("details.story");
    await goTo(page, `B${ROW}`);
    await expect.poll(() => story.innerText(), SOON).toContain("Clear: no rule was broken on the data given.");
    await typeInto(page, `${letterOf("overseer")}${ROW}`, "");
    await expect.poll(() => story.innerText(), SOON).toContain("nobody is named to oversee this case");
    await page.getByRole("button", { name: "Undo" }).click();
    await asBefore();
  });

  test("a date is read as it is typed here, day first", async () => {
    const { page, pane } = opened;
    // Supervised on 3 September: more than a month ago. Read month first it would be 9 March, and said so.
    await typeInto(page, `${letterOf("lastSupervision")}${ROW}`, "3/9/2024");
    await expect.poll(() => verdict(page), SOON).toBe("Action needed");
    expect(await group(pane, ROW).innerText()).toMatch(/formal supervision was due on 3 Oct 2024, 58 days ago/);
    await page.getByRole("button", { name: "Undo" }).click();
    await asBefore();
  });

  test("a date that cannot be read is said to be one, and never guessed at", async () => {
    const { page } = opened;
    await typeInto(page, `F${ROW}`, "31/09/2024");
    await expect
      .poll(() => valueOf(page, `${SAMPLE.why}${ROW}`), SOON)
      .toContain("'Status since' says '31/09/2024', which is no date");
    await page.getByRole("button", { name: "Undo" }).click();
    await asBefore();
  });

  test("the register on the other sheet decides who is qualified: an edit there is checked too", async () => {
    const { page } = opened;
    await page.getByText("Staff", { exact: true }).click();
    await expect.poll(() => valueOf(page, "A5", "Staff"), SOON).not.toBe("");
    const staff = await valuesOf(page, "A4:L20", "Staff");
    const column = staff[0]?.indexOf("Registration") ?? -1;
    const row = staff.findIndex((cells) => cells.includes("Priya Chalkdown"));
    expect([column, row].every((at) => at > 0)).toBe(true);
    await typeInto(page, `${String.fromCharCode(65 + column)}${row + 4}`, "none");
    await expect.poll(() => verdict(page, 6), SOON).toBe("Not eligible");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Cases", { exact: true }).click();
    await asBefore();
  });

  test("a row that is added below the list is a row of it, and gone when it is undone", async () => {
    const { page, pane } = opened;
    await typeInto(page, `A${BELOW}`, "KC-990002");
    await expect
      .poll(() => pane.getByRole("heading", { level: 1 }).innerText(), SOON)
      .toContain(`of ${SAMPLE.open + 1} rows`);
    await expect.poll(() => group(pane, BELOW).count(), SOON).toBe(1);
    await expect.poll(() => verdict(page, BELOW), SOON).toBe("Action needed");
    await page.getByRole("button", { name: "Undo" }).click();
    await asBefore();
  });

  test("none of it left a fault on the console", () => {
    expect(opened.faults).toEqual([]);
  });
});
