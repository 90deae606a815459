import { cellKey } from "../../../xlsx/addresses.ts";
import type { Area, GridEvent, GridFunction, GridTable } from "../grid.ts";
import { intersection } from "../host/areas.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { ReferenceScope } from "./arguments.ts";
import { reads, spread, start, withdraw, type Board, type Formula } from "./calculation.ts";
import type { Axis } from "./shift.ts";
import { shifted } from "./shift.ts";
import type { SheetState, StoredFormula } from "./state.ts";

interface Needs {
  readonly sheets: () => readonly SheetState[];
  readonly tables: () => readonly GridTable[];
  readonly names: ReadonlyMap<string, string>;
  readonly tell: (event: GridEvent) => void;
}

/** What is written, row by row; null leaves a cell as it is. */
type WrittenCells = readonly (readonly (CellValue | StoredFormula | null)[])[];

/** The formulas of a workbook and what they show. */
export interface Formulas {
  /** Writes cells; gives what makes the formulas calculate that read them, to be called when everybody knows of the edit. */
  write(sheetId: string, top: number, left: number, cells: WrittenCells): () => void;
  texts(sheetId: string, area: Area): CellValue[][];
  register(functions: readonly GridFunction[]): void;
  recalculate(): void;
  move(sheetId: string, axis: Axis, at: number, count: number): void;
  removeSheet(sheetId: string): void;
}

export function newFormulas({ sheets, tables, names, tell }: Needs): Formulas {
  const functions = new Map<string, GridFunction>();
  const all = new Map<string, Map<number, Formula>>();
  const on = (sheetId: string): Map<number, Formula> => {
    const known = all.get(sheetId) ?? new Map<number, Formula>();
    all.set(sheetId, known);
    return known;
  };
  const every = (): Formula[] => [...all.values()].flatMap((formulas) => [...formulas.values()]);
  const cellsOn = (sheetId: string) => {
    const sheet = sheets().find(({ id }) => id === sheetId);
    if (!sheet) throw new Error("There is no such sheet.");
    return sheet.cells;
  };
  const tableAt = (sheetId: string, row: number, column: number): GridTable | undefined =>
    tables().find(
      (table) => table.sheetId === sheetId && intersection(table.area, { top: row, left: column, rows: 1, columns: 1 }),
    );

  const board: Board = {
    function: (name) => functions.get(name.toUpperCase()),
    scope: ({ sheetId, row, column }): ReferenceScope => ({
      sheets: sheets(),
      tables: tables(),
      names,
      sheetId,
      row,
      own: tableAt(sheetId, row, column),
      headersOf: (table) => cellsOn(table.sheetId).values({ ...table.area, rows: 1 })[0] ?? [],
      values: (id, area) => cellsOn(id).values(area),
      usedArea: (id) => cellsOn(id).used(),
    }),
    // A table cannot hold a formula that spills.
    isTaken: ({ sheetId, row: own, column: ownColumn }, row, column) =>
      cellsOn(sheetId).get(row, column) !== "" ||
      on(sheetId).has(cellKey(row, column)) ||
      Boolean(tableAt(sheetId, row, column) ?? tableAt(sheetId, own, ownColumn)),
    show: (sheetId, row, column, value) => {
      cellsOn(sheetId).set(row, column, value);
    },
    calculated(sheetId, area) {
      tell({ kind: "calculated", sheetId });
      calculateReaders(sheetId, area);
    },
  };

  function calculateReaders(sheetId: string, area: Area): void {
    for (const formula of every()) {
      const isOwn = formula.sheetId === sheetId && intersection(formula.shown, area) !== undefined;
      if (!isOwn && reads(formula, sheetId, area)) start(formula, board);
    }
  }

  /** Takes a formula's cells back before others are written over them. */
  function fold(formula: Formula): void {
    withdraw(formula, board);
    formula.shown = { top: formula.row, left: formula.column, rows: 1, columns: 1 };
  }

  function write(sheetId: string, top: number, left: number, cells: WrittenCells): () => void {
    const area = { top, left, rows: cells.length, columns: Math.max(0, ...cells.map((row) => row.length)) };
    const formulas = on(sheetId);
    const isBlocked = (formula: Formula): boolean =>
      formula.shown.rows < formula.result.length || formula.shown.columns < (formula.result[0]?.length ?? 1);
    const touched = [...formulas.values()].filter((formula) => intersection(formula.shown, area) ?? isBlocked(formula));
    for (const formula of touched) fold(formula);
    const added: Formula[] = [];
    for (const [y, row] of cells.entries()) {
      for (const [x, given] of row.entries()) {
        if (given === null) continue;
        const key = cellKey(top + y, left + x);
        formulas.get(key)?.end();
        formulas.delete(key);
        const text = typeof given === "object" ? given.formula : given;
        if (typeof text === "string" && text.startsWith("=")) {
          const formula = newFormula(sheetId, top + y, left + x, text);
          if (typeof given === "object") formula.stored = given.value;
          formulas.set(key, formula);
          added.push(formula);
          board.show(sheetId, top + y, left + x, "#BUSY!");
        } else
          board.show(
            sheetId,
            top + y,
            left + x,
            typeof text === "string" && text.startsWith("'") ? text.slice(1) : text,
          );
      }
    }
    return () => {
      for (const formula of touched)
        if (formulas.get(cellKey(formula.row, formula.column)) === formula) spread(formula, board);
      for (const formula of added)
        if (formulas.get(cellKey(formula.row, formula.column)) === formula) start(formula, board);
      for (const formula of every())
        if (!added.includes(formula) && reads(formula, sheetId, area)) start(formula, board);
    };
  }

  const recalculate = (): void => {
    for (const formula of every()) start(formula, board);
  };

  return {
    write,
    texts: (sheetId, area) => {
      const formulas = on(sheetId);
      const values = cellsOn(sheetId).values(area);
      for (const { row, column, text } of formulas.values()) {
        const cells = values[row - area.top];
        if (cells && column >= area.left && column < area.left + area.columns) cells[column - area.left] = text;
      }
      return values;
    },
    register(given) {
      for (const one of given) functions.set(one.name.toUpperCase(), one);
      recalculate();
    },
    recalculate,
    move(sheetId, axis, at, count) {
      const moved = [...on(sheetId).values()];
      on(sheetId).clear();
      for (const formula of moved) {
        const cell = shifted({ top: formula.row, left: formula.column, rows: 1, columns: 1 }, axis, at, count);
        const shown = shifted(formula.shown, axis, at, count);
        if (!cell || !shown) {
          formula.end();
          continue;
        }
        Object.assign(formula, { row: cell.top, column: cell.left, shown });
        on(sheetId).set(cellKey(cell.top, cell.left), formula);
      }
    },
    removeSheet(sheetId) {
      for (const formula of on(sheetId).values()) formula.end();
      all.delete(sheetId);
    },
  };
}

const newFormula = (sheetId: string, row: number, column: number, text: string): Formula => ({
  sheetId,
  row,
  column,
  text,
  precedents: [],
  result: [["#BUSY!"]],
  shown: { top: row, left: column, rows: 1, columns: 1 },
  end: () => undefined,
});
