import type { Cell } from "../../rules/read.ts";
import { ArgumentError, cellOf, filledRows, rawCells, type RawCells } from "./arguments.ts";

/** The cells of several arguments that belong together; undefined for an argument that was left out. */
export type ArgumentRow<Name extends string> = Readonly<Record<Name, Cell | undefined>>;

export interface Spread<Name extends string> {
  /** Row by row. */
  readonly cells: readonly ArgumentRow<Name>[];
  /** Puts one result for each of the cells into rows, as they spill. */
  readonly spill: <T>(results: readonly T[]) => T[][];
}

interface Argument<Name extends string> {
  readonly name: Name;
  readonly cells: RawCells | undefined;
}

/** The one extent other than a single cell that the arguments have; columns of differing heights cannot be put side by side. */
function extentOf<Name extends string>(
  given: readonly Argument<Name>[],
  sizeOf: (cells: RawCells) => number,
  unit: string,
): number {
  const several = given.flatMap(({ name, cells }) =>
    cells && sizeOf(cells) !== 1 ? [{ name, size: sizeOf(cells) }] : [],
  );
  const [first, ...others] = several;
  const other = others.find(({ size }) => size !== first?.size);
  if (first && other) {
    throw new ArgumentError(
      `'${first.name}' has ${first.size} ${unit} and '${other.name}' has ${other.size}: give as many for each, or a single cell.`,
    );
  }
  return first?.size ?? 1;
}

const widthOf = (cells: RawCells): number => cells[0]?.length ?? 0;

/** Lays arguments side by side: single cells stand beside every row of those that are columns. Blank rows at the end are left out. */
export function spread<Name extends string>(args: Readonly<Record<Name, unknown>>): Spread<Name> {
  const given = (Object.keys(args) as Name[]).map((name): Argument<Name> => ({ name, cells: rawCells(args[name]) }));
  const height = extentOf(given, (cells) => cells.length, "rows");
  const width = extentOf(given, widthOf, "columns");
  const filled = given.map(({ cells }) => (cells && cells.length > 1 ? filledRows(cells) : 1));
  const rows = Math.min(height, Math.max(1, ...filled));
  const together = (row: number, column: number): ArgumentRow<Name> =>
    Object.fromEntries(
      given.map(({ name, cells }): [Name, Cell | undefined] => {
        const inRow = cells?.[cells.length === 1 ? 0 : row];
        return [name, inRow && cellOf(inRow[inRow.length === 1 ? 0 : column])];
      }),
    ) as ArgumentRow<Name>;
  return {
    cells: Array.from({ length: rows * width }, (_, index) => together(Math.floor(index / width), index % width)),
    spill: (results) => Array.from({ length: rows }, (_, row) => results.slice(row * width, (row + 1) * width)),
  };
}
