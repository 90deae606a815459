import { findWorkbookPart } from "../reading/main-part.ts";
import { firstOfKind } from "../reading/relationships.ts";
import { readTablePart } from "../reading/table-part.ts";
import { readWorkbookPart } from "../reading/workbook-part.ts";
import { OFFICE, SPREADSHEET } from "../writing/content-types.ts";
import { createStyles } from "../writing/styles-part.ts";
import { addPart, relate, removePart, unrelate } from "./package-lists.ts";
import type { PartTexts } from "./part-texts.ts";
import { asParts, relationshipsOf } from "./relationships-of.ts";
import { columnNames, type FileTable } from "./table-editor.ts";

/** The parts of a workbook by what they are. */
export interface WorkbookFile {
  readonly parts: PartTexts;
  /** The workbook's own part. */
  readonly path: string;
  /** Each sheet's part by the sheet's name. */
  readonly sheets: ReadonlyMap<string, string>;
}

export function workbookFile(parts: PartTexts): WorkbookFile {
  const path = findWorkbookPart(asParts(parts));
  const relationships = relationshipsOf(parts, path);
  const sheets = readWorkbookPart(asParts(parts), path).sheets.flatMap(({ name, relationship }) => {
    const found = relationships.get(relationship);
    return found ? [[name, found.path] as const] : [];
  });
  return { parts, path, sheets: new Map(sheets) };
}

/** Where a part of the workbook stands of which there is one; where there is none, it is made. */
export function onlyPart(
  { parts, path }: WorkbookFile,
  kind: string,
  contentType: string,
  xml: () => string,
  name = kind,
): string {
  const known = firstOfKind(relationshipsOf(parts, path), kind)?.path;
  if (known !== undefined && parts.has(known)) return known;
  const made = `xl/${name}.xml`;
  addPart(parts, made, `${SPREADSHEET}.${contentType}+xml`, xml());
  relate(parts, path, `${OFFICE}/${kind}`, made);
  return made;
}

export const stylesPart = (file: WorkbookFile): string =>
  onlyPart(file, "styles", "styles", () => createStyles({}).xml());

/** Excel makes the order in which it calculates anew; one that names a cell without a formula would have it repair the file. */
export function dropCalculationChain({ parts, path }: WorkbookFile): void {
  for (const [id, { kind, path: chain }] of relationshipsOf(parts, path)) {
    if (kind !== "calcChain") continue;
    unrelate(parts, path, id);
    if (parts.has(chain)) removePart(parts, chain);
  }
}

/** The tables of a sheet's part. */
export function tablesOf(parts: PartTexts, sheet: string): readonly FileTable[] {
  return [...relationshipsOf(parts, sheet).values()].flatMap(({ kind, path }) => {
    if (kind !== "table" || !parts.has(path)) return [];
    const { table } = readTablePart(asParts(parts), path);
    const { name, headerRows, top, left, bottom, right } = table;
    const columns = columnNames(parts.read(path));
    return [{ path, name, range: { top, left, bottom, right }, hasHeader: headerRows > 0, columns }];
  });
}

/** The numbers that the tables of the workbook have. */
export const tableIds = (parts: PartTexts): readonly number[] =>
  parts
    .paths()
    .filter((path) => /^xl\/tables\/[^/]+\.xml$/i.test(path))
    .map((path) => Number(/<(?:\w+:)?table\s[^>]*?\sid=["'](\d+)["']/.exec(parts.read(path))?.[1] ?? 0));
