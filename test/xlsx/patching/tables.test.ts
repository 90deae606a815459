import { describe, expect, it } from "vitest";
import { input } from "../inputs.ts";
import { cells, holding, onSheet, patched, refusedFor } from "./patched.ts";

describe("a table", () => {
  it("that has grown takes its filter, its rules and its formats with it", () => {
    const { part, workbook } = patched(input("rich-manager"), {
      sheets: new Map([
        [
          "Dover cases",
          {
            cells: cells({ A25: holding("KC-999999") }),
            tables: new Map([["Cases", { top: 3, left: 0, bottom: 24, right: 9 }]]),
          },
        ],
      ]),
    });
    expect(workbook.sheets[0]?.tables[0]?.bottom).toBe(24);
    expect(part("xl/tables/table1.xml")).toContain('<autoFilter ref="A4:J25"');
    expect(part("xl/worksheets/sheet1.xml")).toContain('<conditionalFormatting sqref="G5:G25">');
    expect(part("xl/worksheets/sheet1.xml")).toContain("<xm:sqref>H5:H25</xm:sqref>");
    expect(part("xl/worksheets/sheet1.xml")).toContain('sqref="C5:C200"');
  });

  it("that has gained columns has them in its part, and a sheet that reaches so far", () => {
    const { part, workbook } = patched(input("rich-manager"), {
      sheets: new Map([
        [
          "Dover cases",
          {
            cells: cells({ K4: holding("Accepted"), L4: holding("Accepted by"), K5: holding("LP-19") }),
            tables: new Map([["Cases", { top: 3, left: 0, bottom: 23, right: 11 }]]),
          },
        ],
      ]),
    });
    expect(workbook.sheets[0]?.tables[0]?.right).toBe(11);
    expect(part("xl/tables/table1.xml")).toContain('<autoFilter ref="A4:L24"');
    expect(part("xl/tables/table1.xml")).toMatch(
      /<tableColumns count="12">.*<tableColumn id="(\d+)" name="Accepted"\/><tableColumn id="(\d+)" name="Accepted by"\/><\/tableColumns>/s,
    );
  });

  it("is refused where a column that it has gained has no header", () => {
    const refused = refusedFor(input("rich-manager"), {
      sheets: new Map([
        [
          "Dover cases",
          {
            cells: cells({ K4: holding("Accepted") }),
            tables: new Map([["Cases", { top: 3, left: 0, bottom: 23, right: 11 }]]),
          },
        ],
      ]),
    });
    expect(refused.join(" ")).toContain("a column without a header");
  });

  it("has its columns named as its header cells are", () => {
    const { part } = patched(input("rich-manager"), onSheet("Dover cases", { E4: holding("Role") }));
    expect(part("xl/tables/table1.xml")).toMatch(/<tableColumn [^>]*name="Role"/);
  });

  it.each([
    ["D4", "Worker", "formulas that name its column 'Lead professional'"],
    ["E4", " ", "a column without a header"],
    ["E4", "child REF", "two columns named 'child REF'"],
  ])("refuses a header in %s that is '%s'", (address, header, why) => {
    expect(
      refusedFor(input("rich-manager"), onSheet("Dover cases", { [address]: holding(header) })).join(" "),
    ).toContain(why);
  });
});
