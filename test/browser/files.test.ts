import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import type { Workbook } from "../../xlsx/workbook.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import type { WorkbookModel } from "../../xlsx/writing/model.ts";
import { valueOf } from "./support/cells.ts";
import { chooseFile, chooseWorkbook } from "./support/open-file.ts";
import { SAMPLE } from "./support/sample-places.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
  await opened.pane.getByRole("button", { name: "Check this sheet" }).click();
  await title().waitFor();
});

const title = () => opened.pane.getByRole("heading", { level: 1, name: /^(\d+ findings? in|Nothing found)/ });
const found = (): Promise<string[]> => opened.pane.locator("li.finding").allInnerTexts();

/** What the button Download gives: its name, its bytes, and what stands in it. */
async function downloaded(): Promise<{
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}> {
  const [file] = await Promise.all([
    opened.page.waitForEvent("download"),
    opened.page.getByRole("button", { name: "Download" }).click(),
  ]);
  const bytes = new Uint8Array(await readFile(await file.path()));
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  return { name: file.suggestedFilename(), bytes, workbook };
}

const LIST: WorkbookModel = {
  sheets: [
    {
      name: "Cases",
      rows: [
        ["Child ref", "Case status", "Lead professional", "Team", "Notes"],
        ["EX-1", "CIN", '=HYPERLINK("http://example.invalid")', "Dover", "=1+1"],
        ["EX-2", "CP", "<img src=x onerror=alert(1)>", "<b>Dover</b>", "@SUM(A1)"],
      ],
    },
  ],
};

describe("files in the workbench", () => {
  test.each([
    ["a picture that is called a workbook", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["half a workbook", writeWorkbook(LIST).slice(0, 900)],
    ["nothing", new Uint8Array()],
  ])("%s is not opened: a sentence says why, and what is open stays", async (_, bytes) => {
    const { page, faults } = opened;
    const before = await found();
    await chooseFile(page, "broken.xlsx", bytes);
    const said = page.getByRole("status").filter({ hasText: /^broken\.xlsx was not opened\. \S.+\.$/ });
    await said.waitFor();
    expect(await valueOf(page, "A5")).toBe("KC-102871");
    expect(await found()).toEqual(before);
    expect(faults).toEqual([]);
  });

  test("what was edited is downloaded in the same workbook, and opened again shows the same findings", async () => {
    const { page, pane } = opened;
    await typeInto(page, "E5", "Child protection");
    await expect.poll(() => valueOf(page, `${SAMPLE.check}5`), { timeout: 10_000 }).toBe("Not eligible");
    await pane.getByText("Row 5, KC-102871").first().waitFor();
    const [findings, shown] = [await found(), await title().innerText()];

    const { name, bytes, workbook } = await downloaded();
    expect(name).toBe("allocations (workbench).xlsx");
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Cases", "Staff", "Lists"]);
    expect(workbook.sheets[0]?.rows[4]?.slice(0, 5)).toEqual([
      "KC-102871",
      "F-4790",
      "No",
      "Thanet",
      "Child protection",
    ]);
    expect(workbook.sheets[0]?.rows[4]?.[SAMPLE.columns + 1]).toBe("Not eligible");
    await page
      .getByText("The download is your workbook with what you changed; everything else in it is as it was.")
      .waitFor();

    await chooseFile(page, name, bytes);
    await page.getByText("allocations (workbench).xlsx is open.").waitFor();
    await title().waitFor();
    await expect.poll(() => title().innerText()).toBe(shown);
    expect(await found()).toEqual(findings);
    await expect.poll(() => valueOf(page, `${SAMPLE.check}5`), { timeout: 10_000 }).toBe("Not eligible");
  });

  test("a text that looks like a formula or like HTML is a text in the sheet, in the pane and in the download", async () => {
    const { page, pane, faults, requests } = opened;
    await chooseWorkbook(page, "texts.xlsx", LIST);
    await page.getByText("texts.xlsx is open.").waitFor();
    await title().waitFor();
    expect([await valueOf(page, "E2"), await valueOf(page, "E3"), await valueOf(page, "C2")]).toEqual([
      "=1+1",
      "@SUM(A1)",
      '=HYPERLINK("http://example.invalid")',
    ]);
    await pane.getByText("<b>Dover</b>").first().waitFor();
    expect(
      (await pane.locator("main b", { hasText: "Dover" }).count()) + (await pane.locator("main img").count()),
    ).toBe(0);

    await typeInto(page, "B3", "CPP");
    const {
      workbook: { sheets },
    } = await downloaded();
    expect(sheets[0]?.formulas.size).toBe(0);
    const [headers, first, second] = LIST.sheets[0]?.rows ?? [];
    expect(sheets[0]?.rows.slice(0, 3)).toEqual([
      headers,
      first,
      second?.map((cell) => (cell === "CP" ? "CPP" : cell)),
    ]);
    expect(requests.filter((request) => request.includes("example.invalid"))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("a file dropped on the page is opened as well", async () => {
    const { page } = opened;
    await page.evaluate(
      (bytes) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], "dropped.xlsx"));
        document
          .getElementById("grid")
          ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [
        ...writeWorkbook({
          sheets: [
            {
              name: "Cases",
              rows: [
                ["Child ref", "Case status", "Lead professional"],
                ["EX-9", "CIN", "Rowan Example"],
              ],
            },
          ],
        }),
      ],
    );
    await page.getByText("dropped.xlsx is open.").waitFor();
    await title().waitFor();
    expect(await valueOf(page, "A2")).toBe("EX-9");
  });
});
