import { describe, expect, it } from "vitest";
import { NO_CHOICES } from "../../../addin/workbook/choices.ts";
import type { Mark } from "../../../addin/workbook/workbook.ts";
import type { GridFormat } from "../../../web/workbench/grid.ts";
import { open, tableSheet, type Open } from "./a-workbook.ts";

const at = (row: number, column: number, severity: Mark["severity"] = "action"): Mark => ({ row, column, severity });
const looksOn = ({ grid, sheetId }: Open, name: string): readonly GridFormat[] =>
  grid.formatsOn(sheetId(name)).map(({ format }) => format);
const theirs: GridFormat = { fill: "#00FF00" };

function withTheirs(): Open & { theirId: string } {
  const opened = open([tableSheet("Cases", "tblCases", 20), tableSheet("More", "tblMore")]);
  return {
    ...opened,
    theirId: opened.grid.addFormat(opened.sheetId("Cases"), [{ top: 3, left: 0, rows: 2, columns: 2 }], theirs),
  };
}

describe("marking cells", () => {
  it("gives each severity one format, told apart by more than its colour", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    await opened.workbook.mark(opened.sheetId("Cases"), [
      at(3, 1, "advice"),
      at(4, 1, "check"),
      at(5, 1, "action"),
      at(5, 2, "not-eligible"),
      at(3, 3, "action"),
    ]);
    const looks = looksOn(opened, "Cases");
    expect(looks).toHaveLength(4);
    const withoutColour = looks.map(({ isBold, isUnderlined, isItalic }) =>
      [isBold ?? false, isUnderlined ?? false, isItalic ?? false].join(),
    );
    expect(new Set(withoutColour).size).toBe(4);
    expect(withoutColour).not.toContain("false,false,false");
  });

  it("shows the worst of what is wrong with a cell", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    await opened.workbook.mark(opened.sheetId("Cases"), [
      at(3, 1, "advice"),
      at(3, 1, "not-eligible"),
      at(3, 1, "check"),
    ]);
    expect(looksOn(opened, "Cases")).toMatchObject([{ isBold: true, isUnderlined: true }]);
  });

  it("takes three round trips, however many the cells", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 5_000)]);
    const marks = Array.from({ length: 2_000 }, (_, index) => at(3 + index * 2, 2));
    const { syncs } = await opened.syncsOf(() => opened.workbook.mark(opened.sheetId("Cases"), marks));
    expect(syncs).toBe(3);
    const areas = opened.grid.formatsOn(opened.sheetId("Cases")).flatMap((format) => format.areas);
    expect(areas).toHaveLength(2_000);
  });

  it("takes its own earlier marks away, and no other format", async () => {
    const opened = withTheirs();
    const id = opened.sheetId("Cases");
    await opened.workbook.mark(id, [at(3, 1), at(4, 1, "check")]);
    await opened.workbook.mark(id, [at(5, 1, "advice")]);
    expect(looksOn(opened, "Cases")).toHaveLength(2);
    expect(opened.grid.formatIds(id)).toContain(opened.theirId);
  });

  it("refuses a protected sheet in words, and changes nothing", async () => {
    const opened = open([{ ...tableSheet("Cases", "tblCases"), isProtected: true }]);
    await expect(opened.workbook.mark(opened.sheetId("Cases"), [at(3, 1)])).rejects.toMatchObject({
      code: "AccessDenied",
      message: expect.stringContaining(
        "The sheet Cases is protected, so Lead Professional cannot mark cells",
      ) as string,
    });
    expect(looksOn(opened, "Cases")).toEqual([]);
  });
});

describe("clearing marks", () => {
  it("removes ours from every sheet, and nothing else", async () => {
    const opened = withTheirs();
    await opened.workbook.mark(opened.sheetId("Cases"), [at(3, 1), at(4, 1, "check")]);
    await opened.workbook.mark(opened.sheetId("More"), [at(3, 1)]);
    await opened.workbook.clearMarks();
    expect(opened.grid.formatIds(opened.sheetId("Cases"))).toEqual([opened.theirId]);
    expect(looksOn(opened, "More")).toEqual([]);
    expect((await opened.workbook.read()).inputs.choices.marks).toEqual({});
  });

  it("is no trouble where somebody has cleared some of them, or deleted the sheet", async () => {
    const opened = withTheirs();
    await opened.workbook.mark(opened.sheetId("Cases"), [at(3, 1), at(4, 1, "check")]);
    await opened.workbook.mark(opened.sheetId("More"), [at(3, 1)]);
    const ours = opened.grid.formatIds(opened.sheetId("Cases")).find((id) => id !== opened.theirId) ?? "";
    opened.grid.removeFormat(opened.sheetId("Cases"), ours);
    opened.grid.removeSheet(opened.sheetId("More"));
    await opened.workbook.clearMarks();
    expect(opened.grid.formatIds(opened.sheetId("Cases"))).toEqual([opened.theirId]);
  });

  it("clears what it can and names the sheet that is protected, whose marks are not forgotten", async () => {
    const opened = withTheirs();
    await opened.workbook.mark(opened.sheetId("Cases"), [at(3, 1)]);
    await opened.workbook.mark(opened.sheetId("More"), [at(3, 1)]);
    opened.grid.protect(opened.sheetId("More"), true);
    await expect(opened.workbook.clearMarks()).rejects.toThrow("The sheet More is protected");
    expect(looksOn(opened, "Cases")).toEqual([theirs]);
    opened.grid.protect(opened.sheetId("More"), false);
    await opened.workbook.clearMarks();
    expect(looksOn(opened, "More")).toEqual([]);
  });

  it("does nothing in a workbook without marks", async () => {
    const opened = withTheirs();
    await opened.workbook.clearMarks();
    expect(looksOn(opened, "Cases")).toEqual([theirs]);
  });
});

describe("keeping choices", () => {
  const choices = {
    ...NO_CHOICES,
    columns: { "Allocated worker": "lead" as const },
    trial: { kind: "ended" as const },
  };

  it("keeps them in the workbook", async () => {
    const { workbook } = open([tableSheet("Cases", "tblCases")]);
    await workbook.keepChoices(choices);
    expect((await workbook.read()).inputs.choices).toEqual(choices);
  });

  it("never loses the marks, whatever the caller knows of them", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    await opened.workbook.mark(opened.sheetId("Cases"), [at(3, 1)]);
    await opened.workbook.keepChoices(choices);
    await opened.workbook.clearMarks();
    expect(looksOn(opened, "Cases")).toEqual([]);
  });

  it("puts aside what it could not read before writing over it", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")]);
    const newer = JSON.stringify({ version: 9, columns: {} });
    grid.settings.set("LeadProfessional", JSON.stringify(newer));
    await workbook.keepChoices(choices);
    expect((await workbook.read()).inputs.choices).toEqual(choices);
    expect(JSON.parse(grid.settings.get("LeadProfessional.unread") ?? "null")).toBe(newer);
  });
});
