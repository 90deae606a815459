import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { defaultPolicyFor } from "../../../rules/default-policy.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { inputsFrom } from "../../../rules/workbook/check-inputs.ts";
import { open, tableSheet, watched } from "./a-workbook.ts";

const policySheet = (isVisible = true) => ({
  name: "Our policy",
  isVisible,
  cells: [
    ["Setting", "Value", "Also called"],
    ["based on", "England 2026", ""],
    ["title", "Northtown 2026", ""],
    ["staus", "CIN", "Tier 3"],
  ],
  tables: [{ name: "Policy", address: "A1:C4" }],
});

const inputsOf = async ({ workbook }: ReturnType<typeof open>) =>
  inputsFrom((await workbook.read()).inputs, {}, isoDay("2026-11-26"));

describe("the workbook's table Policy", () => {
  it.each([true, false])("is read with the lists, on a sheet that is shown: %s", async (isVisible) => {
    const inputs = await inputsOf(open([tableSheet("Cases", "tblCases"), policySheet(isVisible)]));
    expect(inputs).toMatchObject({
      policy: { title: "Northtown 2026", overseen: ["FH", "CIN", "ASSESS"] },
      from: { policy: "table" },
      policyTable: { unusable: [{ row: 4, reason: "'staus' is no setting of a policy. Perhaps 'status'?" }] },
    });
  });

  it("is read anew when a cell of it is edited, or a row is typed below it", async () => {
    const opened = open([tableSheet("Cases", "tblCases"), policySheet()]);
    await opened.workbook.read();
    const { changes, settled, stop } = await watched(opened);
    opened.grid.type(opened.sheetId("Our policy"), "A4", [["status"]]);
    await settled();
    expect(changes).toEqual([{ kind: "structure" }]);
    expect((await inputsOf(opened)).policy.statuses).toEqual([{ code: "CIN", aliases: ["Tier 3"] }]);
    opened.grid.type(opened.sheetId("Our policy"), "A5", [["title"]]);
    await settled();
    expect(changes).toHaveLength(2);
    await stop();
  });

  it("gives way to the council's own policy from its service", async () => {
    const { workbook } = open([tableSheet("Cases", "tblCases"), policySheet()]);
    const { inputs } = await workbook.read();
    const own = { ...inputs.usual.policy, id: "ours", title: "From the service" };
    expect(inputsFrom(inputs, { policies: [own] }, isoDay("2026-11-26"))).toMatchObject({
      policy: { title: "From the service" },
      from: { policy: "service" },
      policyTable: { isUsed: false },
    });
  });

  it("counts before a policy that only came with the service, whose words are those of another council", async () => {
    const { inputs } = await open([tableSheet("Cases", "tblCases"), policySheet()]).workbook.read();
    const answers = { policies: [kentTrial2024], shipped: [kentTrial2024] };
    expect(inputsFrom(inputs, answers, isoDay("2026-11-26"))).toMatchObject({
      policy: { title: "Northtown 2026" },
      from: { policy: "table" },
      policyTable: { isUsed: true },
    });
    const without = { ...inputs, policyTable: undefined, usual: defaultPolicyFor([]) };
    expect(inputsFrom(without, answers, isoDay("2026-11-26"))).toMatchObject({
      policy: { id: "england-2026" },
      from: { policy: "default" },
    });
    expect(
      inputsFrom({ ...without, usual: { policy: kentTrial2024, reason: "" } }, answers, isoDay("2026-11-26")),
    ).toMatchObject({ policy: { id: kentTrial2024.id }, from: { policy: "service" } });
  });
});
