import { rangeAddress, type Range } from "../addresses.ts";
import { decodeEscapes } from "../text-escapes.ts";
import { documentIn, type Placed } from "./placed-children.ts";
import { editedTag, tagText } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";

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

/** A table that reaches over other cells now, or whose columns are named otherwise. */
export function editTable(text: string, range: Range | undefined, names: ReadonlyMap<number, string>): string {
  const { root, children, grandchildren } = documentIn(text);
  const edits = new TextEdits(text);
  const ref = range && rangeAddress(range);
  if (ref !== undefined)
    for (const element of [root, ...children.filter(({ name }) => name === "autoFilter")])
      edits.replace(element.start, element.startTagEnd, editedTag(tagText(text, element), { ref }));
  const columns = columnsIn(grandchildren);
  for (const [at, name] of names) {
    const column = columns[at];
    if (column) edits.replace(column.start, column.startTagEnd, editedTag(tagText(text, column), { name }));
  }
  return edits.applied();
}
