import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** An XML text as a tree; throws if it is not well formed or uses a prefix that is not declared. */
function treeOf(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error("The document is empty.");
  return document;
}

/** All elements of that name within, itself included, in document order. */
export const all = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

export function only(element: Element, name: string): Element {
  const [first, ...more] = all(element, name);
  if (first === undefined || more.length > 0) throw new Error(`There is not one ${name}.`);
  return first;
}

/** The parts of a file, in their order, as trees. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Element> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, treeOf(strFromU8(data))]));

export const attributesOf = (element: Element, name: string): readonly Element["attributes"][] =>
  all(element, name).map(({ attributes }) => attributes);

export function partOf(parts: ReadonlyMap<string, Element>, path: string): Element {
  const found = parts.get(path);
  if (found === undefined) throw new Error(`There is no part ${path}.`);
  return found;
}
