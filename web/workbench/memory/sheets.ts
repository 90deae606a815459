import { newCells } from "./cells.ts";
import type { MemorySheet, SheetState } from "./state.ts";

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
    add({ name, isVisible = true, isProtected = false, isFiltered = false }) {
      if (all.some((one) => one.name.toLowerCase() === name.toLowerCase()))
        throw new Error(`There is already a sheet named ${name}.`);
      const sheet: SheetState = { id: nextId("sheet"), name, isVisible, isProtected, isFiltered, cells: newCells([]) };
      all.push(sheet);
      return sheet;
    },
    remove: (id) => void all.splice(all.indexOf(get(id)), 1),
  };
}
