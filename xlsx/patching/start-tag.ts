import { textXml } from "../writing/xml-text.ts";
import type { Element } from "./xml-scan.ts";

/** A start tag's text with attributes set, or taken out where undefined is given; the others stay to the letter. */
export function editedTag(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  let edited = tag;
  for (const [name, value] of Object.entries(attributes)) {
    const known = new RegExp(String.raw`\s${name}\s*=\s*("[^"]*"|'[^']*')`);
    const text = value === undefined ? "" : ` ${name}="${textXml(String(value))}"`;
    if (known.test(edited)) edited = edited.replace(known, () => text);
    else if (text !== "") edited = edited.replace(/\s*\/?>$/, (end) => text + end.trimStart());
  }
  return edited;
}

/** An element's start tag as it stands. */
export const tagText = (text: string, { start, startTagEnd }: Element): string => text.slice(start, startTagEnd);

/** An element's start tag for content to follow: `<row/>` as `<row>`. */
export const openedTag = (tag: string): string => tag.replace(/\s*\/>$/, ">");
