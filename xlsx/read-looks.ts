import { coloursOf, themeColours } from "./looks/colours.ts";
import type { Look } from "./looks/look.ts";
import { sheetLooks, type SheetLooks } from "./looks/sheet-looks.ts";
import { styleLooks } from "./looks/style-looks.ts";
import { openPartTexts } from "./patching/part-texts.ts";
import { asParts, relationshipsOf } from "./patching/relationships-of.ts";
import { workbookFile } from "./patching/workbook-file.ts";
import { firstOfKind } from "./reading/relationships.ts";

export interface WorkbookLooks {
  /** How each of the workbook's cell styles looks, by its number. */
  readonly styles: readonly Look[];
  /** By the sheets' names. */
  readonly sheets: ReadonlyMap<string, SheetLooks>;
}

/** How a workbook that can be read looks, and what formulas it has. What cannot be made out is plain. */
export function readLooks(bytes: Uint8Array): WorkbookLooks {
  const texts = openPartTexts(bytes);
  const file = workbookFile(texts);
  const parts = asParts(texts);
  const relationships = relationshipsOf(texts, file.path);
  const styles = firstOfKind(relationships, "styles")?.path;
  const colourOf = coloursOf(themeColours(parts, firstOfKind(relationships, "theme")?.path));
  const sheets = [...file.sheets].flatMap(([name, path]) =>
    attempt(() => [[name, sheetLooks(texts.read(path))] as const], []),
  );
  return {
    styles: styles === undefined || !texts.has(styles) ? [] : attempt(() => styleLooks(parts, styles, colourOf), []),
    sheets: new Map(sheets),
  };
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
