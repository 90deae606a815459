import { cellAddress, cellKey, MAX_COLUMNS, type Range } from "../../../xlsx/addresses.ts";
import { storedFormula } from "../../../xlsx/formulas/function-names.ts";
import type { Move } from "../../../xlsx/formulas/moved.ts";
import type { Look } from "../../../xlsx/looks/look.ts";
import type { CellContent, CellLook, CellPatch } from "../../../xlsx/patching/patch.ts";
import { isDateFormat } from "../../../xlsx/reading/styles-part.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Area } from "../grid.ts";
import { changedLook } from "./changed-look.ts";
import { MovedSheet } from "./moved-sheet.ts";
import { NAMESPACE, SHIFT_1904, type OpenedSheet } from "./open-file.ts";
import { lookNamed, styleNumber } from "./own-looks.ts";
import type { HeldCell, SavedGrid } from "./saved-grid.ts";
import type { NamedMoves } from "./sheet-moves.ts";
import type { ShownCell } from "./shown-cells.ts";

/** What has become of a sheet's cells. */
export interface CellChanges {
  /** By `cellKey`: cells that hold or show something else. */
  readonly cells: Map<number, CellPatch>;
  /** Formulas that are as they were and have another result. */
  readonly results: Map<number, CellPatch>;
  /** Whether there are results that only Excel can work out. */
  readonly needsExcel: boolean;
  /** What cannot be written, one sentence each. */
  readonly problems: readonly string[];
}

export interface ChangeContext {
  readonly styles: readonly Look[];
  readonly date1904: boolean;
  /** Moves of rows and columns on any sheet. */
  readonly moves: NamedMoves;
}

/** A sheet of the grid, with the one of the file that it was; `file` is undefined for one that was added. */
export interface ComparedSheet {
  readonly id: string;
  readonly name: string;
  readonly file: OpenedSheet | undefined;
  /** The moves on this sheet. */
  readonly moves: readonly Move[];
}

const rangeOf = ({ top, left, rows, columns }: Area): Range => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

/** What a formula shows that has not been worked out, or whose function the grid does not have. */
const UNKNOWN: readonly CellValue[] = ["#BUSY!", "#NAME?"];

/** What is different from a sheet as it was opened. */
export function cellChanges(
  grid: Pick<SavedGrid, "held" | "spills" | "values">,
  sheet: ComparedSheet,
  context: ChangeContext,
): CellChanges {
  const held = new Map([...grid.held(sheet.id)].map((cell) => [cellKey(cell.row, cell.column), cell]));
  const changes = new SheetChanges(sheet, context, held);
  for (const area of grid.spills(sheet.id)) changes.spill(area, grid.values(sheet.id, area));
  changes.compare();
  return changes;
}

class SheetChanges implements CellChanges {
  readonly cells = new Map<number, CellPatch>();
  readonly results = new Map<number, CellPatch>();
  readonly problems: string[] = [];
  needsExcel = false;
  private readonly before: MovedSheet;
  /** Cells that belong to a formula elsewhere. */
  private readonly spilled = new Set<number>();
  private readonly ranges = new Map<number, Range>();
  /** The first cells of formulas that fill other cells with something else now: they are given anew together. */
  private readonly otherSpills = new Set<number>();

  constructor(
    private readonly sheet: ComparedSheet,
    private readonly context: ChangeContext,
    private readonly held: ReadonlyMap<number, HeldCell>,
  ) {
    this.before = new MovedSheet(sheet.file, sheet.moves, context.moves);
  }

  /** The results of a formula that fills more than its own cell. */
  spill(area: Area, values: readonly (readonly CellValue[])[]): void {
    const first = cellKey(area.top, area.left);
    const isUnknown = UNKNOWN.includes(values[0]?.[0] ?? "");
    this.ranges.set(first, rangeOf(area));
    values.forEach((row, down) => {
      row.forEach((value, across) => {
        const key = cellKey(area.top + down, area.left + across);
        if (key === first) return;
        this.spilled.add(key);
        if (isUnknown || this.before.value(key) === value) return;
        this.put(key, { kind: "value", value }, this.held.get(key)?.look);
        this.otherSpills.add(first);
      });
    });
  }

