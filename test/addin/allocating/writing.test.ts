import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { nameAsLead } from "../../../addin/model/name-as-lead.ts";
import { namingOf } from "../../../addin/allocating/naming.ts";
import { createAnnouncer } from "../../../addin/model/announcer.ts";
import { WorkbookProblem } from "../../../addin/workbook/workbook.ts";
import { ownWrites } from "../../../addin/workbook/own-writes.ts";
import { writeCells, type CellWrite } from "../../../addin/workbook/write-cells.ts";
import { openInputs } from "../pane/support/check-inputs.ts";
import { listSheet, onlyList, open, TIMES, watched } from "../workbook/a-workbook.ts";

const lead: CellWrite = { row: 3, column: 3, was: "Hazel Example", value: "=Sam Assistant" };
const since: CellWrite = { row: 3, column: 4, was: 45_600, value: 45_626, isDate: true };
const ref = { row: 3, column: 0, was: "EX-1" };

function openCases() {
  const opened = open([listSheet("Cases")]);
  const id = opened.sheetId("Cases");
  const own = ownWrites(TIMES);
  const valueOf = (row: number, column: number): unknown =>
    opened.grid.values(id, { top: row, left: column, rows: 1, columns: 1 })[0]?.[0];
  const put = (row: number, column: number, value: string | number): void => {
    opened.grid.write(id, { top: row, left: column, rows: 1, columns: 1 }, [[value]]);
  };
  return { ...opened, id, own, valueOf, put };
}

const problemOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => "nothing",
    (error: unknown) => (error instanceof WorkbookProblem ? error.code : error),
  );

describe("cells of a row", () => {
  it("are written in two round trips, texts as texts", async () => {
    const { id, own, valueOf, syncsOf } = openCases();
    const { syncs } = await syncsOf(() => writeCells(id, [lead, since], [ref], own));
    expect([syncs, valueOf(3, 3), valueOf(3, 4)]).toEqual([2, "=Sam Assistant", 45_626]);
  });

  it("are left alone where the row is another child's by now", async () => {
    const { id, own, valueOf, put } = openCases();
    put(3, 0, "EX-9");
    expect(await problemOf(writeCells(id, [lead, since], [ref], own))).toBe("Changed");
    expect([valueOf(3, 3), valueOf(3, 4)]).toEqual(["Hazel Example", 45_600]);
  });

  it("are left alone where one of them was edited meanwhile", async () => {
    const { id, own, valueOf, put } = openCases();
    put(3, 4, 45_601);
    expect(await problemOf(writeCells(id, [lead, since], [ref], own))).toBe("Changed");
    expect(valueOf(3, 3)).toBe("Hazel Example");
  });

  it("are left alone where one of them is a formula's", async () => {
    const { id, own, put, valueOf } = openCases();
    put(3, 4, "=LP.RULE(A1)");
    expect(await problemOf(writeCells(id, [lead, { ...since, was: valueOf(3, 4) as string }], [ref], own))).toBe(
      "Formula",
    );
  });

  it("count a cell read as blank as one that Excel gives as an empty text", async () => {
    const { id, own, valueOf, put } = openCases();
    put(3, 3, "");
    await writeCells(id, [{ ...lead, was: undefined, value: "Sam Assistant" }], [ref], own);
    expect(valueOf(3, 3)).toBe("Sam Assistant");
  });

  it("are not reported as edits of the manager", async () => {
    const opened = openCases();
    await opened.workbook.read();
    const { changes, stop, settled } = await watched(opened);
    await writeCells(opened.id, [lead], [ref], opened.own);
    await settled();
    await stop();
    expect(changes).toEqual([]);
  });
});

describe("naming a lead in a workbook", () => {
  it("writes what was confirmed, reads anew and says how to take it back", async () => {
    const { workbook, own, valueOf, put } = openCases();
    const inputs = openInputs({});
    const naming = namingOf(onlyList(await workbook.read()), inputs, 0, {
      option: { text: "Sam Assistant", name: "Sam Assistant" },
      reason: "continuity",
    });
    const announcer = createAnnouncer();
    const read = signal(0);
    const act = nameAsLead({
      workbook: { writeCells: (...given) => writeCells(...given, own) },
      announcer,
      readAnew: () => {
        read.value += 1;
        return Promise.resolve();
      },
    });

    await act(naming);
    expect([valueOf(3, 3), valueOf(3, 4), read.value]).toEqual(["Sam Assistant", 45_626, 1]);
    expect(announcer.notice.value).toEqual({
      kind: "done",
      sentence:
        "Row 4: Sam Assistant is named as lead. To take it back: enter Hazel Example in D4 and enter 4 Nov 2024 in E4.",
    });

    put(3, 3, "Hazel Example");
    put(3, 0, "EX-9");
    await act(naming);
    expect(announcer.notice.value).toMatchObject({ kind: "problem", detail: "Changed" });
    expect([valueOf(3, 3), read.value]).toEqual(["Hazel Example", 1]);
  });
});
