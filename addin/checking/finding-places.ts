import type { FieldId } from "../../rules/fields.ts";
import { keyOf, worstFirst, type Finding } from "../../rules/finding.ts";
import type { Mapping } from "../../rules/headers.ts";
import { textOf } from "../../rules/read.ts";
import type { Mark, WorkbookList } from "../workbook/workbook.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import type { CheckedList } from "./current-check.ts";

/** A finding with the row and the cell that it is about. */
export interface PlacedFinding {
  /** Stays the same while the row keeps its number and the finding its kind. */
  readonly key: string;
  readonly finding: Finding;
  /** Index among the list's rows; undefined for a finding on the sheet as a whole. */
  readonly index: number | undefined;
  /** As Excel shows it, from 1. */
  readonly rowNumber: number | undefined;
  readonly childRef: string;
  readonly lead: string;
  /** The cell to go to ("G12"); undefined for a finding on the sheet as a whole. */
  readonly cell: string | undefined;
}

/** The column of the sheet that a finding is about: that of its first field that the list has, else the child ref's. */
function columnOf({ allocations }: WorkbookList, { columns }: Mapping, fields: readonly FieldId[]): number {
  const field = [...fields, "childRef" as const].find((id) => columns.has(id));
  return allocations.left + (field === undefined ? 0 : (columns.get(field) ?? 0));
}

/** Every finding with its place, worst first and then down the sheet. */
export function placeFindings({ list, mapping, checked }: CheckedList): PlacedFinding[] {
  const { rows, rowNumbers } = list.allocations;
  const cellText = (index: number, field: FieldId): string => {
    const column = mapping.columns.get(field);
    return column === undefined ? "" : textOf(rows[index]?.[column]);
  };
  const found: PlacedFinding[] = checked.sheet.map((finding) => ({
    key: `${list.key} sheet ${keyOf(finding)}`,
    finding,
    index: undefined,
    rowNumber: undefined,
    childRef: "",
    lead: "",
    cell: undefined,
  }));
  for (const [index, row] of checked.rows.entries()) {
    if (!row) continue;
    const rowNumber = rowNumbers[index] ?? index + 1;
    const repeats = new Map<string, number>();
    for (const finding of row.findings) {
      const key = keyOf(finding);
      const before = repeats.get(key) ?? 0;
      repeats.set(key, before + 1);
      found.push({
        key: `${list.key} ${rowNumber} ${key} ${before}`,
        finding,
        index,
        rowNumber,
        childRef: cellText(index, "childRef"),
        lead: cellText(index, "lead"),
        cell: cellAddress(rowNumber - 1, columnOf(list, mapping, finding.fields)),
      });
    }
  }
  return found.sort((a, b) => worstFirst(a.finding, b.finding));
}

/** One mark a cell, for the worst of its findings that count; `findings` stand worst first. */
export function marksOf(list: WorkbookList, mapping: Mapping, findings: readonly PlacedFinding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { finding, rowNumber, cell } of findings) {
    if (finding.accepted || cell === undefined || rowNumber === undefined || marks.has(cell)) continue;
    marks.set(cell, {
      row: rowNumber - 1,
      column: columnOf(list, mapping, finding.fields),
      severity: finding.severity,
    });
  }
  return [...marks.values()];
}
