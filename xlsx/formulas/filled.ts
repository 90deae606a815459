import { MAX_COLUMNS, MAX_ROWS } from "../addresses.ts";
import { withReferences, type Corner } from "./references.ts";

/** Excel goes on at the other end of the sheet. */
const around = (at: number, by: number, most: number): number => (((at + by) % most) + most) % most;

/** A formula as it reads when it is filled so many cells down and across: what is not fixed by "$" moves with it. */
export function filledFormula(formula: string, down: number, across: number): string {
  const moved = ({ column, row, isColumnFixed, isRowFixed }: Corner): Corner => ({
    column: column === undefined || isColumnFixed ? column : around(column, across, MAX_COLUMNS),
    row: row === undefined || isRowFixed ? row : around(row, down, MAX_ROWS),
    isColumnFixed,
    isRowFixed,
  });
  return withReferences(formula, ({ from, to }) => ({ from: moved(from), to: to && moved(to) }));
}
