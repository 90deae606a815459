import { cellKey, MAX_COLUMNS, MAX_ROWS, parseCell, parseRange, type Range } from "../addresses.ts";
import type { Sheet } from "../workbook.ts";
import { CellGrid } from "./cell-grid.ts";
import type { Budget } from "./cell-grid.ts";
import { cellValue } from "./cell-values.ts";
import type { CellContext } from "./cell-values.ts";
import { paddedText } from "./padded-format.ts";
import { damaged } from "./unreadable.ts";
import { isOn, parseXml, relationshipId } from "./xml.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

/** What a worksheet's own part says; its tables stand in parts of their own. */
export interface SheetPart extends Omit<Sheet, "name" | "visibility" | "isFiltered" | "tables"> {
  readonly hasFilter: boolean;
  /** The relationships that lead to the sheet's tables. */
  readonly tables: readonly string[];
}

export function readSheetPart(pieces: Iterable<Uint8Array>, context: CellContext, budget: Budget): SheetPart {
  const reader = new SheetReader(context, budget);
  parseXml(pieces, reader);
  const { grid, formulas, notCalculated, dates, shownTexts, merges, hiddenRows, hiddenColumns, hasFilter, tables } =
    reader;
  return {
    rows: grid.rows(),
    formulas,
    notCalculated,
    dates,
    shownTexts,
    merges,
    hiddenRows,
    hiddenColumns,
    hasFilter,
    tables,
  };
}

class SheetReader implements XmlHandler {
  readonly grid: CellGrid;
  readonly formulas = new Set<number>();
  readonly notCalculated = new Set<number>();
  readonly dates = new Set<number>();
  readonly shownTexts = new Map<number, string>();
  readonly merges: Range[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly tables: string[] = [];
  hasFilter = false;

  private row = -1;
  private column = -1;
  private lastColumn = -1;
  private type = "";
  private style = 0;
  private value = "";
  private inline: string | undefined;
  private hasFormula = false;
  private isInCell = false;
  private isGuide = false;
  private reads: "value" | "inline" | undefined;

  constructor(
    private readonly context: CellContext,
    budget: Budget,
  ) {
    this.grid = new CellGrid(budget);
  }

  open(name: string, attributes: Attributes, parent: string): void {
    if (this.isInCell) this.openInCell(name, parent);
    else if (name === "c" && parent === "row") this.openCell(attributes);
    else if (name === "row" && parent === "sheetData") this.openRow(attributes);
    else if (name === "col" && parent === "cols") this.hideColumns(attributes);
    else if (name === "sheetPr") this.hasFilter ||= isOn(attributes.filterMode);
    else if (name === "autoFilter" && parent === "worksheet") this.hasFilter = true;
    else if (name === "mergeCell" && parent === "mergeCells") this.merge(attributes);
    else if (name === "tablePart" && parent === "tableParts") this.tables.push(relationshipId(attributes) ?? "");
  }

  text(text: string): void {
    if (this.reads === "value") this.value += text;
    else if (this.reads === "inline") this.inline = (this.inline ?? "") + text;
  }

  close(name: string, parent: string): void {
    this.reads = undefined;
    if (name === "rPh") this.isGuide = false;
    if (!this.isInCell || name !== "c" || parent !== "row") return;
    this.isInCell = false;
    // Some writers put an inline text into both places.
    const text = this.type === "inlineStr" || this.value === "" ? (this.inline ?? this.value) : this.value;
    const value = cellValue(this.type, text, this.context);
    const key = cellKey(this.row, this.column);
    // A formula may well have given an empty text, which is stored as one.
    if (this.hasFormula && text === "" && this.type !== "str") this.notCalculated.add(key);
    if (value === "") return;
    this.grid.set(this.row, this.column, value);
    if (typeof value === "number") this.showNumber(key, value);
  }

  private openInCell(name: string, parent: string): void {
    if (name === "f" && parent === "c") {
      this.grid.spend("cells");
      this.formulas.add(cellKey(this.row, this.column));
      this.hasFormula = true;
    }
    if (name === "rPh") this.isGuide = true;
    if (name === "v" && parent === "c") this.reads = "value";
    else this.reads = name === "t" && !this.isGuide ? "inline" : undefined;
  }

  // A cell without an address stands right of the one before it, a row without a number below.
  private openCell({ r, t, s }: Attributes): void {
    const at = r === undefined ? { row: this.row, column: this.column + 1 } : parseCell(r);
    if (at?.row !== this.row || at.column >= MAX_COLUMNS) throw damaged();
    this.column = at.column;
    this.type = t ?? "n";
    this.style = Number(s ?? 0);
    this.value = "";
    this.inline = undefined;
    this.hasFormula = false;
    this.isInCell = true;
  }

  private showNumber(key: number, value: number): void {
    const { dates, padded } = this.context.formats;
    if (this.type === "d" || dates.has(this.style)) this.dates.add(key);
    const code = padded.get(this.style);
    const shown = code === undefined ? undefined : paddedText(value, code);
    if (shown === undefined) return;
    this.grid.spend("cells");
    this.shownTexts.set(key, shown);
  }

  private merge({ ref }: Attributes): void {
    const range = parseRange(ref ?? "");
    if (range === undefined) return;
    this.grid.spend("rows");
    this.merges.push(range);
  }

  private openRow({ r, hidden }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAX_ROWS) throw damaged();
    if (!isOn(hidden)) return;
    this.grid.spend("rows");
    this.hiddenRows.add(this.row);
  }

  // Runs of columns come in order; starting after the last one keeps a file with a million runs from taking for ever.
  private hideColumns({ min, max, hidden }: Attributes): void {
    const last = Math.min(Number(max), MAX_COLUMNS) - 1;
    const first = Math.max(Number(min) - 1, this.lastColumn + 1);
    if (isOn(hidden)) for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
    this.lastColumn = Math.max(this.lastColumn, last);
  }
}
