import { expect, test } from "vitest";
import { amiss, overflow } from "./support/accessible.ts";
import { workbench } from "./support/workbench.ts";

const here = workbench();

test("a council writes its own policy into the workbook and changes it in a form, by keyboard and at 320 pixels", async () => {
  const { page, pane, faults } = await here.open({ viewport: { width: 320, height: 800 } });
  await pane.getByRole("button", { name: "Check this sheet" }).click();
  await pane.getByRole("button", { name: "Set-up", exact: true }).click();
  const part = pane.getByRole("region", { name: "The council's own policy" });

  await part.getByRole("button", { name: "Write this policy into the workbook" }).press("Enter");
  await part.getByText("The table Policy stands on the sheet 'Council policy'").waitFor();
  await part.getByText("Every row of it counts.").waitFor();
  await pane.getByText("(this workbook's table Policy, based on Kent trial 2024)").first().waitFor();

  // Asked first where there is one.
  await part.getByRole("button", { name: "Write this policy into the workbook" }).press("Enter");
  await part.getByText("This replaces the").waitFor();
  await part.getByRole("button", { name: "Leave the table as it is" }).press("Enter");

  await part.getByRole("button", { name: "Change this policy in a form" }).press("Enter");
  const form = part.getByRole("form", { name: "Change this policy" });
  await pane.locator("#policy-form:focus").waitFor();
  for (const title of ["Name and scheme", "Statuses", "Teams"])
    await form.locator("summary", { hasText: title }).press("Enter");
  await form.getByLabel("Title").fill("Northtown 2026");
  await form.getByRole("button", { name: "Add a status" }).press("Enter");
  const line = form.getByRole("group", { name: "a new status" });
  await line.getByLabel("Texts, one a line").fill("Tier 3");
  await form.getByText("The value must be the code of a status").waitFor();
  await form.getByText("1 part has to be put right before this can be kept.").waitFor();
  await form.getByRole("button", { name: "Keep in the workbook" }).press("Enter");
  expect(await form.isVisible()).toBe(true);

  expect(await amiss(page)).toEqual({});
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await line.getByLabel("These texts mean").selectOption("CIN");
  await form.getByRole("button", { name: "Keep in the workbook" }).press("Enter");
  await form.waitFor({ state: "detached" });
  await pane.getByText("by the policy 'Northtown 2026' (this workbook's table Policy").first().waitFor();
  await part.getByText("Every row of it counts.").waitFor();
  expect(await amiss(page)).toEqual({});
  expect(faults).toEqual([]);
});
