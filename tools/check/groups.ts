import { worstFirst, type Finding } from "../../rules/finding.ts";
import { cellOf, childRefOf, type CheckedSheet } from "./check-workbook.ts";

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

/** The findings of all sheets, worst first. */
export function groupsOf(sheets: readonly CheckedSheet[]): Group[] {
  const groups = new Map<string, Group>();
  const add = (finding: Finding, place: Place): void => {
    const { rule, breach, severity, message, nextStep } = finding;
    const key = [rule, breach, severity, message, nextStep].join("\n");
    const known = groups.get(key);
    if (known) known.places.push(place);
    else groups.set(key, { finding, places: [place] });
  };
  for (const sheet of sheets) {
    for (const finding of sheet.checked.sheet)
      add(finding, { sheet: sheet.name, row: undefined, cell: "", childRef: "" });
    sheet.checked.rows.forEach((row, index) => {
      for (const finding of row?.findings ?? []) {
        add(finding, {
          sheet: sheet.name,
          row: sheet.allocations.rowNumbers[index],
          cell: cellOf(sheet, index, finding),
          childRef: childRefOf(sheet, index),
        });
      }
    });
  }
  return [...groups.values()].sort((a, b) => worstFirst(a.finding, b.finding));
}

/** Whether anything found on a sheet is more than advice. */
export const hasBreaches = ({ checked: { counts, sheet } }: CheckedSheet): boolean =>
  counts.check + counts.action + counts["not-eligible"] > 0 || sheet.some(({ severity }) => severity !== "advice");
