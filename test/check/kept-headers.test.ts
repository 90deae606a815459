import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { data, only, text } from "./checked.ts";

const folder = mkdtempSync(join(tmpdir(), "lp-headers-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ROWS = [
  ["Duty board"],
  [],
  ["YP code", "Wkr", "Strand"],
  ["YP1", "Hazel Example", "CIN"],
  ["YP2", "Sam Invented", "CP"],
];

function board(choices?: object): string {
  const path = join(folder, `board-${choices === undefined ? "plain" : JSON.stringify(choices).length}.xlsx`);
  const settings = new Map(choices ? [["LeadProfessional", JSON.stringify({ version: 1, ...choices })]] : []);
  const addIn = { id: "00000000-0000-4000-8000-000000000000", version: "1.0.0.0", customFunctionIds: [], settings };
  writeFileSync(path, writeWorkbook({ sheets: [{ name: "Board", rows: ROWS }], addIn }));
  return path;
}

const COLUMNS = { "YP code": "childRef", Wkr: "lead", Strand: "status" };
const KEPT = { columns: COLUMNS, teams: {}, roles: {}, lists: { Board: { headerRow: 3 } } };

describe("a sheet whose headers say nothing", () => {
  test("is refused by the command line with the row that it took for headers, what it knew and what it lacked", () => {
    const { code, err } = text(board());
    expect(code).toBe(2);
    expect(err).toContain("Sheet 'Board', headers taken from row 3:");
    expect(err).toMatch(/known: none\n {2}perhaps: .*Strand = Case status\?/);
    expect(err).toMatch(/lacking: /);
  });

  test("is read by what was said in the pane and is kept in the workbook", () => {
    const list = only(data(board(KEPT)));
    expect(list.mapping).toEqual({ childRef: "YP code", lead: "Wkr", status: "Strand" });
    expect(list.rows.map(({ row, childRef }) => [row, childRef])).toEqual([
      [4, "YP1"],
      [5, "YP2"],
    ]);
  });

  test("is read with the status that was said of all its cases", () => {
    const { Strand, ...columns } = COLUMNS;
    const list = only(data(board({ ...KEPT, columns, lists: { Board: { headerRow: 3, status: "CP" } } })));
    expect(Strand).toBe("status");
    expect(list.notes).toContainEqual("Every case of this list is taken to be CP, as the list has no column for it.");
  });

  test("is no list, where that was said", () => {
    const { code, err } = text(board({ ...KEPT, columns: {}, lists: { Board: { isList: false } } }));
    expect(code).toBe(2);
    expect(err).not.toContain("headers taken from");
    expect(err).toContain("'Board'");
  });
});
