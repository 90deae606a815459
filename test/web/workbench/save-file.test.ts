import { describe, expect, it } from "vitest";
import { styleName } from "../../../web/workbench/file/own-looks.ts";
import { cellKey } from "../../../xlsx/addresses.ts";
import { readLooks } from "../../../xlsx/read-looks.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import { input } from "../../xlsx/inputs.ts";
import { refusedFor, saved } from "./saved.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const RICH = input("rich-manager");

describe("a workbook that is given back", () => {
  it.each(["rich-manager", "allocations-1904-x15", "errors", "name-external", "sheet-history"])(
    "is the very same to the byte where nothing was changed: %s",
    (name) => {
      expect(saved(input(name), () => undefined).bytes).toEqual(input(name));
    },
  );

  it("has what was typed, and every other part as it was", () => {
    const { workbook, otherParts } = saved(RICH, (grid) => {
      grid.type("D6", "Nia New");
    });
    expect(otherParts).toEqual([SHEET]);
    expect(workbook.sheets[0]?.rows[5]?.[3]).toBe("Nia New");
  });

  it("has formulas with the results that follow from what was typed", () => {
    const { part, otherParts } = saved(RICH, (grid) => {
      grid.type("F6", 45_400);
      grid.result("G6", [226]);
    });
    expect(part(SHEET)).toContain('<c r="G6" s="6"><f aca="true">TODAY()-F6</f><v>226</v></c>');
    expect(otherParts).toEqual([SHEET]);
  });

  it("is not changed by formulas that only came to something else, as TODAY does each day", () => {
    expect(
      saved(RICH, (grid) => {
        grid.result("G6", [992]);
      }).bytes,
    ).toEqual(RICH);
  });

  it("keeps a result that the grid cannot work out, and has Excel do so", () => {
    const { part } = saved(RICH, (grid) => {
      grid.type("F6", 45_400);
      grid.result("G6", ["#NAME?"]);
    });
    expect(part(SHEET)).toContain('<f aca="true">TODAY()-F6</f><v>991</v>');
    expect(part("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  it("has formulas that were typed as Excel stores them", () => {
    const { part } = saved(RICH, (grid) => {
      grid.type("M2", '=XLOOKUP(A5,A:A,"<"&B:B)', "x");
    });
    expect(part(SHEET)).toContain("<f>_xlfn.XLOOKUP(A5,A:A,&quot;&lt;&quot;&amp;B:B)</f><v>x</v>");
    expect(
      refusedFor(RICH, (grid) => {
        grid.type("M2", "=LET(x,1,x)", 1);
      }),
    ).toEqual(["Dover cases: the formula in M2 is one that only Excel can write. Put its result there instead."]);
  });

  it("shows a date that was typed as one, and counts from 1904 where the workbook does", () => {
    const plain = saved(RICH, (grid) => {
      grid.type("M2", 45_600);
      grid.paint("M2", "new", { numberFormat: "dd/mm/yyyy" });
    });
    const looks = readLooks(plain.bytes);
    expect(looks.styles[looks.sheets.get("Dover cases")?.styles.get(cellKey(1, 12)) ?? 0]?.numberFormat).toBe(
      "dd/mm/yyyy",
    );
    const mac = saved(input("allocations-1904-x15"), (grid) => {
      grid.type("F5", 45_600);
      grid.names_.set("LP_CheckDate", "45627");
    });
    expect([mac.workbook.sheets[0]?.rows[4]?.[5], mac.workbook.names.get("LP_CheckDate")]).toEqual([44_138, "44165"]);
  });

  it("has the looks that cells were given, on top of their own", () => {
    const { bytes, otherParts } = saved(RICH, (grid) => {
      grid.paint("D5", "new", { fill: "92D050", vertical: "bottom", isBold: true });
      grid.paint("A5", styleName(4));
    });
    const { styles, sheets } = readLooks(bytes);
    expect(styles[sheets.get("Dover cases")?.styles.get(cellKey(4, 3)) ?? 0]).toEqual({
      fill: "92D050",
      vertical: "bottom",
      isBold: true,
    });
    expect(sheets.get("Dover cases")?.styles.get(cellKey(4, 0))).toBe(4);
    expect(otherParts).toEqual(["xl/styles.xml", SHEET]);
  });

  it("has none of the looks by which the workbench itself shows a plain list", () => {
    const plain = writeWorkbook({
      sheets: [
        {
          name: "Cases",
          rows: [
            ["Child ref", "Case status", "Lead professional"],
            ["EX-1", "CIN", "Hazel Example"],
          ],
        },
      ],
    });
    expect(
      saved(plain, (grid) => {
        grid.type("C2", "Rowan Example");
      }).otherParts,
    ).toEqual([SHEET]);
  });

  it("has rows that were typed below a table in the table", () => {
    const { workbook } = saved(RICH, (grid) => {
      grid.type("A25", "KC-999999");
      grid.growTable("Cases", 1);
    });
    expect(workbook.sheets[0]?.tables[0]?.bottom).toBe(24);
  });

  it("has sheets that were added, hidden, renamed or taken out", () => {
    const { workbook } = saved(RICH, (grid) => {
      const id = grid.addSheet("LP report");
      grid.type("A1", "Ref", "Ref", id);
      grid.type("A2", "EX-1", "EX-1", id);
      grid.paint("A1", "new", { isBold: true }, id);
      grid.addTable(id, "LPReport", "A1:A2");
      grid.change("sheet3").isVisible = false;
    });
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Dover cases", "visible"],
      ["Lists", "hidden"],
      ["Team's summary", "hidden"],
      ["LP report", "visible"],
    ]);
    expect(workbook.sheets[3]?.tables).toMatchObject([{ name: "LPReport" }]);
    expect(
      refusedFor(RICH, (grid) => {
        grid.removeSheet("sheet2");
      })[0],
    ).toContain("The sheet Lists was deleted");
  });

  it("has names and what the add-in keeps as they are now, and those that it cannot show as they were", () => {
    const { workbook, part } = saved(input("name-external"), (grid) => {
      grid.names_.set("LP_Policy", '"kent-trial-2024"');
      grid.settings.set("LeadProfessional", '{"version":1}');
    });
    expect(Object.fromEntries(workbook.names)).toEqual({ EXT: "[1]Sheet1!$A$1", LP_Policy: '"kent-trial-2024"' });
    expect(Object.fromEntries(workbook.settings)).toEqual({ LeadProfessional: '{"version":1}' });
    expect(part("xl/workbook.xml")).toContain('<definedName name="EXT">[1]Sheet1!$A$1</definedName>');
  });

  it("has columns and rows that were hidden or widened", () => {
    const { workbook } = saved(RICH, (grid) => {
      const { layout } = grid.change("sheet1");
      layout.hiddenRows.delete(6);
      layout.hiddenRows.add(9);
      layout.hiddenColumns.add(4);
      layout.columnWidths.set(0, 145);
      layout.merges.pop();
    });
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([9]);
    expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([2, 4]);
    expect(workbook.sheets[0]?.merges).toEqual([]);
  });
});

