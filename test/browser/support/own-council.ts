import { utils, write } from "xlsx";
import type { Opened } from "./workbench.ts";
import { chooseFile } from "./open-file.ts";
import { typeInto } from "./typing.ts";

/** The manager, and whoever else is named, are invented. */
export const MANAGER = "Ada Sample";

const FIELDS = {
  "Our ref": "Child ref",
  Cluster: "Team",
  "Plan type": "Case status",
  "Key worker": "Lead professional",
  Post: "Lead role",
  "Cluster manager": "Overseen by",
  "Came to us": "Allocated on",
  "Last reflective talk": "Last supervision",
};

const PEOPLE = [
  ["Name", "Staff number", "Role", "Team", "Registration", "Registered to"],
  ["Hazel Example", "M-1", "Cluster Lead", "Ashbeck", "none", ""],
  ["Sam Invented", "M-2", "Social Worker", "Ashbeck", "SW123456", "31/12/2099"],
  ["Tess Sample", "M-3", "Family Help Practitioner", "Millbrow", "none", ""],
  ["Max Fiction", "M-4", "Team Manager", "Ashbeck", "SW654321", "31/12/2099"],
];

const dayBefore = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return day.toLocaleDateString("en-GB");
};

/** Rows 2 to 7, as a manager types them. */
const CASES = [
  ["MB-101", "Ashbeck", "CPP - Emotional", "Hazel Example", "Cluster Lead", "Max Fiction", 20, 5],
  ["MB-102", "Ashbeck", "Family Help (Tier 3)", "Tess Sample", "Family Help Practitioner", "", 80, 70],
  ["MB-103", "Ashbeck", "Cluster support", "Hazel Example", "Cluster Lead", "Max Fiction", 20, 5],
  ["MB-104", "Ashbeck", "Child in need", "Sam Invented", "Social Worker", "Max Fiction", 20, 5],
  ["MB-105", "Millbrow", "Family Help (Tier 3)", "Tess Sample", "Family Help Practitioner", "Max Fiction", 20, 5],
  ["MB-106", "Ashbeck", "On the edge", "Sam Invented", "Social Worker", "Max Fiction", 20, 5],
] as const;

/** A council's workbook as another program writes it: its own headers with no row below them, and who works there. */
function emptyWorkbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([Object.keys(FIELDS)]), "Cluster list");
  utils.book_append_sheet(book, utils.aoa_to_sheet(PEOPLE), "Practitioners");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

export const tab = ({ pane }: Opened, name: string) =>
  pane.getByRole("navigation").first().getByRole("button", { name });

/** Opens the workbook and says which column is which. */
export async function sayColumns({ page, pane }: Opened): Promise<void> {
  await chooseFile(page, "clusters.xlsx", emptyWorkbook());
  await pane.getByRole("heading", { name: "Which row has your headers?" }).waitFor();
  for (const [header, label] of Object.entries(FIELDS)) {
    const list = pane.getByRole("combobox", { name: `'${header}', is` });
    const chosen = await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text);
    if (chosen !== label) await list.selectOption({ label });
  }
  await pane.getByRole("button", { name: "Use these" }).click();
}

/** Writes the council's teams, its role and its statuses into the table Policy, by the form in Set-up. */
export async function writePolicy(opened: Opened): Promise<void> {
  await tab(opened, "Set-up").click();
  const part = opened.pane.getByRole("region", { name: "The council's own policy" });
  await part.getByRole("button", { name: "Change this policy in a form" }).click();
  const form = part.getByRole("form", { name: "Change this policy" });
  const fresh = (one: string) => form.getByRole("group", { name: `a new ${one}` });
  for (const title of ["Name and scheme", "Teams", "Roles", "Statuses"])
    await form.locator("summary", { hasText: new RegExp(`^${title}`) }).click();
  await form.getByLabel("Title").fill("Clusters 2026");
  for (const name of ["Ashbeck", "Millbrow"]) {
    await form.getByRole("button", { name: "Add a team" }).click();
    await fresh("team").getByLabel("Team's name").fill(name);
  }
  await form.getByRole("button", { name: "Add a role" }).click();
  await fresh("role").getByLabel("Kind").selectOption("open to social workers and to others");
  await fresh("role").getByLabel("Role's name").fill("Cluster Lead");
  for (const [text, meaning] of [
    ["Cluster support", "early help (EH)"],
    ["Family Help (Tier 3)", "family help (FH)"],
    ["CPP - Emotional", "child protection (CP)"],
  ] as const) {
    await form.getByRole("button", { name: "Add a status" }).click();
    const line = fresh("status").first();
    await line.getByLabel("Texts, one a line").fill(text);
    await line.getByLabel("These texts mean").selectOption(meaning);
  }
  await form.getByRole("button", { name: "Keep in the workbook" }).click();
  await form.waitFor({ state: "detached" });
}

/** Types the cases below the headers. */
export async function typeCases({ page }: Opened): Promise<void> {
  await page.locator("[data-u-comp='slide-tab-item']", { hasText: "Cluster list" }).first().click();
  for (const [row, cells] of CASES.entries())
    for (const [column, cell] of cells.entries())
      if (cell !== "")
        await typeInto(
          page,
          `${"ABCDEFGH"[column] ?? ""}${row + 2}`,
          typeof cell === "number" ? dayBefore(cell) : cell,
        );
}