  compare(): void {
    // The check columns are among them, where results may stand that are shown no more.
    for (const key of new Set([...this.before.shown.keys(), ...this.held.keys(), ...this.before.checkCells()]))
      if (!this.spilled.has(key)) this.compareCell(key, this.before.shown.get(key), this.held.get(key));
  }

  private compareCell(key: number, before: ShownCell | undefined, now: HeldCell | undefined): void {
    const value = now?.value ?? "";
    const formula = now?.formula;
    const look = now?.look ?? {};
    if (formula !== undefined && formula !== before?.formula) this.putFormula(key, formula, value, look);
    else if (formula !== undefined) this.putResult(key, formula, value, look);
    else if (before?.formula !== undefined || (this.before.value(key) !== value && !this.isWaiting(key)))
      this.put(key, { kind: "value", value }, look);
    // A cell that is not there at all any more keeps the look that the file gives its place.
    if (now && now.style !== before?.style) this.restyle(key, before, now);
  }

  /** Whether the add-in has not answered yet for the column that a cell stands in: then its results stay as they are. */
  private isWaiting(key: number): boolean {
    const first = this.before.checkFormulaOf(key);
    const held = first === undefined ? undefined : this.held.get(first);
    return held?.formula !== undefined && first !== undefined && this.isUnanswered(first, held.value);
  }

  /** A check column of several rows is answered when it fills them. */
  private isUnanswered(key: number, value: CellValue): boolean {
    return UNKNOWN.includes(value) || (value === "" && !this.ranges.has(key));
  }

  private putFormula(key: number, typed: string, value: CellValue, look: Look): void {
    const formula = storedFormula(typed, NAMESPACE);
    const at = cellAddress(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS);
    if (formula === undefined) {
      this.problems.push(
        `${this.sheet.name}: the formula in ${at} is one that only Excel can write. Put its result there instead.`,
      );
      return;
    }
    if (UNKNOWN.includes(value)) this.needsExcel = true;
    this.put(key, { kind: "formula", formula, value, spill: this.ranges.get(key) }, look);
  }

  /** Our own formulas are compared with what the file holds: it may have lost them, or half of their name. */
  private putResult(key: number, typed: string, value: CellValue, look: Look): void {
    const isOurs = this.before.isCheckFormula(key);
    if (isOurs ? this.isUnanswered(key, value) : UNKNOWN.includes(value)) {
      if (!isOurs) this.needsExcel = true;
      return;
    }
    const spill = this.ranges.get(key);
    const stored = this.before.formula(key);
    const isOther = JSON.stringify(stored?.range) !== JSON.stringify(spill);
    if (isOurs && stored?.text !== storedFormula(typed, NAMESPACE)) this.putFormula(key, typed, value, look);
    else if (this.otherSpills.has(key) || (spill && isOther)) this.put(key, { kind: "result", value, spill }, look);
    else if (this.before.value(key) !== value)
      this.results.set(key, { content: { kind: "result", value: this.written(key, value, look), spill } });
  }

  private put(key: number, content: CellContent, look: Look = {}): void {
    const value = this.written(key, content.value, look);
    const style = this.dateLook(key, value, look);
    this.cells.set(key, { ...this.cells.get(key), content: { ...content, value }, ...(style ? { style } : {}) });
  }

  /** The grid counts its dates from 1900, the file perhaps from 1904. */
  private written(key: number, value: CellValue, look: Look): CellValue {
    const isDate = this.before.isDate(key) || isDateFormat(look.numberFormat ?? "");
    return typeof value === "number" && this.context.date1904 && isDate ? value - SHIFT_1904 : value;
  }

  /** A date that is typed where the file has no format for one is shown as a date there, too. */
  private dateLook(key: number, value: CellValue, { numberFormat = "" }: Look): CellLook | undefined {
    if (typeof value !== "number" || !isDateFormat(numberFormat)) return undefined;
    const own = this.context.styles[this.before.style(key)]?.numberFormat ?? "";
    return isDateFormat(own) ? undefined : { change: { numberFormat } };
  }

  private restyle(key: number, before: ShownCell | undefined, now: HeldCell): void {
    const from = styleNumber(now.style);
    const base = lookNamed(before?.style, this.context.styles);
    const change = from === undefined ? changedLook(base, now.look) : undefined;
    if (from === undefined && !change) return;
    this.cells.set(key, { ...this.cells.get(key), style: from === undefined ? { change } : { from } });
  }
}
