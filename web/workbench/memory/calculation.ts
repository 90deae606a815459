import type { Area, GridFunction } from "../grid.ts";
import { intersection } from "../host/areas.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { readArguments, type ReferenceScope } from "./arguments.ts";
import { parseCall } from "./call.ts";
import type { SheetArea } from "./structured.ts";

export interface Formula {
  readonly sheetId: string;
  row: number;
  column: number;
  readonly text: string;
  /** The value that a file had kept of it: for one that nothing here can calculate. */
  stored?: CellValue;
  precedents: readonly SheetArea[];
  /** What it last came to; its cells show this, or #SPILL! where something is in the way. */
  result: readonly (readonly CellValue[])[];
  /** The cells that it fills at present. */
  shown: Area;
  end: () => void;
}

/** What formulas are calculated on. */
export interface Board {
  scope(formula: Formula): ReferenceScope;
  function(name: string): GridFunction | undefined;
  /** Whether a cell holds something that is not the formula's own. */
  isTaken(formula: Formula, row: number, column: number): boolean;
  show(sheetId: string, row: number, column: number, value: CellValue): void;
  calculated(sheetId: string, area: Area): void;
}

const areaShown = ({ row, column }: Formula, cells: Formula["result"]): Area => ({
  top: row,
  left: column,
  rows: cells.length,
  columns: cells[0]?.length ?? 1,
});

/** Begins a formula anew. Its cells keep their former values until the new ones are there. */
export function start(formula: Formula, board: Board): void {
  formula.end();
  let isRunning = true;
  formula.end = () => {
    isRunning = false;
  };
  const settle = (result: Formula["result"]): void => {
    if (!isRunning) return;
    formula.result = result.length > 0 ? result : [[""]];
    spread(formula, board);
    board.calculated(formula.sheetId, formula.shown);
  };
  const call = parseCall(formula.text);
  const called = call && board.function(call.name);
  if (!call || !called) {
    const read = call ? undefined : readArguments([formula.text.slice(1).trim()], board.scope(formula));
    const cells = read && "call" in read ? read.call.arguments[0] : undefined;
    formula.precedents = read && "call" in read ? read.precedents : [];
    // What a formula shows of a blank cell is 0.
    settle(cells ? cells.map((row) => row.map((cell) => (cell === "" ? 0 : cell))) : [[formula.stored ?? "#NAME?"]]);
    return;
  }
  const read = readArguments(call.arguments, board.scope(formula));
  if ("error" in read) {
    formula.precedents = [];
    settle([[read.error]]);
    return;
  }
  formula.precedents = read.precedents;
  const stop = called.start(read.call, settle);
  formula.end = () => {
    isRunning = false;
    stop();
  };
}

/** Puts a result into the formula's cells, and takes away what it filled before. */
export function spread(formula: Formula, board: Board): void {
  const { sheetId, row, column } = formula;
  withdraw(formula, board);
  const wanted = areaShown(formula, formula.result);
  const isBlocked = cellsOf(wanted).some(([y, x]) => !(y === row && x === column) && board.isTaken(formula, y, x));
  formula.shown = isBlocked ? { ...wanted, rows: 1, columns: 1 } : wanted;
  for (const [y, x] of cellsOf(formula.shown))
    board.show(sheetId, y, x, isBlocked ? "#SPILL!" : (formula.result[y - row]?.[x - column] ?? ""));
}

export function withdraw({ sheetId, shown }: Formula, board: Board): void {
  for (const [y, x] of cellsOf(shown)) board.show(sheetId, y, x, "");
}

const cellsOf = ({ top, left, rows, columns }: Area): [number, number][] =>
  Array.from({ length: rows * columns }, (_, at) => [top + Math.floor(at / columns), left + (at % columns)]);

/** Whether a formula reads any of the cells. */
export const reads = ({ precedents }: Formula, sheetId: string, area: Area): boolean =>
  precedents.some((found) => found.sheetId === sheetId && intersection(found.area, area) !== undefined);
