import * as sheetjs from "xlsx";
import { describe, expect, it } from "vitest";
import type { WorkbookPatch } from "../../../xlsx/patching/patch.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import { input } from "../inputs.ts";
import { cells, holding, onSheet, patched } from "./patched.ts";
import { amiss, HAS_VALIDATOR } from "./validator.ts";

const MUCH = (sheet: string): WorkbookPatch => ({
  sheets: new Map([
    [
      sheet,
      {
        moves: [{ axis: "rows" as const, at: 5, count: 2 }],
        cells: cells({
          D6: holding(" Nia\nNew "),
          A300: holding(true),
          L1: {
            content: { kind: "formula", formula: "_xlfn.CONCAT(A1,1)", value: "x" },
            style: {
              change: {
                isBold: true,
                fill: "FFEECC",
                numberFormat: '"P"0000',
                wrap: true,
                fontSize: 14,
                horizontal: "center",
              },
            },
          },
          N5: {
            content: {
              kind: "formula",
              formula: "_xldudf_LP_CHECK(A1:B2)",
              value: "Clear",
              spill: { top: 4, left: 13, bottom: 5, right: 13 },
            },
          },
          N6: holding("Check"),
        }),
        columnWidths: new Map([[13, 30]]),
        rowsShown: new Map([[20, false]]),
        columnsShown: new Map([[11, false]]),
      },
    ],
  ]),
  names: new Map([["LP_Policy", '"kent-trial-2024"']]),
  newSheets: [
    {
      name: "LP report",
      cells: cells({ A1: holding("Ref"), B1: holding("Lead"), A2: holding("EX-1") }),
      newTables: [{ name: "LPReport", range: { top: 0, left: 0, bottom: 1, right: 1 }, headers: ["Ref", "Lead"] }],
    },
  ],
  addIn: {
    id: "00000000-0000-4000-8000-000000000001",
    version: "1.0.0.0",
    customFunctionIds: ["_xldudf_LP_CHECK"],
    settings: new Map([["LeadProfessional", '{"a":1}']]),
  },
});

const FILES: readonly (readonly [name: string, sheet: string])[] = [
  ["rich-manager", "Dover cases"],
  ["allocations-1904-x15", "Cases"],
  ["name-external", "Cases"],
  ["sheet-history", "History"],
  ["errors", "Cases"],
];

describe("a changed workbook in the hands of others", () => {
  it.skipIf(!HAS_VALIDATOR).each(FILES)(
    "%s: Microsoft's validator finds nothing that it did not find before",
    (name, sheet) => {
      const before = amiss(input(name));
      expect(amiss(patched(input(name), onSheet(sheet, { D6: holding("Nia New") })).bytes)).toEqual(before);
      // The sample's own check column spills over these cells.
      if (name !== "allocations-1904-x15") expect(amiss(patched(input(name), MUCH(sheet)).bytes)).toEqual(before);
    },
    60_000,
  );

  it.each(FILES)("%s: SheetJS reads the values that we do", (name, sheet) => {
    const { bytes } = patched(
      input(name),
      name === "allocations-1904-x15" ? onSheet(sheet, { D6: holding("Nia New") }) : MUCH(sheet),
    );
    const ours = readWorkbook(bytes);
    if ("unreadable" in ours) throw new Error(ours.unreadable);
    const theirs = sheetjs.read(bytes, { cellFormula: true });
    expect(theirs.SheetNames).toEqual(ours.sheets.map((one) => one.name));
    for (const { name: sheetName, rows } of ours.sheets) {
      const values = rows.flatMap((row, y) =>
        row.flatMap((value, x) => (value === "" ? [] : [[sheetjs.utils.encode_cell({ r: y, c: x }), value] as const])),
      );
      const cell = (address: string): sheetjs.CellObject | undefined =>
        theirs.Sheets[sheetName]?.[address] as sheetjs.CellObject | undefined;
      const read = values.map(([address]) => [address, cell(address)?.t === "e" ? cell(address)?.w : cell(address)?.v]);
      expect(read).toEqual(values);
    }
  });
});
