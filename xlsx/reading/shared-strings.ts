import { decodeEscapes } from "../text-escapes.ts";
import { sentences, UnreadableFile } from "./unreadable.ts";
import { parseXml } from "./xml.ts";
import type { Parts } from "./zip-parts.ts";

const MAX_STRINGS = 5_000_000;

/** The texts that cells point to by number. A text in several fonts is joined; the phonetic guide (rPh) is no part of it. */
export function readSharedStrings(parts: Parts, path: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  // Some writers put runs into the guide, as into the text itself.
  let isGuide = false;
  parseXml(parts.pieces(path), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isGuide = true;
      isText = name === "t" && !isGuide;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isGuide = false;
      if (name !== "si") return;
      if (strings.push(decodeEscapes(text)) > MAX_STRINGS) throw new UnreadableFile(sentences.tooManyCells);
    },
  });
  return strings;
}
