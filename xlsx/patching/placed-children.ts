import { openedTag, tagText } from "./start-tag.ts";
import type { TextEdits } from "./text-edits.ts";
import { prefixOf, scanXml, type Element, type ElementEnd } from "./xml-scan.ts";

export type Placed = Element & ElementEnd;

/** A part's root with the elements right below it, and what stands within those. */
export interface Document {
  readonly root: Placed;
  readonly children: readonly Placed[];
  readonly grandchildren: readonly Placed[];
}

export function documentIn(text: string): Document {
  let root: Placed | undefined;
  const children: Placed[] = [];
  const grandchildren: Placed[] = [];
  scanXml(text, {
    close(element, end) {
      const placed = { ...element, ...end };
      if (!element.parent) root = placed;
      else if (!element.parent.parent) children.push(placed);
      else if (!element.parent.parent.parent) grandchildren.push(placed);
    },
  });
  if (!root) throw new Error("The part is empty.");
  return { root, children, grandchildren };
}

/** The only child of that name. */
export const childNamed = ({ children }: Pick<Document, "children">, name: string): Placed | undefined =>
  children.find((child) => child.name === name);

/** Puts items into a list at its end, which is made where it is missing: behind those of the children that come before it. */
export function addToList(
  text: string,
  { root, children }: Pick<Document, "root" | "children">,
  edits: TextEdits,
  list: { readonly name: string; readonly after: readonly string[] },
  xml: string,
): void {
  const known = children.find(({ name }) => name === list.name);
  const tag = prefixOf(root) + list.name;
  if (!known) {
    const before = children.findLast(({ name }) => list.after.includes(name));
    edits.insert(before?.end ?? root.startTagEnd, `<${tag}>${xml}</${tag}>`);
  } else if (known.isEmpty) edits.replace(known.start, known.end, `${openedTag(tagText(text, known))}${xml}</${tag}>`);
  else edits.insert(known.contentEnd, xml);
}
