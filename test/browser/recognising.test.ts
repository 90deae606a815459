import { beforeAll, describe, expect, test } from "vitest";
import type { CellValue } from "../../xlsx/workbook.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { input } from "../xlsx/inputs.ts";
import { amiss, overflow } from "./support/accessible.ts";
import { focused } from "./support/focus.ts";
import { chooseFile } from "./support/open-file.ts";
import { workbench, type Opened } from "./support/workbench.ts";

const here = workbench();
const SOON = { timeout: 15_000 };

const heading = ({ pane }: Opened, name: string | RegExp) => pane.getByRole("heading", { level: 1, name });
const columnOf = ({ pane }: Opened, header: string) => pane.getByRole("combobox", { name: `'${header}', is` });
const chosenFor = (opened: Opened, header: string): Promise<string> =>
  columnOf(opened, header).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text ?? "");
const tab = ({ pane }: Opened, name: string) => pane.getByRole("navigation").getByRole("button", { name });

/** 1 September 2026 and some days after, as a cell holds them. */
const day = (at: number): number => 46_266 + at * 9;
const WORKERS = ["Hazel Example", "Sam Invented", "Tess Sample"];
const TYPES = ["CIN", "CP", "LAC", "CIN"];

/** A sheet whose headers nobody but its manager knows. */
const UNFAMILIAR = {
  name: "Duty board",
  rows: [
    ["Duty board, printed on Fridays"],
    [],
    ["YP code", "Wkr", "Strand", "Boss", "Begun", "Last sat down", "Area code", "Scribbles"],
    ...Array.from({ length: 12 }, (_, at): CellValue[] => [
      `YP${400 + at}`,
      WORKERS[at % 3] ?? "",
      TYPES[at % 4] ?? "",
      "Max Fiction",
      day(at % 4),
      day(at % 5),
      `CT${at}`,
      at % 5 === 0 ? "rings on Mondays" : "",
    ]),
  ],
};

/** The same board below a list that is known. */
const BESIDE = {
  name: "Cases",
  rows: [
    ["Child ref", "Case status", "Lead professional"],
    ["KC-1", "CIN", "Hazel Example"],
    ["KC-2", "CIN", "Sam Invented"],
  ],
};

async function opened(how?: Parameters<typeof here.open>[0]): Promise<Opened> {
  const found = await here.open(how);
  await found.pane.getByRole("button", { name: "Check this sheet" }).click();
  await heading(found, /^\d+ findings? in/).waitFor();
  return found;
}

async function show({ page }: Opened, name: string, bytes: Uint8Array): Promise<void> {
  await chooseFile(page, name, bytes);
  await page.getByText(`${name} is open.`).waitFor();
}

describe("an ordinary team's sheet", () => {
  test("is read as it is, and its findings stand there without a click", async () => {
    const team = await opened();
    await show(team, "ordinary-team.xlsx", input("ordinary-team"));
    await heading(team, /^\d+ findings? in \d+ of 26 rows/).waitFor(SOON);
    const basis = await team.pane.locator(".basis").innerText();
    expect(basis).toContain("Left out as totals: row 31.");
    await tab(team, "Set-up").click();
    await team.pane.getByRole("button", { name: "All columns on one screen" }).click();
    await heading(team, "Which column is which?").waitFor();
    for (const [header, field] of [
      ["Ref", "Child ref"],
      ["Allocated Worker", "Lead professional"],
      ["CIN/CP/LAC", "Case status"],
      ["SW/SWA", "Lead role"],
      ["Date Alloc", "Allocated on"],
      ["Line Manager", "Overseen by"],
      ["Last Sup", "Last supervision"],
      ["Notes", "Not read"],
    ] as const)
      expect([header, await chosenFor(team, header)]).toEqual([header, field]);
    expect(await amiss(team.page)).toEqual({});
    expect(team.faults).toEqual([]);
  });
});

