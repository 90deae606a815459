import type { Range } from "../../../xlsx/addresses.ts";
import type { NewTable, SheetPatch } from "../../../xlsx/patching/patch.ts";
import type { Area, GridTable } from "../grid.ts";
import type { Opened } from "./open-file.ts";
import type { AsOpened, SavedGrid } from "./saved-grid.ts";
import { movedArea, type GridMove } from "./sheet-moves.ts";

export interface TableChanges {
  readonly problems: readonly string[];
  /** What is to change on a sheet. */
  readonly of: (sheetId: string) => Pick<SheetPatch, "tables" | "newTables">;
}

const rangeOf = ({ top, left, rows, columns }: Area): Range => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

const hasGrown = (before: Area, now: Area): boolean =>
  before.top === now.top && before.left === now.left && before.columns <= now.columns && before.rows <= now.rows;

/** Tables that reach farther down or to the right, and those that are new; any other change of a table would lose something of the file. */
export function tableChanges(
  before: AsOpened,
  grid: SavedGrid,
  { sheets }: Opened,
  moves: readonly GridMove[],
): TableChanges {
  const now = grid.tables();
  /** Where a table would be if nothing had happened to it but the moves on its sheet. */
  const areaOf = ({ sheetId, area }: GridTable): Area =>
    movedArea(
      area,
      moves.filter((move) => move.sheetId === sheetId),
    ) ?? area;
  const isKept = ({ sheetId }: GridTable): boolean => grid.sheets().some(({ id }) => id === sheetId);
  const problems = before.tables.filter(isKept).flatMap((table) => {
    const same = now.find(({ id }) => id === table.id);
    const where = `${sheets[before.sheetIds.indexOf(table.sheetId)]?.name ?? ""}: the table ${table.name}`;
    if (!same) return [`${where} was taken away.`];
    if (same.name !== table.name) return [`${where} was named ${same.name}.`];
    return hasGrown(areaOf(table), same.area) ? [] : [`${where} was moved, or lost rows or columns.`];
  });
  return {
    problems,
    of(sheetId) {
      const here = now.filter((table) => table.sheetId === sheetId);
      const known = (table: GridTable): GridTable | undefined => before.tables.find(({ id }) => id === table.id);
      const grown = here.filter((table) => {
        const file = known(table);
        if (!file) return false;
        const { rows, columns } = areaOf(file);
        return rows < table.area.rows || columns < table.area.columns;
      });
      const added = here.filter((table) => !known(table));
      return {
        ...(grown.length > 0 ? { tables: new Map(grown.map(({ name, area }) => [name, rangeOf(area)])) } : {}),
        ...(added.length > 0 ? { newTables: newTables(grid, added) } : {}),
      };
    },
  };
}

/** Excel takes no table without rows, or whose headers are not texts that differ; its cells are then written without it. */
export function newTables(grid: Pick<SavedGrid, "values">, tables: readonly GridTable[]): readonly NewTable[] {
  return tables.flatMap(({ name, sheetId, area }) => {
    const headers = grid.values(sheetId, { ...area, rows: 1 }).flat();
    const isFit =
      area.rows > 1 &&
      headers.every((header) => typeof header === "string" && header !== "" && header.length <= 255) &&
      new Set(headers.map((header) => String(header).toLowerCase())).size === headers.length;
    return isFit ? [{ name, range: rangeOf(area), headers: headers.map(String) }] : [];
  });
}
