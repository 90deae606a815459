import { cellKey, MAX_COLUMNS, type Range } from "../../../xlsx/addresses.ts";
import { movedRange, type Move } from "../../../xlsx/formulas/moved.ts";
import type { StoredFormula } from "../../../xlsx/looks/sheet-looks.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { OpenedSheet } from "./open-file.ts";
import { movedKey, movedText, originKey, type NamedMoves } from "./sheet-moves.ts";
import { shownCells, type ShownCell } from "./shown-cells.ts";

/** A sheet of the file as it would be if nothing had happened to it but moves of rows and columns. Cells go by where they are now. */
export class MovedSheet {
  /** What the grid was given to show. */
  readonly shown: ReadonlyMap<number, ShownCell>;

  constructor(
    private readonly file: OpenedSheet | undefined,
    private readonly own: readonly Move[],
    private readonly all: NamedMoves,
  ) {
    this.shown = file ? this.moved(shownCells(file)) : new Map<number, ShownCell>();
  }

  private moved(cells: ReadonlyMap<number, ShownCell>): ReadonlyMap<number, ShownCell> {
    if (this.all.length === 0) return cells;
    return new Map(
      [...cells].flatMap(([key, cell]) => {
        const now = movedKey(key, this.own);
        if (now === undefined) return [];
        const { formula } = cell;
        return [[now, formula === undefined ? cell : { ...cell, formula: this.movedFormula(formula) }] as const];
      }),
    );
  }

  private movedFormula(formula: string): string {
    return movedText(formula, this.file?.name, this.all);
  }

  private origin(key: number): number | undefined {
    return originKey(key, this.own);
  }

  /** What the file holds in a cell. */
  value(key: number): CellValue {
    const origin = this.origin(key);
    return origin === undefined
      ? ""
      : (this.file?.fileRows[Math.floor(origin / MAX_COLUMNS)]?.[origin % MAX_COLUMNS] ?? "");
  }

  /** The formula that the file holds in a cell, and the cells that it fills. */
  formula(key: number): Pick<StoredFormula, "text" | "range"> | undefined {
    const origin = this.origin(key);
    const stored = origin === undefined ? undefined : this.file?.looks?.formulas.get(origin);
    if (!stored) return undefined;
    const range = this.own.reduce((moved: Range | undefined, move) => moved && movedRange(moved, move), stored.range);
    return { text: this.movedFormula(stored.text), range };
  }

  /** The number of the style that the file gives a cell. */
  style(key: number): number {
    const origin = this.origin(key);
    const { looks } = this.file ?? {};
    if (origin === undefined || !looks) return 0;
    const [row, column] = [Math.floor(origin / MAX_COLUMNS), origin % MAX_COLUMNS];
    return looks.styles.get(origin) ?? looks.rowStyles.get(row) ?? looks.columnStyles.get(column) ?? 0;
  }

  isDate(key: number): boolean {
    const origin = this.origin(key);
    return origin !== undefined && this.file?.dates.has(origin) === true;
  }

  /** Whether a cell held the formula of a check column. */
  isCheckFormula(key: number): boolean {
    const origin = this.origin(key);
    return this.checkColumns.some(({ headerRow, column }) => cellKey(headerRow + 1, column) === origin);
  }

  /** The cell with the formula of the check column that a cell stands in. */
  checkFormulaOf(key: number): number | undefined {
    const origin = this.origin(key);
    if (origin === undefined) return undefined;
    const [row, column] = [Math.floor(origin / MAX_COLUMNS), origin % MAX_COLUMNS];
    const found = this.checkColumns.find((one) => one.column === column && row > one.headerRow && row <= one.bottom);
    return found && movedKey(cellKey(found.headerRow + 1, column), this.own);
  }

  /** The cells of the check columns, whose results the grid works out anew. */
  checkCells(): readonly number[] {
    return this.checkColumns.flatMap(({ column, headerRow, bottom }) =>
      Array.from({ length: bottom - headerRow }, (_, at) => cellKey(headerRow + 1 + at, column)).flatMap(
        (key) => movedKey(key, this.own) ?? [],
      ),
    );
  }

  private get checkColumns(): OpenedSheet["checkColumns"] {
    return this.file?.checkColumns ?? [];
  }
}
