import type { Area } from "../grid.ts";

/** The number formats that the add-in has set: what it reads back is what it wrote, whatever the grid makes of it. */
export interface FormatsSet {
  set(sheetId: string, area: Area, format: string): void;
  /** Undefined where it has set none. */
  at(sheetId: string, row: number, column: number): string | undefined;
}

const holds = ({ top, left, rows, columns }: Area, row: number, column: number): boolean =>
  row >= top && row < top + rows && column >= left && column < left + columns;

export function newFormatsSet(): FormatsSet {
  const set: { readonly sheetId: string; readonly area: Area; readonly format: string }[] = [];
  return {
    set: (sheetId, area, format) => {
      set.unshift({ sheetId, area, format });
    },
    at: (sheetId, row, column) => set.find((one) => one.sheetId === sheetId && holds(one.area, row, column))?.format,
  };
}
