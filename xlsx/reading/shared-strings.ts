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
  parseXml(parts.pieces(path), {
    open(name, _attributes, parent) {
      if (name === "si") text = "";
      isText = name === "t" && parent !== "rPh";
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name !== "si") return;
      if (strings.push(decodeEscapes(text)) > MAX_STRINGS) throw new UnreadableFile(sentences.tooManyCells);
    },
  });
  return strings;
}
