import { describe, expect, it } from "vitest";
import { listSheet, onlyList, open, tableSheet, watched } from "./a-workbook.ts";

describe.each(["1.20", "1.9"])("what the add-in writes itself, in an Excel with ExcelApi %s", (api) => {
  it("is not reported", async () => {
    const opened = open([listSheet("Cases")], { api });
    const { workbook } = opened;
    const list = onlyList(await workbook.read());
    const { changes, settled } = await watched(opened);
    await workbook.addCheckColumns(list, () => ({ check: [], why: [] }));
    await workbook.insertExample();
    await workbook.makePractitioners(["Name"], [["Hazel Example"]]);
    await settled();
    expect(changes.filter(({ kind }) => kind !== "selection")).toEqual([]);
  });

  it("does not hide what the user does at the same time", async () => {
    const opened = open([tableSheet("Cases", "tblCases")], { api });
    const list = onlyList(await opened.workbook.read());
    const { changes, settled } = await watched(opened);
    await opened.workbook.addCheckColumns(list, () => ({ check: [], why: [] }));
    opened.grid.type(opened.sheetId("Cases"), "C4", [["CP"]]);
    opened.grid.addSheet("Theirs");
    await settled();
    expect(changes).toEqual([{ kind: "structure" }]);
  });
});
