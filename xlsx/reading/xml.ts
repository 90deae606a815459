import { SaxesParser } from "saxes";
import { sentences, UnreadableFile } from "./unreadable.ts";

export type Attributes = Readonly<Record<string, string>>;

/**
 * What to do at each step of a document. Names come without their prefix, because Excel's ordinary and strict formats
 * differ in namespaces only; `parent` is "" for the root.
 */
export interface XmlHandler {
  open?(name: string, attributes: Attributes, parent: string): void;
  close?(name: string, parent: string): void;
  text?(text: string): void;
}

// Excel's own parts nest about ten deep; a few million open elements would fill the memory.
const MAX_DEPTH = 256;

/** Throws if the document is not well formed. */
export function parseXml(pieces: Iterable<Uint8Array>, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const path = [""];
  parser.on("doctype", () => {
    throw new UnreadableFile(sentences.documentType);
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    handler.open?.(name, tag.attributes, path.at(-1) ?? "");
    if (path.push(name) > MAX_DEPTH) throw new UnreadableFile(sentences.damaged);
  });
  parser.on("closetag", () => {
    const name = path.pop() ?? "";
    handler.close?.(name, path.at(-1) ?? "");
  });
  const text = (value: string): void => handler.text?.(value);
  parser.on("text", text);
  parser.on("cdata", text);

  let decoder: TextDecoder | undefined;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decoder.decode(piece, { stream: true }));
  }
  if (decoder) parser.write(decoder.decode());
  parser.close();
}

/** The encoding of a document by its mark, or where a writer left that out by the "<" that it begins with. */
export function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? "utf-16be" : "utf-8";
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The `r:id` of an element, whichever prefix the writer chose for relationships. */
export function relationshipId(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.includes(":") && localName(key) === "id");
  return name === undefined ? undefined : attributes[name];
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";
