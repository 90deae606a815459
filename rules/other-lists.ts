import { readText } from "./read.ts";
import { cellsOf, type Sheet } from "./sheet.ts";

/** A list that is looked at beside the one that is checked. */
export interface OtherList {
  readonly sheet: Sheet;
  /** The name of the sheet it stands on; undefined where that is the same one. */
  readonly name: string | undefined;
}

/** The child refs of a list as they are compared. */
function refsOf(sheet: Sheet): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const cell of cellsOf(sheet, "childRef")) {
    const ref = readText(cell);
    if (typeof ref === "string") refs.add(ref.toUpperCase());
  }
  return refs;
}

/**
 * Whether two lists belong together, a team's and another's: unless at least half of the child refs of the smaller are
 * in the other too, for then they are copies of one list at different times. What a manager has answered counts before it.
 */
export function belongTogether(one: Sheet, other: Sheet): boolean {
  const [smaller, larger] = [refsOf(one), refsOf(other)].sort((a, b) => a.size - b.size) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const shared = [...smaller].filter((ref) => larger.has(ref)).length;
  return shared === 0 || shared * 2 < smaller.size;
}
