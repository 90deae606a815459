import { expect, test } from "vitest";
import { amiss, overflow } from "./support/accessible.ts";
import { valuesOf } from "./support/cells.ts";
import { chooseWorkbook } from "./support/open-file.ts";
import { workbench } from "./support/workbench.ts";

const [THIS_YEAR, NEXT_YEAR] = [46_356, 46_721];
const LIST = {
  sheets: [
    {
      name: "Cases",
      rows: [
        ["Child ref", "Case status", "Lead professional", "Overseen by"],
        ["EX-1", "Child in need", "Rowan Example", "Hazel Example"],
      ],
    },
    {
      name: "Staff",
      rows: [
        ["Name", "Role", "Registration", "Registered to"],
        ["Hazel Example", "Team Manager", "SW100001", THIS_YEAR - 30],
        ["Rowan Example", "Social Worker", "SW100002", THIS_YEAR],
      ],
      tables: [{ name: "Practitioners", range: "A1:D3", style: "TableStyleLight1" }],
    },
  ],
  // 26 November 2026.
  names: [{ name: "LP_CheckDate", formula: "46352" }],
};

const here = workbench();

test("renewals are ticked and entered by keyboard alone, in a pane of 320 pixels that breaks no rule of WCAG", async () => {
  const { page, pane } = await here.open({ viewport: { width: 320, height: 900 } });
  await pane.getByRole("button", { name: "Check this sheet" }).click();
  await chooseWorkbook(page, "own-list.xlsx", LIST);
  await page.getByText("own-list.xlsx is open.").waitFor();
  await pane.getByRole("button", { name: "People", exact: true }).click();
  await pane.getByRole("heading", { level: 1, name: "2 people on the sheet" }).waitFor();
  await pane.getByLabel("In the order of").selectOption({ label: "When the registration ends, soonest first" });
  await expect
    .poll(() => pane.getByRole("rowheader").allTextContents())
    .toEqual([expect.stringContaining("Hazel"), expect.stringContaining("Rowan")]);
  for (const name of ["Hazel Example", "Rowan Example"]) {
    await pane.getByRole("checkbox", { name }).focus();
    await page.keyboard.press("Space");
  }
  await pane.getByRole("button", { name: "Renewed to 30 Nov 2027 (2 ticked)…" }).focus();
  await page.keyboard.press("Enter");
  const preview = pane.getByRole("group", { name: "Renewed to 30 Nov 2027" });
  expect(await preview.getByRole("listitem").allTextContents()).toEqual([
    "D2 'Registered to, Hazel Example': 31 Oct 2026 becomes 30 Nov 2027",
    "D3 'Registered to, Rowan Example': 30 Nov 2026 becomes 30 Nov 2027",
  ]);
  expect(await amiss(page)).toEqual({});
  expect(await overflow(page)).toBe(0);
  await preview.getByRole("button", { name: "Write 2 dates" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => valuesOf(page, "D2:D3", "Staff")).toEqual([[NEXT_YEAR], [NEXT_YEAR]]);
  await pane.getByText("Registered to 30 Nov 2027").first().waitFor();
});
