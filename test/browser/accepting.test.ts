import { expect, test } from "vitest";
import { amiss, overflow } from "./support/accessible.ts";
import { valuesOf } from "./support/cells.ts";
import { chooseWorkbook } from "./support/open-file.ts";
import { workbench } from "./support/workbench.ts";

const REGISTERED_TO = 46_356;
/** A case whose child's wishes are not recorded, in a list without the columns for a decision. */
const LIST = {
  sheets: [
    {
      name: "Cases",
      rows: [
        ["Child ref", "Case status", "Lead professional", "Child's wishes recorded"],
        ["EX-1", "Child in need", "Hazel Example", ""],
        ["EX-2", "Child in need", "Hazel Example", "Yes"],
      ],
    },
    {
      name: "Staff",
      rows: [
        ["Name", "Role", "Registration", "Registered to"],
        ["Hazel Example", "Social Worker", "SW100001", REGISTERED_TO],
        ["Pat Supervisor", "Team Manager", "SW100002", REGISTERED_TO],
      ],
      tables: [{ name: "Practitioners", range: "A1:D3", style: "TableStyleLight1" }],
    },
  ],
  names: [{ name: "LP_CheckDate", formula: "45626" }],
};

const here = workbench();

test("a finding is accepted and taken back by keyboard alone, in a pane of 320 pixels that breaks no rule of WCAG", async () => {
  const { page, pane } = await here.open({ viewport: { width: 320, height: 900 } });
  await pane.getByRole("button", { name: "Check this sheet" }).click();
  await chooseWorkbook(page, "own-list.xlsx", LIST);
  await page.getByText("own-list.xlsx is open.").waitFor();
  const decide = pane.getByRole("button", { name: "Accept LP-19 on row 2" }).last();
  await decide.waitFor();
  await decide.focus();
  await page.keyboard.press("Enter");
  const form = pane.getByRole("group", { name: "Accept LP-19 on row 2" });
  await form.getByText("Name the manager who decides.").waitFor();

  await page.keyboard.press("Tab");
  await expect.poll(() => decide.evaluate((element) => document.activeElement === element)).toBe(false);
  await form.getByLabel("Who decides").focus();
  await page.keyboard.type("Pat Supervisor");
  await form
    .getByText("3 columns will be added at the end of the list: E1 'Accepted', F1 'Accepted by', G1 'Accepted until'.")
    .waitFor();
  expect(await form.getByRole("listitem").allTextContents()).toEqual([
    "E2 'Accepted': blank becomes LP-19",
    "F2 'Accepted by': blank becomes Pat Supervisor",
    "G2 'Accepted until': blank becomes 28 Feb 2025",
  ]);
  expect(await amiss(page)).toEqual({});
  expect(await overflow(page)).toBe(0);

  await form.getByRole("button", { name: "Write 3 cells" }).focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { level: 2, name: /^Accepted/ }).waitFor();
  expect(await valuesOf(page, "E2:F2")).toEqual([["LP-19", "Pat Supervisor"]]);
  await pane.getByText("Accepted by Pat Supervisor until 28 Feb 2025.").first().waitFor();
  expect(await amiss(page)).toEqual({});

  await pane.getByRole("button", { name: "Take back LP-19 on row 2" }).last().focus();
  await page.keyboard.press("Enter");
  await pane
    .getByRole("group", { name: "Take back LP-19 on row 2" })
    .getByRole("button", { name: "Write 3 cells" })
    .focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => valuesOf(page, "E2:G2")).toEqual([["", "", ""]]);
  await pane.getByRole("button", { name: "Accept LP-19 on row 2" }).last().waitFor();
  expect(await pane.getByRole("heading", { level: 2, name: /^Accepted/ }).count()).toBe(0);
});
