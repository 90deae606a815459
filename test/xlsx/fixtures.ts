import { strToU8, zipSync } from "fflate";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import type { Sheet, Workbook } from "../../xlsx/workbook.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export type PartTexts = Readonly<Record<string, string>>;

/** A relationships part; each is [id, the type's last word, target]. */
export const relationshipsXml = (...listed: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${listed
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export const workbookXml = (inside: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${inside}</workbook>`;

export const sheetXml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${inside}</worksheet>`;

/** The parts of a workbook with one sheet called Data, as Excel lays them out; `others` adds to and replaces them. */
export const partsWith = (insideSheet: string, others: PartTexts = {}): PartTexts => ({
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": relationshipsXml(["rId1", "officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml": workbookXml('<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'),
  "xl/_rels/workbook.xml.rels": relationshipsXml(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "sharedStrings", "sharedStrings.xml"],
  ),
  "xl/worksheets/sheet1.xml": sheetXml(insideSheet),
  ...others,
});

export const zipOf = (parts: PartTexts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

export const fileWith = (insideSheet: string, others: PartTexts = {}): Uint8Array =>
  zipOf(partsWith(insideSheet, others));

/** The workbook in a file that is meant to be readable. */
export function read(bytes: Uint8Array): Workbook {
  const result = readWorkbook(bytes);
  if ("unreadable" in result) throw new Error(result.unreadable);
  return result;
}

/** The sentence for a file that is meant not to be. */
export function sentenceFor(bytes: Uint8Array): string {
  const result = readWorkbook(bytes);
  if (!("unreadable" in result)) throw new Error("The file was read.");
  return result.unreadable;
}

export function firstSheet(bytes: Uint8Array): Sheet {
  const [sheet] = read(bytes).sheets;
  if (sheet === undefined) throw new Error("There is no sheet.");
  return sheet;
}
