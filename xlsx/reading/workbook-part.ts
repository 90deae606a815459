import { decodeEscapes } from "../text-escapes.ts";
import type { Sheet } from "../workbook.ts";
import { sentences, UnreadableFile } from "./unreadable.ts";
import { isOn, parseXml, relationshipId } from "./xml.ts";
import { SMALL_PART_LIMIT } from "./zip-parts.ts";
import type { Parts } from "./zip-parts.ts";

/** What the workbook part itself says; each sheet's cells stand in a part of their own. */
export interface WorkbookPart {
  readonly date1904: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly sheets: readonly ListedSheet[];
}

export interface ListedSheet extends Pick<Sheet, "name" | "visibility"> {
  readonly relationship: string;
}

export function readWorkbookPart(parts: Parts, path: string): WorkbookPart {
  let date1904 = false;
  const names = new Map<string, string>();
  const sheets: ListedSheet[] = [];
  let named: { name: string; formula: string } | undefined;
  parseXml(parts.pieces(path, SMALL_PART_LIMIT), {
    open(element, attributes, parent) {
      if (parent === "" && element !== "workbook") throw new UnreadableFile(sentences.otherZip);
      if (element === "workbookPr" && parent === "workbook") date1904 = isOn(attributes.date1904);
      if (element === "sheet" && parent === "sheets") {
        sheets.push({
          name: decodeEscapes(attributes.name ?? ""),
          visibility: visibility(attributes.state),
          relationship: relationshipId(attributes) ?? "",
        });
      }
      // A name with a localSheetId belongs to that sheet alone: print areas and the like.
      if (element === "definedName" && parent === "definedNames" && attributes.localSheetId === undefined) {
        named = { name: decodeEscapes(attributes.name ?? ""), formula: "" };
      }
    },
    text(text) {
      if (named) named.formula += text;
    },
    close(element) {
      if (element !== "definedName" || !named) return;
      names.set(named.name, decodeEscapes(named.formula));
      named = undefined;
    },
  });
  return { date1904, names, sheets };
}

function visibility(state: string | undefined): Sheet["visibility"] {
  if (state === "veryHidden") return "very-hidden";
  return state === "hidden" ? "hidden" : "visible";
}
