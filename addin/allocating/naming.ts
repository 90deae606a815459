import { fromSerial, showDay, toSerial } from "../../rules/dates.ts";
import { FIELDS, type FieldId } from "../../rules/fields.ts";
import { headerText } from "../../rules/headers.ts";
import { textOf, type Cell } from "../../rules/read.ts";
import { isBlankCell, type Sheet } from "../../rules/sheet.ts";
import { list as listed } from "../../rules/text.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { CellRead, CellWrite } from "../workbook/write-cells.ts";
import type { Option } from "./help.ts";
import type { ReasonCode } from "./reason-codes.ts";

/** One cell that naming a lead changes, with how it is shown before and after ("" for blank). */
export interface CellChange extends CellWrite {
  readonly address: string;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

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

function shown(field: FieldId, cell: Cell, date1904: boolean): string {
  const day =
    FIELDS[field].kind === "date" && typeof cell === "number" && cell !== 0 ? fromSerial(cell, date1904) : undefined;
  return day === undefined ? textOf(cell) : showDay(day);
}

export interface NamingChoice {
  readonly option: Pick<Option, "text" | "name">;
  /** Undefined where no reason was chosen: the column stays as it is. */
  readonly reason: ReasonCode | undefined;
}

/** Exactly which cells change when somebody is named as lead of a row on the check date. */
export function namingOf(
  list: WorkbookList,
  { asOf, date1904, ...inputs }: CheckInputs,
  index: number,
  { option, reason }: NamingChoice,
): Naming {
  const { columns, rows }: Sheet = sheetOf(list, { asOf, date1904, ...inputs });
  const { left, headers, rowNumbers } = list.allocations;
  const cells = rows[index] ?? [];
  const rowNumber = rowNumbers[index] ?? index + 1;
  const at = (field: FieldId): (CellRead & { readonly header: string }) | undefined => {
    const column = columns.get(field);
    return column === undefined
      ? undefined
      : { row: rowNumber - 1, column: left + column, was: cells[column], header: headerText(headers[column]) };
  };
  const wanted: readonly (readonly [FieldId, string | number])[] = [
    ["lead", option.text],
    ["leadFrom", toSerial(asOf, date1904)],
    ...(reason === undefined ? [] : [["rationale", reason] as const]),
  ];
  const changes = wanted.flatMap(([field, value]): CellChange[] => {
    const cell = at(field);
    if (!cell || cell.was === value) return [];
    return [
      {
        ...cell,
        value,
        isDate: FIELDS[field].kind === "date",
        address: cellAddress(cell.row, cell.column),
        before: shown(field, cell.was, date1904),
        after: shown(field, value, date1904),
      },
    ];
  });
  const written = new Set(wanted.map(([field]) => field));
  const others = (["childRef", "lead"] as const).flatMap((field) => at(field) ?? []);
  return {
    sheetId: list.sheetId,
    rowNumber,
    changes,
    name: option.name,
    standing: others.map(({ row, column, was }) => ({ row, column, was })),
    without: wanted.filter(([field]) => !columns.has(field)).map(([field]) => FIELDS[field].header),
    left: ABOUT_THE_LEAD.flatMap((field) => {
      const cell = at(field);
      return cell && !written.has(field) && !isBlankCell(cell.was) ? [cell.header] : [];
    }),
  };
}

/** What was done, and how to take it back by hand: not every Excel can undo what an add-in wrote. */
export function namedInWords({ rowNumber, name, changes }: Naming): string {
  const back = changes.map(({ address, before }) =>
    before === "" ? `clear ${address}` : `enter ${before} in ${address}`,
  );
  return `Row ${rowNumber}: ${name} is named as lead. To take it back: ${listed(back)}.`;
}
