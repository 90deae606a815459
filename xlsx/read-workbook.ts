import { newBudget } from "./reading/cell-grid.ts";
import { findWorkbookPart } from "./reading/main-part.ts";
import { isZip, sentenceForOther } from "./reading/recognise.ts";
import { firstOfKind, readRelationships, related } from "./reading/relationships.ts";
import { readSharedStrings } from "./reading/shared-strings.ts";
import { readSettings } from "./reading/settings-parts.ts";
import { readSheet } from "./reading/sheet.ts";
import { NO_FORMATS, readFormats } from "./reading/styles-part.ts";
import { sentences, UnreadableFile } from "./reading/unreadable.ts";
import { readWorkbookPart } from "./reading/workbook-part.ts";
import { openParts } from "./reading/zip-parts.ts";
import type { Unreadable, Workbook } from "./workbook.ts";

/**
 * Reads an .xlsx (or .xlsm) file: values as Excel last saved them, nothing recalculated.
 * Never throws: whatever the bytes are, it answers a workbook or a sentence saying why not.
 */
export function readWorkbook(bytes: Uint8Array): Workbook | Unreadable {
  if (!isZip(bytes)) return { unreadable: sentenceForOther(bytes) };
  try {
    return read(bytes);
  } catch (problem) {
    // The zip, text and XML readers throw errors of their own, and all of them mean that the file is broken.
    return { unreadable: problem instanceof UnreadableFile ? problem.message : sentences.damaged };
  }
}

function read(bytes: Uint8Array): Workbook {
  const parts = openParts(bytes);
  const path = findWorkbookPart(parts);
  const { date1904, names, sheets: listed } = readWorkbookPart(parts, path);
  const relationships = readRelationships(parts, path);
  const stringsPart = firstOfKind(relationships, "sharedStrings");
  const strings = stringsPart && parts.has(stringsPart.path) ? readSharedStrings(parts, stringsPart.path) : [];
  const stylesPart = firstOfKind(relationships, "styles");
  const formats = stylesPart && parts.has(stylesPart.path) ? readFormats(parts, stylesPart.path) : NO_FORMATS;
  const budget = newBudget();
  // The macro sheets of old Excel are listed without leading anywhere.
  const leading = listed.filter(({ relationship }) => relationship !== "");
  const sheets = leading.flatMap((sheet) => {
    const part = related(relationships, sheet.relationship);
    return part.kind === "worksheet"
      ? [readSheet(parts, sheet, part.path, { strings, date1904, formats }, budget)]
      : [];
  });
  if (sheets.length === 0) throw new UnreadableFile(sentences.noSheets);
  const unreadSheets = listed.filter((sheet) => !leading.includes(sheet)).map(({ name }) => name);
  return { date1904, names, settings: readSettings(parts), sheets, unreadSheets };
}
