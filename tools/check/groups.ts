import { worstFirst, type Finding } from "../../rules/finding.ts";
import type { CheckedList } from "../../rules/workbook/check-workbook.ts";
import { cellOf, childRefOf } from "./check-file.ts";

export interface Place {
  readonly sheet: string;
  /** Undefined for a finding about the sheet as a whole. */
  readonly row: number | undefined;
  readonly cell: string;
  readonly childRef: string;
}

/** A finding with every place where it says the same: what is wrong with one person is said once. */
export interface Group {
  readonly finding: Finding;
  readonly places: Place[];
}

const isAccepted = ({ finding }: Group): number => Number(finding.accepted !== undefined);

/** The findings of all lists, worst first; those that a manager has accepted come last. */
export function groupsOf(lists: readonly CheckedList[]): Group[] {
  const groups = new Map<string, Group>();
  const add = (finding: Finding, place: Place): void => {
    const { rule, breach, severity, message, nextStep, accepted } = finding;
    const key = [rule, breach, severity, message, nextStep, accepted?.by, accepted?.until].join("\n");
    const known = groups.get(key);
    if (known) known.places.push(place);
    else groups.set(key, { finding, places: [place] });
  };
  for (const one of lists) {
    const { list, checked } = one;
    for (const finding of checked.sheet) add(finding, { sheet: list.sheet, row: undefined, cell: "", childRef: "" });
    checked.rows.forEach((row, index) => {
      for (const finding of row?.findings ?? []) {
        add(finding, {
          sheet: list.sheet,
          row: list.allocations.rowNumbers[index],
          cell: cellOf(one, index, finding),
          childRef: childRefOf(one, index),
        });
      }
    });
  }
  return [...groups.values()].sort((a, b) => isAccepted(a) - isAccepted(b) || worstFirst(a.finding, b.finding));
}

/** Whether anything found on a list is more than advice. */
export const hasBreaches = ({ checked: { counts, sheet } }: CheckedList): boolean =>
  counts.check + counts.action + counts["not-eligible"] > 0 || sheet.some(({ severity }) => severity !== "advice");
