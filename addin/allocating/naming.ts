import { toSerial } from "../../rules/dates.ts";
import { FIELDS, type FieldId } from "../../rules/fields.ts";
import { isBlankCell } from "../../rules/sheet.ts";
import { list as listed } from "../../rules/text.ts";
import { rowCells, takenBackBy, type CellChange } from "../checking/cell-changes.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { CellRead } from "../workbook/write-cells.ts";
import type { Option } from "./help.ts";
import type { ReasonCode } from "./reason-codes.ts";

/** What naming somebody as lead writes, worked out to be confirmed: nothing else changes. */
export interface Naming {
  readonly sheetId: string;
  readonly rowNumber: number;
  readonly name: string;
  readonly changes: readonly CellChange[];
  /** Cells that must still hold what they did, so that the row is the same child's. */
  readonly standing: readonly CellRead[];
  /** What could not be written for want of a column, as headers. */
  readonly without: readonly string[];
  /** Columns of the row that still hold what was entered for the lead before, as headers. */
  readonly left: readonly string[];
}

/** Columns that are about a lead and that nobody but a person can fill anew. */
const ABOUT_THE_LEAD: readonly FieldId[] = ["leadRole", "agreedOn", "decidedBy", "confirmedOn", "rationale"];

export interface NamingChoice {
  readonly option: Pick<Option, "text" | "name">;
  /** Undefined where no reason was chosen: the column stays as it is. */
  readonly reason: ReasonCode | undefined;
}

/** Exactly which cells change when somebody is named as lead of a row on the check date. */
export function namingOf(
  list: WorkbookList,
  inputs: CheckInputs,
  index: number,
  { option, reason }: NamingChoice,
): Naming {
  const { rowNumber, at, change, standing } = rowCells(list, inputs, index);
  const wanted: readonly (readonly [FieldId, string | number])[] = [
    ["lead", option.text],
    ["leadFrom", toSerial(inputs.asOf, inputs.date1904)],
    ...(reason === undefined ? [] : [["rationale", reason] as const]),
  ];
  const written = new Set(wanted.map(([field]) => field));
  return {
    sheetId: list.sheetId,
    rowNumber,
    name: option.name,
    standing,
    changes: wanted.flatMap(([field, value]) => {
      const cell = at(field);
      return (cell && change(field, cell, value)) ?? [];
    }),
    without: wanted.filter(([field]) => !at(field)).map(([field]) => FIELDS[field].header),
    left: ABOUT_THE_LEAD.flatMap((field) => {
      const cell = at(field);
      return cell && !written.has(field) && !isBlankCell(cell.was) ? [cell.header] : [];
    }),
  };
}

/** What was done, and how to take it back. */
export const namedInWords = ({ rowNumber, name, changes }: Naming): string =>
  `Row ${rowNumber}: ${name} is named as lead. To take it back: ${listed(takenBackBy(changes))}.`;
