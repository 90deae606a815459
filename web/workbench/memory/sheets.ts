import type { Area } from "../grid.ts";
import { parseArea } from "../host/areas.ts";
import { newCells } from "./cells.ts";
import type { MemorySheet, SheetState } from "./state.ts";

export const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (!area) throw new Error(`"${address}" is no address.`);
  return area;
};

/** The sheets of a grid in memory. */
export interface MemorySheets {
  readonly all: readonly SheetState[];
  /** Throws a sentence where there is no such sheet. */
  get(id: string): SheetState;
  /** Adds one without its cells. Throws a sentence where the name is taken. */
  add(sheet: Omit<MemorySheet, "cells" | "tables">): SheetState;
  remove(id: string): void;
}

export function newSheets(nextId: (kind: string) => string): MemorySheets {
  const all: SheetState[] = [];
  const get = (id: string): SheetState => {
    const sheet = all.find((one) => one.id === id);
    if (!sheet) throw new Error("There is no such sheet.");
    return sheet;
  };
  return {
    all,
    get,
    add({
      name,
      isVisible = true,
      isProtected = false,
      isFiltered = false,
      merges = [],
      hiddenRows = [],
      hiddenColumns = [],
    }) {
      if (all.some((one) => one.name.toLowerCase() === name.toLowerCase()))
        throw new Error(`There is already a sheet named ${name}.`);
      const sheet: SheetState = {
        id: nextId("sheet"),
        name,
        isVisible,
        isProtected,
        isFiltered,
        cells: newCells([]),
        merges: merges.map(areaOf),
        hiddenRows: new Set(hiddenRows),
        hiddenColumns: new Set(hiddenColumns),
      };
      all.push(sheet);
      return sheet;
    },
    remove: (id) => void all.splice(all.indexOf(get(id)), 1),
  };
}
