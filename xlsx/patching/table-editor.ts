import { rangeAddress, type Range } from "../addresses.ts";
import { decodeEscapes } from "../text-escapes.ts";
import { elementXml } from "../writing/xml-text.ts";
import { documentIn, type Placed } from "./placed-children.ts";
import { editedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { prefixOf } from "./xml-scan.ts";

/** A table of the file, as far as a patch looks at it. */
export interface FileTable {
  readonly path: string;
  readonly name: string;
  readonly range: Range;
  readonly hasHeader: boolean;
  /** The names of its columns, which are what its header cells hold. */
  readonly columns: readonly string[];
}

const columnsIn = (grandchildren: readonly Placed[]): Placed[] =>
  grandchildren.filter(({ name, parent }) => name === "tableColumn" && parent?.name === "tableColumns");

export const columnNames = (text: string): readonly string[] =>
  columnsIn(documentIn(text).grandchildren).map(({ attributes }) => decodeEscapes(attributes.name ?? ""));

/** A table that reaches over other cells now, whose columns are named otherwise, or that has gained columns at its end. */
export function editTable(text: string, range: Range | undefined, names: ReadonlyMap<number, string>): string {
  const { root, children, grandchildren } = documentIn(text);
  const edits = new TextEdits(text);
  const ref = range && rangeAddress(range);
  if (ref !== undefined)
    for (const element of [root, ...children.filter(({ name }) => name === "autoFilter")])
      edits.replace(element.start, element.startTagEnd, editedTag(tagText(text, element), { ref }));
  const columns = columnsIn(grandchildren);
  const gained: string[] = [];
  for (const [at, name] of names) {
    const column = columns[at];
    if (column) edits.replace(column.start, column.startTagEnd, editedTag(tagText(text, column), { name }));
    else gained.push(name);
  }
  const list = children.find(({ name }) => name === "tableColumns");
  if (list && gained.length > 0) {
    const last = Math.max(0, ...columns.map(({ attributes }) => Number(attributes.id)));
    const tag = `${prefixOf(root)}tableColumn`;
    const xml = gained.map((name, at) => elementXml(tag, { id: last + 1 + at, name })).join("");
    const count = columns.length + gained.length;
    edits.replace(list.start, list.startTagEnd, editedTag(tagText(text, list), { count }));
    edits.insert(list.contentEnd, xml);
  }
  return edits.applied();
}
