import type { GridCall, GridFunction } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";

export type Result = readonly (readonly CellValue[])[];

interface Call {
  readonly name: string;
  readonly given: GridCall;
  /** The cells whose formulas have it. */
  readonly cells: Set<string>;
  result: Result | undefined;
  end: () => void;
}

/** The calls that one formula made when it was last calculated, and the time before. */
interface Formula {
  readonly run: number;
  calls: readonly Call[];
  former: readonly Call[];
  /** What it showed last: by function, for each time that the formula has it. */
  readonly shown: Map<string, Result>;
}

export interface Calls {
  /** What a formula shows now; a call that nobody made yet is started. */
  ask(fn: GridFunction, given: GridCall, cell: string): Result;
  /** Every formula that is calculated from now on makes its calls anew; until they answer it shows what it showed. */
  renew(): void;
  /** A calculation begins. */
  begin(): void;
  /** A calculation is over: `hasCall` tells whether a cell's formula still has a function. Calls that nobody asks for are ended. */
  finish(hasCall: (cell: string, name: string) => boolean): void;
  endAll(): void;
}

export const BUSY: Result = [["#BUSY!"]];
const FAILED: Result = [["#VALUE!"]];

const sameCells = (a: Result | null, b: Result | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.length === b.length &&
    a.every((row, down) => {
      const other = b[down];
      return other?.length === row.length && row.every((cell, across) => Object.is(cell, other[across]));
    }));

const FEW = 16;

/** Equal for equal calls, and different for most others without writing out whole sheets. */
function keyOf(name: string, { arguments: given, addresses }: GridCall): string {
  const parts = given.map((cells) => {
    if (cells === null) return null;
    const width = cells[0]?.length ?? 0;
    return cells.length * width <= FEW ? cells : [cells.length, width];
  });
  return JSON.stringify([name, addresses.map((address) => address ?? null), parts]);
}

/**
 * Lets functions that answer later, and again and again, stand in formulas that are calculated at once: a formula is
 * given the newest answer, and is calculated anew when there is a newer one. Until its first answer it shows what it
 * showed before. `recalculate` is told the functions whose answers changed; `later` waits a moment.
 */
export function keepCalls(recalculate: (names: ReadonlySet<string>) => void, later: (work: () => void) => void): Calls {
  const calls = new Map<string, Call[]>();
  const formulas = new Map<string, Formula>();
  const changed = new Set<string>();
  let run = 0;

  const answered = (name: string): void => {
    const isWaiting = changed.size > 0;
    changed.add(name);
    if (isWaiting) return;
    later(() => {
      const names = new Set(changed);
      changed.clear();
      recalculate(names);
    });
  };

  function start({ name, start: begin }: GridFunction, given: GridCall): Call {
    const call: Call = { name, given, cells: new Set(), result: undefined, end: () => undefined };
    let [isStarting, isOver] = [true, false];
    try {
      const end = begin(given, (result) => {
        if (isOver || (call.result && sameCells(call.result, result))) return;
        call.result = result.length > 0 && result[0]?.length ? result : FAILED;
        if (!isStarting) answered(name);
      });
      call.end = () => {
        isOver = true;
        end();
      };
    } catch {
      // Univer gives up a whole calculation in which a function throws.
      call.result = FAILED;
    }
    isStarting = false;
    return call;
  }

  function release(call: Call, cell: string): void {
    call.cells.delete(cell);
    // A formula that has only moved asks for the same call again a moment later.
    if (call.cells.size === 0)
      later(() => {
        if (call.cells.size === 0) drop(call);
      });
  }

  function drop(call: Call): void {
    const key = keyOf(call.name, call.given);
    const left = (calls.get(key) ?? []).filter((one) => one !== call);
    if (left.length > 0) calls.set(key, left);
    else calls.delete(key);
    call.end();
    call.end = () => undefined;
  }

  function formulaAt(cell: string): Formula {
    const known = formulas.get(cell);
    if (known?.run === run) return known;
    const formula = { run, calls: [], former: known?.calls ?? [], shown: known?.shown ?? new Map<string, Result>() };
    formulas.set(cell, formula);
    return formula;
  }

  return {
    ask(fn, given, cell) {
      const formula = formulaAt(cell);
      const key = keyOf(fn.name, given);
      const alike = calls.get(key) ?? [];
      let call = alike.find(({ given: known }) =>
        known.arguments.every((cells, at) => sameCells(cells, given.arguments[at] ?? null)),
      );
      if (!call) {
        call = start(fn, given);
        calls.set(key, [...alike, call]);
      }
      call.cells.add(cell);
      const ofThis = ({ name }: Call): boolean => name === fn.name;
      const at = formula.calls.filter(ofThis).length;
      formula.calls = [...formula.calls, call];
      const turn = `${fn.name} ${at}`;
      const shown = call.result ?? formula.former.filter(ofThis)[at]?.result ?? formula.shown.get(turn) ?? BUSY;
      formula.shown.set(turn, shown);
      return shown;
    },
    renew() {
      // Those that run are ended once their formulas have asked again.
      calls.clear();
    },
    begin() {
      run += 1;
    },
    finish(hasCall) {
      for (const [cell, formula] of formulas) {
        const kept = formula.calls.filter(({ name }) => hasCall(cell, name));
        for (const call of new Set([...formula.former, ...formula.calls]))
          if (!kept.includes(call)) release(call, cell);
        formula.former = [];
        if (kept.length === 0) formulas.delete(cell);
        else formula.calls = kept;
      }
    },
    endAll() {
      for (const call of [...calls.values()].flat()) drop(call);
      formulas.clear();
    },
  };
}
