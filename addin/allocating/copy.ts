import { toSerial } from "../../rules/dates.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Cell } from "../../rules/read.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { CaseSought } from "./case-sought.ts";

/** A row's cells with some of its fields changed, where the sheet has their columns. */
export function changed(
  cells: readonly Cell[],
  columns: ReadonlyMap<FieldId, number>,
  change: Partial<Readonly<Record<FieldId, Cell>>>,
): Cell[] {
  const copy = [...cells];
  for (const [field, value] of Object.entries(change) as [FieldId, Cell][]) {
    const column = columns.get(field);
    if (column !== undefined) copy[column] = value;
  }
  return copy;
}

/** The case's cells as they would stand with somebody else named as lead on the check date. */
export const ledBy = (
  { cells, sheet: { columns } }: Pick<CaseSought, "cells" | "sheet">,
  lead: string,
  { asOf, date1904 }: Pick<CheckInputs, "asOf" | "date1904">,
): Cell[] => changed(cells, columns, { lead, leadFrom: toSerial(asOf, date1904) });
