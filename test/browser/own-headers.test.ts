import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import type { CellValue } from "../../xlsx/workbook.ts";
import { chooseFile } from "./support/open-file.ts";
import { typeInto } from "./support/typing.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();

const SOON = { timeout: 10_000 };
const FILE = "dover.xlsx";
const NOTE = "Rings on Mondays";
/** 1 September 2024, a month before the trial. */
const EARLY = 45_536;

const assistant = (status: string, team: string, ref: string): CellValue[] => [
  NOTE,
  "Tess Sample",
  status,
  team,
  ref,
  "Social Work Assistant",
  EARLY,
  "Sam Example",
];

/** A manager's own list: their words for the columns, in an order of their own, one of them misspelt, and a team written their way. */
const OWN = writeWorkbook({
  names: [{ name: "LP_CheckDate", formula: "45626" }],
  sheets: [
    {
      name: "Dover",
      rows: [
        ["Who has which case"],
        [],
        [
          "Notes",
          "Allocated worker",
          "CIN/CP",
          "District",
          "LCS id",
          "Job title",
          "Date alocatd",
          "Practice supervisor",
        ],
        assistant("CP", "Dover", "KC-900001"),
        ["", "Sam Example", "CP", "Dover", "KC-900002", "Practice Supervisor", EARLY, "Max Invented"],
        assistant("CIN", "Dover CSWT 1", "KC-900003"),
        assistant("CIN", "Dover CSWT 1", "KC-900004"),
      ],
    },
    {
      name: "Practitioners",
      rows: [
        ["Worker", "Job title", "SWE number"],
        ["Tess Sample", "Social Work Assistant", "none"],
        ["Sam Example", "Practice Supervisor", "SW900301"],
        ["Max Invented", "Team Manager", "SW900302"],
      ],
    },
  ],
});

const tab = (pane: FrameLocator, name: string) => pane.getByRole("navigation").getByRole("button", { name });
const part = (pane: FrameLocator, name: string) => pane.getByRole("region", { name });
const title = (pane: FrameLocator): Promise<string> =>
  pane.locator("main").getByRole("heading", { level: 1 }).innerText();

/** What the pane shows of each row that something was found on. */
async function findings(pane: FrameLocator): Promise<string[]> {
  await tab(pane, "Findings").click();
  const groups = await pane.locator("section.group").all();
  return Promise.all(groups.map((group) => group.innerText()));
}

async function open(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await chooseFile(page, name, bytes);
  await page.getByText(`${name} is open.`).waitFor();
}

describe("a manager's own workbook", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await here.open();
    const { page, pane } = opened;
    await pane.getByRole("button", { name: "Check this sheet" }).click();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open .xlsx …" }).click();
    await (await choosing).setFiles({ name: FILE, mimeType: "", buffer: Buffer.from(OWN) });
    await page.getByText(`${FILE} is open.`).waitFor();
    await vi.waitFor(async () => {
      expect(await title(pane)).toContain("of 4 rows");
    }, SOON);
  }, 60_000);

  test("is read by its own headers, in its own order, and checked", async () => {
    const { pane } = opened;
    const found = await findings(pane);
    const first = found.find((text) => text.includes("KC-900001"));
    expect(first).toMatch(/^Row 4, KC-900001/);
    expect(first).toContain(
      "Tess Sample leads this child protection case, and is not shown as a registered social worker.",
    );
    expect(first).toContain("Go to B4");
    expect(found.filter((text) => text.includes("KC-900002"))).toEqual([]);
    expect(found.filter((text) => text.includes("Dover CSWT 1"))).toHaveLength(2);
  });

  test("is checked as it is edited", async () => {
    const { page, pane } = opened;
    const before = await title(pane);
    await typeInto(page, "B5", "Tess Sample");
    await expect
      .poll(() => findings(pane).then((all) => all.find((text) => text.includes("KC-900002")) ?? ""), SOON)
      .toContain("not shown as a registered social worker");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => title(pane), SOON).toBe(before);
  });

  test("has a misspelt header offered, and read only when somebody says so", async () => {
    const { pane } = opened;
    expect((await findings(pane)).join()).not.toContain("before the trial");
    await tab(pane, "Set-up").click();
    const columns = part(pane, "Columns");
    expect(await columns.innerText()).toMatch(
      /6 of 8 columns read\.[^]*Date alocatd\s+Did you mean 'Allocated on'\? The column is not read as it stands\./,
    );
    await columns.getByRole("button", { name: "Use it" }).click();
    await columns.getByText("7 of 8 columns read.").waitFor();
    expect(await columns.getByText("Did you mean").count()).toBe(0);
    expect((await findings(pane)).filter((text) => /allocated .* before the trial/i.test(text)).length).toBeGreaterThan(
      0,
    );
  });

  test("has a team's own name said once, for all its rows", async () => {
    const { pane } = opened;
    await tab(pane, "Set-up").click();
    const texts = part(pane, "Teams, roles and statuses");
    expect(await texts.getByText("Perhaps Dover?").count()).toBe(1);
    await texts.getByRole("button", { name: "Use it" }).click();
    await texts.getByText("'Dover CSWT 1' is Dover.").waitFor();
    await texts.getByText("The policy knows every team on the sheet.").waitFor();
    expect((await findings(pane)).filter((text) => text.includes("Dover CSWT 1"))).toEqual([]);
  });

  test("keeps what was said in the file that is downloaded, and not in the one that was opened", async () => {
    const { page, pane } = opened;
    const before = await findings(pane);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("dover (workbench).xlsx");
    const saved = new Uint8Array(await readFile(await download.path()));

    await open(page, OWN, "as-it-was.xlsx");
    await expect
      .poll(() => findings(pane).then((all) => all.filter((text) => text.includes("Dover CSWT 1")).length), SOON)
      .toBe(2);
    await open(page, saved, "as-it-is.xlsx");
    await expect.poll(() => findings(pane), SOON).toEqual(before);
    await tab(pane, "Set-up").click();
    expect(await part(pane, "Columns").innerText()).toContain("7 of 8 columns read.");
  });

  test("sends nothing of a column that is not read", async () => {
    const { page, pane } = opened;
    const sent: string[] = [];
    page.on("request", (request) => {
      sent.push(request.postData() ?? "");
    });
    await part(pane, "Messages").getByRole("button", { name: "Sign in" }).click();
    await pane.getByRole("button", { name: "Check with the service" }).click();
    await expect.poll(() => sent.filter((body) => body.includes("KC-900001")).length, SOON).toBeGreaterThan(0);
    await part(pane, "The council's service").getByText("It has answered for 4 of 4 rows.").waitFor();
    expect(sent.filter((body) => body.includes(NOTE) || body.includes("Notes"))).toEqual([]);
    expect(opened.faults).toEqual([]);
  });
});
