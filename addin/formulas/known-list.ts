import type { OtherList } from "../../rules/other-lists.ts";
import type { Cell } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { asRead, indexOfRow, type Allocations } from "../../rules/workbook/allocations.ts";
import type { ListArguments } from "./list-arguments.ts";

/** What is known of the list whose rows a formula is given. */
export interface KnownList {
  readonly allocations: Allocations;
  readonly whole: Sheet["whole"];
  /** What a check of it looks at besides. */
  readonly others: readonly OtherList[];
  /** Whether the formula is given so few of its rows that the rules across rows would see too few. */
  readonly isPart: boolean;
}

const isSameArray = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const noCases = ({ totalsRows, preparedRows, remarkRows }: Allocations): number[] => [
  ...totalsRows,
  ...preparedRows,
  ...remarkRows,
];

/** Whether a check of the same cells comes to the same by both: what the rows of the list hold is the formula's own. */
export function isSameKnown(a: KnownList | undefined, b: KnownList | undefined): boolean {
  if (!a || !b) return a === b;
  const [one, other] = [a.allocations, b.allocations];
  return (
    a.isPart === b.isPart &&
    a.whole?.status === b.whole?.status &&
    a.whole?.team === b.whole?.team &&
    isSameArray(
      a.others.map(({ sheet }) => sheet),
      b.others.map(({ sheet }) => sheet),
    ) &&
    one.left === other.left &&
    one.shownText === other.shownText &&
    (one.merged === other.merged || one.merged.size + other.merged.size === 0) &&
    isSameArray(noCases(one), noCases(other))
  );
}

/** The rows of a formula as the list reads them: merged cells and references as in the list, nothing of rows that are no cases. */
export function rowsAsRead({ rows, firstRow, left }: ListArguments, { allocations }: KnownList): Sheet["rows"] {
  const isNoCase = new Set(noCases(allocations));
  const { headers, rowNumbers, left: listLeft, merged, shownText } = allocations;
  const isAsGiven = merged.size === 0 && shownText === undefined;
  const shift = left - listLeft;
  return rows.map((cells, at) => {
    const number = firstRow + at;
    if (isNoCase.has(number)) return [];
    const index = isAsGiven ? undefined : indexOfRow(rowNumbers, number);
    if (index === undefined) return cells;
    const onList = Array.from({ length: headers.length }, (_, column): Cell => cells[column - shift] ?? "");
    const read = asRead(allocations, index, onList);
    return cells.map((cell, column) => (shift + column in read ? read[shift + column] : cell));
  });
}
