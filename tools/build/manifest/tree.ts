import { SaxesParser } from "saxes";

export interface Element {
  /** With its prefix, where the manifest writes one: `bt:Image`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** An XML text as a tree; throws if it is not well formed. */
export function treeOf(xml: string): Element {
  type Growing = { -readonly [Key in keyof Element]: Key extends "children" ? Growing[] : Element[Key] };
  const parser = new SaxesParser({ xmlns: false });
  const top: Growing = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  parser.on("opentag", ({ name, attributes }) => {
    const element: Growing = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text.trim();
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("The manifest is empty.");
  return root;
}

/** All elements below, itself included, in the order of the document. */
export const everyIn = (element: Element): readonly Element[] => [element, ...element.children.flatMap(everyIn)];

export const named = (root: Element, name: string): readonly Element[] =>
  everyIn(root).filter((element) => element.name === name);

/** An element with the kind that it says it is: `Host:Workbook`. */
export const kindOf = ({ name, attributes }: Element): string => {
  const type = attributes["xsi:type"];
  return type === undefined ? name : `${name}:${type}`;
};
