import type { FieldId } from "../../../rules/fields.ts";
import { headerText, type Mapping } from "../../../rules/headers.ts";
import type { Cell } from "../../../rules/read.ts";
import { fold } from "../../../rules/text.ts";
import type { Choices } from "../../workbook/choices.ts";

/** A column of the sheet, with what it is read as and what a person should decide about it. */
export interface ColumnLine {
  readonly column: number;
  readonly header: string;
  /** Undefined for a column that is not read. */
  readonly field: FieldId | undefined;
  /** The field that its header is nearly the name of. */
  readonly suggestion: FieldId | undefined;
  /** The field that it could be too, and the header of the column that is read as it. */
  readonly clash: { readonly field: FieldId; readonly used: string } | undefined;
}

export function columnLines(headers: readonly Cell[], mapping: Mapping): ColumnLine[] {
  const fields = new Map([...mapping.columns].map(([field, column]) => [column, field]));
  const suggestions = new Map(mapping.suggestions.map(({ column, field }) => [column, field]));
  const clashes = new Map(mapping.clashes.map(({ column, field }) => [column, field]));
  return headers.flatMap((cell, column): ColumnLine[] => {
    const header = headerText(cell);
    if (fold(header) === "") return [];
    const clash = clashes.get(column);
    const used = clash && headerText(headers[mapping.columns.get(clash) ?? -1]);
    return [
      {
        column,
        header,
        field: fields.get(column),
        suggestion: suggestions.get(column),
        clash: clash && used !== undefined ? { field: clash, used } : undefined,
      },
    ];
  });
}

/** How many columns wait for a decision. */
export const undecided = ({ suggestions, clashes }: Mapping): number => suggestions.length + clashes.length;

/** Choices with one header read as a field, or left out; whichever header was chosen for that field before is free again. */
export function withColumn(choices: Choices, header: string, field: FieldId | null): Choices {
  const others = Object.entries(choices.columns).filter(
    ([known, chosen]) => fold(known) !== fold(header) && (field === null || chosen !== field),
  );
  return { ...choices, columns: Object.fromEntries([...others, [header, field]]) };
}
