import type { FieldId } from "../fields.ts";
import { mapHeaders, type Mapping } from "../headers.ts";
import type { Cell } from "../read.ts";
import { looksLikeRegister } from "../register-table.ts";
import { isBlankCell } from "../sheet.ts";

/** A row that names the columns of a list, from its first header to its last; counted from 0. */
export interface HeaderRow {
  readonly row: number;
  readonly left: number;
  readonly headers: readonly Cell[];
  readonly mapping: Mapping;
  /** Whether too little of it is known to read the rows below, which are no rows of the list above either. */
  readonly isDoubtful: boolean;
}

export const FEWEST_FIELDS = 3;

/** Whether headers look like those of allocations: a child or a lead, among three known columns. */
export const looksLikeAllocations = (headers: readonly Cell[], { columns }: Pick<Mapping, "columns">): boolean =>
  columns.size >= FEWEST_FIELDS && (columns.has("childRef") || (columns.has("lead") && !looksLikeRegister(headers)));

/** Whether headers may be those of allocations, of which too few are known: a child or a lead, and one more. */
const mayBeAllocations = ({ columns }: Pick<Mapping, "columns">): boolean =>
  columns.size === FEWEST_FIELDS - 1 && (columns.has("childRef") || columns.has("lead"));

const isAboutACase = (fields: ReadonlySet<FieldId>): boolean =>
  fields.size >= FEWEST_FIELDS && (fields.has("childRef") || fields.has("lead"));

const inBoth = (a: ReadonlySet<FieldId>, b: ReadonlySet<FieldId>): number =>
  [...a].filter((field) => b.has(field)).length;

/** Whether what stands right of a gap, or of the very same headers, is a list of its own. */
function isAnother(before: ReadonlySet<FieldId>, after: ReadonlySet<FieldId>, isAfterGap: boolean): boolean {
  if (!isAboutACase(before) || !isAboutACase(after)) return false;
  if (inBoth(before, after) >= FEWEST_FIELDS) return true;
  const isBoth = (field: FieldId): boolean => before.has(field) && after.has(field);
  return isAfterGap && (isBoth("childRef") || (isBoth("lead") && !before.has("childRef") && !after.has("childRef")));
}

/** Where the lists of a row of headers begin and end: two may stand side by side. */
function spansOf(cells: readonly Cell[], fieldOf: (cell: Cell) => FieldId | undefined): [number, number][] {
  const filled = [...cells.keys()].filter((column) => !isBlankCell(cells[column]));
  const fields = cells.map(fieldOf);
  const from = (start: number, end = Infinity): Set<FieldId> =>
    new Set(fields.slice(start, end).filter((field) => field !== undefined));
  const spans: [number, number][] = [];
  let [start] = filled;
  if (start === undefined) return [];
  let last = start;
  for (const column of filled) {
    const isAfterGap = column > last + 1;
    const field = fields[column];
    const before = from(start, column);
    const isRepeated = field !== undefined && before.has(field);
    if ((isAfterGap || isRepeated) && isAnother(before, from(column), isAfterGap)) {
      spans.push([start, last]);
      start = column;
    }
    last = column;
  }
  return [...spans, [start, last]];
}

/** What headers are told by: the fields that a person has chosen for them, and the looking up of a single cell. */
export interface HeaderWords {
  readonly chosen: ReadonlyMap<string, FieldId | null>;
  /** Rows (from 0) of which a person has said that they name the columns of a list. */
  readonly headerRows: ReadonlySet<number>;
  readonly fieldOf: (cell: Cell) => FieldId | undefined;
}

/** The header rows of lists in one row of a sheet, given with blanks in place of the cells that are none of its. */
export function headerRowsIn(
  row: number,
  cells: readonly Cell[],
  { chosen, headerRows, fieldOf }: HeaderWords,
): HeaderRow[] {
  const isNamed = headerRows.has(row);
  return spansOf(cells, fieldOf).flatMap(([left, right]): HeaderRow[] => {
    const headers = cells.slice(left, right + 1);
    const mapping = mapHeaders(headers, chosen);
    // A row that was named and names nothing any more is another row by now.
    const isList = looksLikeAllocations(headers, mapping) || (isNamed && mapping.columns.size > 0);
    return isList || mayBeAllocations(mapping) ? [{ row, left, headers, mapping, isDoubtful: !isList }] : [];
  });
}