describe("a sheet whose headers say nothing", () => {
  let board: Opened;
  beforeAll(async () => {
    board = await opened();
    await show(board, "board.xlsx", writeWorkbook({ sheets: [UNFAMILIAR] }));
  }, 60_000);

  test("is asked about: which row has the headers, and which column is which", async () => {
    await heading(board, "Which row has your headers?").waitFor(SOON);
    const { pane } = board;
    expect(await pane.getByRole("radio", { checked: true }).locator("..").innerText()).toContain(
      "Row 3: YP code · Wkr",
    );
    expect(await pane.getByRole("row", { name: /^Strand/ }).innerText()).toMatch(/CIN · CP · LAC[^]*Suggested/);
    expect(await chosenFor(board, "Strand")).toBe("Case status");
    expect(await chosenFor(board, "Wkr")).toBe("Lead professional");
    expect(await chosenFor(board, "Boss")).toBe("Overseen by");
    expect(await pane.getByRole("row", { name: /^Begun/ }).innerText()).toContain("1 Sep 2026");
    expect(await chosenFor(board, "Scribbles")).toBe("Not read");
  });

  test("offers the likely fields first, then all by their names", async () => {
    const groups = await columnOf(board, "Begun")
      .locator("optgroup")
      .evaluateAll((found) =>
        found.map((group) => [
          group.getAttribute("label"),
          [...group.querySelectorAll("option")].map(({ text }) => text),
        ]),
      );
    const [likely, others] = groups;
    expect(likely).toEqual(["Likely", ["Allocated on", "Last supervision", "Status since", "Review CIN meeting"]]);
    expect(others?.[0]).toBe("All others");
    const names = others?.[1] as string[];
    expect(names).toContain("Lead professional");
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en-GB")));
  });

  test("breaks no rule of WCAG, at 320 pixels neither", async () => {
    expect(await amiss(board.page)).toEqual({});
    await board.page.setViewportSize({ width: 320, height: 700 });
    expect(await overflow(board.page)).toBe(0);
    expect(await amiss(board.page)).toEqual({});
    await board.page.setViewportSize({ width: 1280, height: 800 });
  });

  test("cannot be used while two columns are the same, or none is child or lead; the keyboard goes to what is open", async () => {
    const { pane, page } = board;
    await columnOf(board, "Boss").selectOption({ label: "Lead professional" });
    await pane.getByRole("button", { name: "Use these" }).click();
    await pane.getByText("'Wkr' and 'Boss' are to be read as 'Lead professional'.").waitFor();
    expect((await focused(page)).name).toMatch(/^Column [A-Z], '/);
    await columnOf(board, "Boss").selectOption({ label: "Overseen by" });
    await columnOf(board, "YP code").selectOption({ label: "Child ref" });
    await columnOf(board, "Begun").selectOption({ label: "Allocated on" });
    await columnOf(board, "Last sat down").selectOption({ label: "Last supervision" });
    await columnOf(board, "Area code").selectOption({ label: "Not read" });
  });

  test("is checked by one press, and asked nothing more", async () => {
    const { pane } = board;
    await pane.getByRole("button", { name: "Use these" }).click();
    await heading(board, /^\d+ findings? in \d+ of 12 rows/).waitFor(SOON);
    await pane.getByText("'Duty board' is read by row 3. Your choices are kept in this workbook.").waitFor();
    expect(await pane.getByText(/needs? a decision/).count()).toBe(0);
    expect(board.faults).toEqual([]);
  });
});

describe("rows that may be cases beside a list", () => {
  let both: Opened;
  beforeAll(async () => {
    both = await opened();
    const rows = [
      ...BESIDE.rows,
      [],
      ["Wkr", "Child ID", "Status"].slice(1).concat("Wkr"),
      ["KC-9", "CP", "Tess Sample"],
    ];
    await show(both, "beside.xlsx", writeWorkbook({ sheets: [{ name: "Cases", rows }] }));
    await heading(both, /in \d+ of 2 rows/).waitFor(SOON);
  }, 60_000);

  test("are named on every screen with their rows", async () => {
    const said = both.pane.getByText(/On the sheet 'Cases' row 6 stands below another row of headers, row 5/);
    for (const name of ["Findings", "People", "Set-up"]) {
      await tab(both, name).click();
      expect(await said.count()).toBe(1);
    }
  });

  test("lose nothing that was chosen of their columns when another screen is looked at", async () => {
    const { pane } = both;
    await pane.getByRole("button", { name: "Say which columns 'Cases' has" }).click();
    await heading(both, "Which column is which?").waitFor();
    await columnOf(both, "Wkr").selectOption({ label: "Co-worker" });
    await tab(both, "People").click();
    await heading(both, /on the sheet$/).waitFor();
    await pane.getByRole("button", { name: "Say which columns 'Cases' has" }).click();
    expect(await chosenFor(both, "Wkr")).toBe("Co-worker");
    await columnOf(both, "Wkr").selectOption({ label: "Lead professional" });
    await pane.getByRole("button", { name: "Use these" }).click();
    await heading(both, /in \d+ of 1 row/).waitFor(SOON);
    expect(await pane.getByText(/below another row/).count()).toBe(0);
  });
});
