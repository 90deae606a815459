import { expect, test } from "vitest";
import { input } from "../xlsx/inputs.ts";
import { amiss } from "./support/accessible.ts";
import { chooseFile } from "./support/open-file.ts";
import { workbench } from "./support/workbench.ts";

const here = workbench();

test("a list of an earlier month offers that month's end as the check date, and counts from there", async () => {
  const { page, pane, faults } = await here.open();
  await pane.getByRole("button", { name: "Check this sheet" }).click();
  await chooseFile(page, "months.xlsx", input("months"));
  await page.getByText("months.xlsx is open.").waitFor();
  const messages = pane.getByRole("region", { name: "Messages" });
  await messages.getByText("The list on the sheet 'Oct' says that it is of Oct 2024").waitFor();
  expect(await amiss(page)).toEqual({});
  await messages.getByRole("button", { name: "Check as of 31 Oct 2024" }).click();
  await messages.getByText("says that it is of Oct 2024").waitFor({ state: "detached" });
  await pane.getByText("as of 31 Oct 2024").first().waitFor();
  expect(faults.filter((fault) => !fault.includes("cannot find current workbook"))).toEqual([]);
});
