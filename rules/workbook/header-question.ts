import type { FieldId } from "../fields.ts";
import { headerText, mapHeaders } from "../headers.ts";
import { textOf, type Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { SheetCells } from "./sheet-cells.ts";
import { suggestedBy } from "./suggestions.ts";

/** A column below a row of headers, with what it may hold. */
export interface CandidateColumn {
  /** Of the sheet, from 0. */
  readonly column: number;
  readonly header: string;
  /** Up to three different texts from its cells, as they are shown. */
  readonly samples: readonly string[];
  /** The field that its header names; undefined where it names none. */
  readonly field: FieldId | undefined;
  /** The field that header or cells speak for. */
  readonly suggestion: FieldId | undefined;
}

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
  readonly candidates: readonly HeaderCandidate[];
}

const SEARCHED = 50;
const MOST_CANDIDATES = 5;
const MOST_SAMPLES = 3;
const SAMPLED = 200;

const filledIn = (cells: readonly Cell[]): number[] => [...cells.keys()].filter((at) => !isBlankCell(cells[at]));

/** Whether a row could be one of headers: texts alone, two or more, none of them like another. */
function isOfTexts(cells: readonly Cell[]): boolean {
  const texts = filledIn(cells).map((at) => cells[at]);
  return (
    texts.length > 1 &&
    texts.every((cell) => typeof cell === "string" && headerText(cell).length < 80) &&
    new Set(texts).size === texts.length
  );
}

function samplesOf(cells: Iterable<Cell>): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    const text = textOf(cell);
    if (text !== "") samples.add(text);
    if (samples.size === MOST_SAMPLES) break;
  }
  return [...samples];
}

function candidateAt(
  cells: SheetCells,
  row: number,
  chosen: ReadonlyMap<string, FieldId | null>,
): HeaderCandidate | undefined {
  const headers = cells.headers(row);
  if (!isOfTexts(headers)) return undefined;
  const below = Array.from({ length: cells.height - row - 1 }, (_, at) => row + 1 + at);
  const rowNumbers = below
    .filter((one) => !cells.across(one, 0, headers.length - 1).every(isBlankCell))
    .map((one) => one + 1);
  if (rowNumbers.length === 0) return undefined;
  const rows = rowNumbers.slice(0, SAMPLED).map((number) => cells.across(number - 1, 0, headers.length - 1));
  const { columns, suggestions } = mapHeaders(headers, chosen, suggestedBy(rows));
  const fields = new Map([...columns].map(([field, column]) => [column, field]));
  const suggested = new Map(suggestions.map(({ column, field }) => [column, field]));
  return {
    row: row + 1,
    rowNumbers,
    columns: filledIn(headers).map((column) => ({
      column,
      header: headerText(headers[column]),
      samples: samplesOf(rows.map((found) => found[column])),
      field: fields.get(column),
      suggestion: suggested.get(column),
    })),
  };
}

const spokenFor = ({ columns }: HeaderCandidate): Set<FieldId> =>
  new Set(columns.flatMap(({ field, suggestion }) => field ?? suggestion ?? []));

/** How much speaks for a candidate: what headers name, then what cells say, then how many columns there are. */
const weight = ({ columns }: HeaderCandidate): number =>
  columns.reduce((sum, { field, suggestion }) => sum + (field ? 100 : suggestion ? 50 : 1), 0);

/**
 * The rows of a sheet without a list that may name the columns of one. `isNeeded`: whether to ask even where hardly
 * anything speaks for a list, since the workbook has none at all.
 */
export function headerQuestion(
  sheet: string,
  grid: Grid,
  chosen: ReadonlyMap<string, FieldId | null>,
  isNeeded: boolean,
): HeaderQuestion | undefined {
  const cells = new SheetCells(grid);
  const candidates = grid.rows
    .slice(0, SEARCHED)
    .flatMap((_, row) => candidateAt(cells, row, chosen) ?? [])
    .sort((a, b) => weight(b) - weight(a) || a.row - b.row)
    .slice(0, MOST_CANDIDATES);
  const [best] = candidates;
  if (!best) return undefined;
  const fields = spokenFor(best);
  const speaks =
    fields.size > 2 && (fields.has("childRef") || fields.has("lead")) && best.columns.some(({ field }) => field);
  return speaks || isNeeded ? { sheet, candidates } : undefined;
}
