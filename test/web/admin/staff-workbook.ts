import { rangeAddress } from "../../../xlsx/addresses.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";

export type Row = Readonly<Record<string, string | number>>;

/** A workbook whose table "Practitioners" has these rows, with a column for every key of any of them. */
export function workbookOf(rows: readonly Row[], date1904 = false): Uint8Array {
  const headers = [...new Set(rows.flatMap(Object.keys))];
  const cells = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))];
  const range = rangeAddress({ top: 0, left: 0, bottom: rows.length, right: headers.length - 1 });
  return writeWorkbook({
    date1904,
    sheets: [{ name: "Staff", rows: cells, tables: [{ name: "Practitioners", range }] }],
  });
}

export const COURSE = "Lead professional training schedule";
export const SAM: Row = {
  "Staff number": "A1",
  Name: "Sam Assistant",
  Role: "Social Work Assistant",
  Team: "Dover CSWT",
};
export const SKY: Row = { "Staff number": "S2", Name: "Sky Social", Role: "Social Worker", Team: "Thanet" };
