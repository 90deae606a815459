import { elementXml } from "../writing/xml-text.ts";
import type { PartTexts } from "./part-texts.ts";
import { openedTag, tagText } from "./start-tag.ts";
import { prefixOf, scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT_TYPES = "[Content_Types].xml";

type Placed = Element & ElementEnd;

/** A document that is a list: its root, and the elements right below it. */
function listIn(text: string): { readonly root: Placed; readonly items: readonly Placed[] } {
  const items: Placed[] = [];
  let root: Placed | undefined;
  scanXml(text, {
    close(element, end) {
      if (!element.parent) root = { ...element, ...end };
      else if (element.parent.parent === undefined) items.push({ ...element, ...end });
    },
  });
  if (!root) throw new Error("The part is empty.");
  return { root, items };
}

function withItem(text: string, name: string, attributes: Readonly<Record<string, string>>): string {
  const { root } = listIn(text);
  const xml = elementXml(prefixOf(root) + name, attributes);
  return root.isEmpty
    ? `${text.slice(0, root.start)}${openedTag(tagText(text, root))}${xml}</${root.tag}>${text.slice(root.end)}`
    : text.slice(0, root.contentEnd) + xml + text.slice(root.contentEnd);
}

const without = (text: string, { start, end }: Placed): string => text.slice(0, start) + text.slice(end);

/** Where the relationships of a part are listed ("" for the package). */
function relationshipsPath(path: string): string {
  const name = path.lastIndexOf("/") + 1;
  return `${path.slice(0, name)}_rels/${path.slice(name)}.rels`;
}

/** Says that the part at `from` ("" for the package) leads to another; gives the id. */
export function relate(parts: PartTexts, from: string, type: string, target: string): string {
  const path = relationshipsPath(from);
  const text = parts.has(path)
    ? parts.read(path)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const taken = new Set(listIn(text).items.map(({ attributes }) => attributes.Id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  parts.write(path, withItem(text, "Relationship", { Id: `rId${number}`, Type: type, Target: `/${target}` }));
  return `rId${number}`;
}

export function unrelate(parts: PartTexts, from: string, id: string): void {
  const path = relationshipsPath(from);
  const text = parts.read(path);
  const item = listIn(text).items.find(({ attributes }) => attributes.Id === id);
  if (item) parts.write(path, without(text, item));
}

/** Adds a part, saying of what kind it is. */
export function addPart(parts: PartTexts, path: string, contentType: string, xml: string): void {
  parts.write(path, xml);
  const text = parts.read(CONTENT_TYPES);
  parts.write(CONTENT_TYPES, withItem(text, "Override", { PartName: `/${path}`, ContentType: contentType }));
}

/** Takes a part out, with what is said of its kind and where it leads. */
export function removePart(parts: PartTexts, path: string): void {
  parts.remove(path);
  if (parts.has(relationshipsPath(path))) parts.remove(relationshipsPath(path));
  const text = parts.read(CONTENT_TYPES);
  const item = listIn(text).items.find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === `/${path}`.toLowerCase(),
  );
  if (item) parts.write(CONTENT_TYPES, without(text, item));
}

/** A path that no part has: "xl/worksheets/sheet4.xml". */
export function freePath(parts: PartTexts, before: string, after: string): string {
  let number = 1;
  while (parts.has(`${before}${number}${after}`)) number++;
  return `${before}${number}${after}`;
}
