import type { Look } from "../../../xlsx/looks/look.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Area, Grid } from "../grid.ts";
import type { GridMove } from "./sheet-moves.ts";

/** A cell of the grid that holds something or has a look of its own. */
export interface HeldCell {
  readonly row: number;
  readonly column: number;
  /** What it shows: of a formula its result. */
  readonly value: CellValue;
  /** With "=". */
  readonly formula?: string | undefined;
  /** The name of its style; another one than it was given means that somebody changed how it looks. */
  readonly style?: string | undefined;
  readonly look: Look;
}

/** How a sheet of the grid is laid out. */
export interface Layout {
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** In pixels, of the columns up to the last that holds something. */
  readonly columnWidths: ReadonlyMap<number, number>;
}

/** A grid whose changes can be saved. */
export interface SavedGrid extends Pick<Grid, "sheets" | "values" | "tables" | "names" | "settings"> {
  held(sheetId: string): Iterable<HeldCell>;
  /** The area that each formula fills, where it fills more than its own cell. */
  spills(sheetId: string): readonly Area[];
  layout(sheetId: string): Layout;
  /** Rows and columns that were put in or taken out since the file was opened, one after another. */
  moves(): readonly GridMove[];
}

/** What the grid was given when the file was opened, as it says it itself: names that it holds otherwise are no changes. */
export interface AsOpened {
  /** The ids of the file's sheets, in their order. */
  readonly sheetIds: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly tables: ReturnType<Grid["tables"]>;
  readonly layouts: readonly Layout[];
}

export const asOpened = (grid: SavedGrid): AsOpened => {
  const sheetIds = grid.sheets().map(({ id }) => id);
  return {
    sheetIds,
    names: new Map(grid.names()),
    settings: new Map(grid.settings),
    tables: [...grid.tables()],
    layouts: sheetIds.map((id) => grid.layout(id)),
  };
};
