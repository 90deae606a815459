import type { FieldId } from "../fields.ts";
import { headerText, mapHeaders } from "../headers.ts";
import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import type { Allocations } from "./allocations.ts";
import { candidateColumns, type CandidateColumn } from "./candidate-columns.ts";
import type { Grid } from "./grid.ts";
import { rowPlace } from "./said-of-sheet.ts";
import { SheetCells } from "./sheet-cells.ts";
import { suggestedBy } from "./suggestions.ts";

/** A row that may name the columns of a list. */
export interface HeaderCandidate {
  /** As Excel numbers it. */
  readonly row: number;
  readonly columns: readonly CandidateColumn[];
  /** The rows below it that hold something, as Excel numbers them. */
  readonly rowNumbers: readonly number[];
}

/** Which row names the columns of a list, where nobody can tell: the likeliest candidate first. */
export interface HeaderQuestion {
  readonly sheet: string;
  /** What the answer is kept under. */
  readonly place: string;
  readonly candidates: readonly [best: HeaderCandidate, ...others: HeaderCandidate[]];
  /** Whether the sheet has a list besides, and these rows stand below or beside it. */
  readonly isBesideList: boolean;
}

const SEARCHED = 50;
const MOST_CANDIDATES = 5;
const SAMPLED = 200;
const LONGEST_HEADER = 80;
/** So few texts with nothing below them are no list that is about to be filled. */
const FEWEST_WITHOUT_ROWS = 3;

const filledIn = (cells: readonly Cell[]): number[] => [...cells.keys()].filter((at) => !isBlankCell(cells[at]));

/** Whether a row could be one of headers: two texts or more, and hardly anything else or twice the same. */
function isOfTexts(cells: readonly Cell[]): boolean {
  const filled = filledIn(cells).map((at) => cells[at]);
  const texts = filled.filter((cell) => typeof cell === "string" && headerText(cell).length < LONGEST_HEADER);
  const distinct = new Set(texts.map((cell) => headerText(cell))).size;
  return distinct > 1 && distinct * 4 >= filled.length * 3;
}

/** Whether a row is one of many like it: some of its texts, and not all, stand in other rows of their columns too. */
function isAmongOthers({ grid: { rows } }: SheetCells, row: number, headers: readonly Cell[]): boolean {
  const others = rows.slice(0, SAMPLED).filter((_, at) => at !== row);
  const filled = filledIn(headers);
  const again = filled.filter((at) => others.some((cells) => cells[at] === headers[at])).length;
  return again > 1 && again < filled.length;
}

function candidateAt(
  cells: SheetCells,
  row: number,
  chosen: ReadonlyMap<string, FieldId | null>,
  date1904: boolean,
): HeaderCandidate | undefined {
  const headers = cells.headers(row);
  if (!isOfTexts(headers) || isAmongOthers(cells, row, headers)) return undefined;
  const below = Array.from({ length: cells.height - row - 1 }, (_, at) => row + 1 + at);
  const rowNumbers = below
    .filter((one) => !cells.across(one, 0, headers.length - 1).every(isBlankCell))
    .map((one) => one + 1);
  if (rowNumbers.length === 0 && filledIn(headers).length < FEWEST_WITHOUT_ROWS) return undefined;
  const rows = rowNumbers.slice(0, SAMPLED).map((number) => cells.across(number - 1, 0, headers.length - 1));
  const mapping = mapHeaders(headers, chosen, suggestedBy(rows));
  return { row: row + 1, rowNumbers, columns: candidateColumns({ headers, rows, left: 0, mapping, date1904 }) };
}

/** A list's own row of headers, to be looked at column by column. */
export function candidateOf(
  { headers, rows, rowNumbers, left, headerRow, mapping }: Allocations,
  date1904: boolean,
): HeaderCandidate {
  const sampled = rows.slice(0, SAMPLED);
  return {
    row: headerRow,
    rowNumbers: rowNumbers.filter((_, at) => !(rows[at] ?? []).every(isBlankCell)),
    columns: candidateColumns({ headers, rows: sampled, left, mapping, date1904 }),
  };
}

const spokenFor = ({ columns }: HeaderCandidate): Set<FieldId> =>
  new Set(columns.flatMap(({ field, suggestion }) => field ?? suggestion ?? []));

/** How much speaks for a candidate: what headers name, then what cells say, then how many columns there are. */
const weight = ({ columns }: HeaderCandidate): number =>
  columns.reduce((sum, { field, suggestion }) => sum + (field ? 100 : suggestion ? 50 : 1), 0);

/** Whether anything at all speaks for a list below one of the rows that are offered. */
export const speaksForList = ({ candidates: [best] }: HeaderQuestion): boolean => spokenFor(best).size > 0;

/**
 * The rows of a sheet without a list that may name the columns of one. `isNeeded`: whether to ask even where hardly
 * anything speaks for a list, since the workbook has none at all.
 */
export function headerQuestion(
  sheet: string,
  grid: Grid,
  chosen: ReadonlyMap<string, FieldId | null>,
  { isNeeded, date1904 }: { readonly isNeeded: boolean; readonly date1904: boolean },
): HeaderQuestion | undefined {
  const cells = new SheetCells(grid);
  const all = grid.rows
    .slice(0, SEARCHED)
    .flatMap((_, row) => candidateAt(cells, row, chosen, date1904) ?? [])
    .sort((a, b) => weight(b) - weight(a) || a.row - b.row);
  // Headers with nothing below them count where there is nothing else: whoever begins a list has no row yet.
  const withRows = all.filter(({ rowNumbers }) => rowNumbers.length > 0);
  const [best, ...others] = (withRows.length > 0 || !isNeeded ? withRows : all).slice(0, MOST_CANDIDATES);
  if (!best) return undefined;
  const fields = spokenFor(best);
  const speaks =
    fields.size > 2 && (fields.has("childRef") || fields.has("lead")) && best.columns.some(({ field }) => field);
  return speaks || isNeeded ? { sheet, place: sheet, candidates: [best, ...others], isBesideList: false } : undefined;
}

/** Whether rows below headers of which too few are known are a list. */
export const doubtfulQuestion = (sheet: string, doubtful: Allocations, date1904: boolean): HeaderQuestion => ({
  sheet,
  place: rowPlace(sheet, doubtful.headerRow),
  candidates: [candidateOf(doubtful, date1904)],
  isBesideList: true,
});
