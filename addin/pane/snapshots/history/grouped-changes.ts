import { count, list } from "../../../../rules/text.ts";
import type { ChangedChild, MonthChanges } from "../../../history/history.ts";
import { monthName } from "../../../../rules/months.ts";

export const KINDS = { newlyBroken: "Newly broken", mended: "Mended", stillBroken: "Still broken" } as const;
export type Kind = keyof typeof KINDS;

/** A child with its findings of one kind. */
export interface ChangedHere {
  readonly childRef: string;
  readonly index: number;
  readonly findings: readonly string[];
}

export interface Group {
  readonly kind: Kind;
  readonly findings: number;
  /** Those who are on the sheet, in its order. */
  readonly here: readonly ChangedHere[];
  /** How many children with such findings are not on the sheet, or without a child ref that is one. */
  readonly elsewhere: number;
}

/** What changed, kind by kind, each child with the row that it has now. */
export function groupsOf(changes: MonthChanges, indexOf: (ref: string | undefined) => number | undefined): Group[] {
  return (Object.keys(KINDS) as Kind[]).map((kind) => {
    const children = changes.children.filter((child) => child[kind].length > 0);
    const here = children.flatMap((child: ChangedChild): ChangedHere[] => {
      const index = indexOf(child.childRef);
      return index === undefined || child.childRef === undefined
        ? []
        : [{ childRef: child.childRef, index, findings: child[kind] }];
    });
    return {
      kind,
      findings: changes[kind],
      here: here.sort((a, b) => a.index - b.index),
      elsewhere: children.length - here.length,
    };
  });
}

/** What changed, in a sentence: "Since October 2024: 2 newly broken, 5 mended, 3 still broken. 1 child joined the list, 2 left it." */
export function changesSentence({
  month,
  since,
  newlyBroken,
  mended,
  stillBroken,
  joined,
  gone,
}: MonthChanges): string {
  if (since === undefined) {
    return `There is nothing to compare ${monthName(month)} with: no snapshot of the month before was sent, or the service keeps it under another key.`;
  }
  const children = list([
    ...(joined > 0 ? [`${count(joined, "child", "children")} joined the list`] : []),
    ...(gone > 0 ? [`${count(gone, "child", "children")} left it`] : []),
  ]);
  const found = `${count(newlyBroken, "finding is", "findings are")} new, ${mended} mended, ${stillBroken} still there`;
  return `Since ${monthName(since)}: ${found}.${children === "" ? "" : ` ${children.charAt(0).toUpperCase()}${children.slice(1)}.`}`;
}
