import { SaxesParser } from "saxes";
import { sentences, UnreadableFile } from "../reading/unreadable.ts";
import type { Attributes } from "../reading/xml.ts";

/** An element with where it stands in its text. */
export interface Element {
  /** With its prefix: "x:row". */
  readonly tag: string;
  /** Without it. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly parent: Element | undefined;
  /** From the "<" of its start tag to behind the ">". */
  readonly start: number;
  readonly startTagEnd: number;
  /** True for `<row/>`, which has no end tag. */
  readonly isEmpty: boolean;
}

export interface ElementEnd {
  /** Where its end tag begins; for an element without one, where its start tag ends. */
  readonly contentEnd: number;
  readonly end: number;
}

export interface ScanHandler {
  readonly open?: (element: Element) => void;
  readonly close?: (element: Element, end: ElementEnd) => void;
}

/** Goes through a document, telling where each element begins and ends. Throws if it is not well formed. */
export function scanXml(text: string, { open, close }: ScanHandler): void {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const path: Element[] = [];
  parser.on("doctype", () => {
    throw new UnreadableFile(sentences.documentType);
  });
  parser.on("opentag", ({ name: tag, attributes, isSelfClosing }) => {
    const startTagEnd = parser.position;
    const element: Element = {
      tag,
      name: tag.slice(tag.indexOf(":") + 1),
      attributes,
      parent: path.at(-1),
      // No "<" can stand within a tag.
      start: text.lastIndexOf("<", startTagEnd - 1),
      startTagEnd,
      isEmpty: isSelfClosing,
    };
    path.push(element);
    open?.(element);
  });
  parser.on("closetag", () => {
    const element = path.pop();
    if (!element) return;
    const end = parser.position;
    close?.(element, { contentEnd: element.isEmpty ? end : text.lastIndexOf("<", end - 1), end });
  });
  // The whole text at once: what is carried over between pieces would put the positions out.
  parser.write(text).close();
}

/** The prefix that an element's own names have: "x:", or "". */
export const prefixOf = ({ tag, name }: Pick<Element, "tag" | "name">): string => tag.slice(0, -name.length);