describe("rows put in and taken out", () => {
  it("take what was typed since with them", () => {
    const { workbook, part } = saved(RICH, (grid) => {
      grid.type("D5", "Nia New");
      grid.moveRows(4, 1);
      grid.type("A5", "KC-NEW");
      // As the grid's own formulas move.
      for (let row = 6; row <= 25; row++) {
        grid.type(`G${row}`, `=TODAY()-F${row}`, 1);
        grid.type(`I${row}`, `=IF(C${row}="Child protection",F${row}+90,F${row}+180)`, 2);
      }
    });
    expect([workbook.sheets[0]?.rows[4]?.[0], workbook.sheets[0]?.rows[5]?.[3]]).toEqual(["KC-NEW", "Nia New"]);
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([7]);
    expect(part(SHEET)).toContain('<f aca="true">TODAY()-F6</f><v>1</v>');
  });

  it("that were put back at once have not moved: nothing that was said of them is lost", () => {
    const { otherParts } = saved(RICH, (grid) => {
      grid.moveRows(6, -1);
      grid.moveRows(6, 1);
      grid.type("A7", "KC-200002");
    });
    expect(otherParts).toEqual([SHEET]);
  });
});

describe("what would lose something of the file", () => {
  it("is said, and nothing is written", () => {
    expect(
      refusedFor(RICH, (grid) => {
        grid.tables_ = [];
      }),
    ).toEqual(["Dover cases: the table Cases was taken away."]);
    expect(
      refusedFor(RICH, (grid) => {
        grid.tables_ = grid.tables_.map((table) => ({ ...table, name: "Other" }));
      }),
    ).toEqual(["Dover cases: the table Cases was named Other."]);
  });
});
