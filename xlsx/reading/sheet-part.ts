import { cellKey, MAX_COLUMNS, MAX_ROWS, parseCell } from "../addresses.ts";
import type { Sheet } from "../workbook.ts";
import { CellGrid } from "./cell-grid.ts";
import type { Budget } from "./cell-grid.ts";
import { cellValue } from "./cell-values.ts";
import type { CellContext } from "./cell-values.ts";
import { damaged } from "./unreadable.ts";
import { isOn, parseXml, relationshipId } from "./xml.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

/** What a worksheet's own part says; its tables stand in parts of their own. */
export interface SheetPart extends Pick<Sheet, "rows" | "formulas" | "dates" | "hiddenRows" | "hiddenColumns"> {
  readonly hasFilter: boolean;
  /** The relationships that lead to the sheet's tables. */
  readonly tables: readonly string[];
}

export function readSheetPart(pieces: Iterable<Uint8Array>, context: CellContext, budget: Budget): SheetPart {
  const reader = new SheetReader(context, budget);
  parseXml(pieces, reader);
  const { grid, formulas, dates, hiddenRows, hiddenColumns, hasFilter, tables } = reader;
  return { rows: grid.rows(), formulas, dates, hiddenRows, hiddenColumns, hasFilter, tables };
}

class SheetReader implements XmlHandler {
  readonly grid: CellGrid;
  readonly formulas = new Set<number>();
  readonly dates = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly tables: string[] = [];
  hasFilter = false;

  private row = -1;
  private column = -1;
  private lastColumn = -1;
  private type = "";
  private isDate = false;
  private value = "";
  private isInCell = false;
  private isInValue = false;

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
    else if (name === "tablePart") this.tables.push(relationshipId(attributes) ?? "");
  }

  text(text: string): void {
    if (this.isInValue) this.value += text;
  }

  close(name: string, parent: string): void {
    this.isInValue = false;
    if (!this.isInCell || name !== "c" || parent !== "row") return;
    this.isInCell = false;
    const value = cellValue(this.type, this.value, this.context);
    if (value === "") return;
    this.grid.set(this.row, this.column, value);
    if (this.isDate && typeof value === "number") this.dates.add(cellKey(this.row, this.column));
  }

  private openInCell(name: string, parent: string): void {
    if (name === "f" && parent === "c") {
      this.grid.spend("cells");
      this.formulas.add(cellKey(this.row, this.column));
    }
    this.isInValue = (name === "v" && parent === "c") || (name === "t" && parent !== "rPh");
  }

  // A cell without an address stands right of the one before it, a row without a number below.
  private openCell({ r, t, s }: Attributes): void {
    const at = r === undefined ? { row: this.row, column: this.column + 1 } : parseCell(r);
    if (at?.row !== this.row || at.column >= MAX_COLUMNS) throw damaged();
    this.column = at.column;
    this.type = t ?? "n";
    this.isDate = this.type === "d" || this.context.dateStyles.has(Number(s ?? 0));
    this.value = "";
    this.isInCell = true;
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
