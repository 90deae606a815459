import { fromSerial, showDay } from "../dates.ts";
import { fieldOf, type FieldId } from "../fields.ts";
import { headerText, type Mapping } from "../headers.ts";
import { textOf, type Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { contentOf } from "./column-content.ts";
import { likelyFields } from "./suggestions.ts";

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
  /** The fields that it may well be, the likeliest first; one that its cells contradict is none of them. */
  readonly likely: readonly FieldId[];
}

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 40;

/** A day is shown as one: the cell itself holds a number, and its format is not known here. */
const shown = (cell: Cell, isDay: boolean, date1904: boolean): string => {
  const day = isDay && typeof cell === "number" ? fromSerial(cell, date1904) : undefined;
  const text = day === undefined ? textOf(cell) : showDay(day);
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1).trimEnd()}…` : text;
};

function samplesOf(cells: Iterable<Cell>, isDay: boolean, date1904: boolean): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    const text = shown(cell, isDay, date1904);
    if (text !== "") samples.add(text);
    if (samples.size === MOST_SAMPLES) break;
  }
  return [...samples];
}

export interface Below {
  readonly headers: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** The sheet's column (from 0) of the first header. */
  readonly left: number;
  readonly mapping: Pick<Mapping, "columns" | "suggestions" | "clashes">;
  readonly date1904: boolean;
}

/** The columns that a row of headers names, with what stands below each. */
export function candidateColumns({ headers, rows, left, mapping, date1904 }: Below): CandidateColumn[] {
  const fields = new Map([...mapping.columns].map(([field, column]) => [column, field]));
  const clashing = new Map(mapping.clashes.map(({ column, field }) => [column, field]));
  const suggested = new Map(mapping.suggestions.map(({ column, field }) => [column, field]));
  return headers.flatMap((cell, at): CandidateColumn[] => {
    if (isBlankCell(cell) || headerText(cell) === "") return [];
    const header = headerText(cell);
    const cells = rows.map((found) => found[at]);
    const [field, suggestion] = [fields.get(at), suggested.get(at)];
    const content = contentOf(cells);
    const likely = likelyFields(header, content);
    const [first] = [field, suggestion, ...likely].filter((one) => one !== undefined);
    const isDay = first !== undefined && fieldOf(first).kind === "date";
    const before = [field, suggestion, clashing.get(at)].filter((one) => one !== undefined);
    return [
      {
        column: left + at,
        header,
        samples: samplesOf(cells, isDay, date1904),
        field,
        suggestion,
        likely: [...new Set([...before, ...likely])],
      },
    ];
  });
}
