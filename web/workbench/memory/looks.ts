import type { Area, GridFormat } from "../grid.ts";
import { intersection } from "../host/areas.ts";

/** How a cell looks, as far as it was told. */
export interface Look {
  numberFormat?: string;
  isBold?: boolean;
  fill?: string;
  isWrapped?: boolean;
  width?: number;
}

/** A conditional format as it was added. */
export interface AddedFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly format: GridFormat;
}

export interface Looks {
  set(sheetId: string, area: Area, look: Look): void;
  readonly at: (sheetId: string, row: number, column: number) => Look;
  add(sheetId: string, areas: readonly Area[], format: GridFormat): string;
  readonly on: (sheetId: string) => readonly AddedFormat[];
  remove(sheetId: string, id: string): void;
}

export function newLooks(): Looks {
  const set: { readonly sheetId: string; readonly area: Area; readonly look: Look }[] = [];
  const formats = new Map<string, AddedFormat[]>();
  let last = 0;
  return {
    set: (sheetId, area, look) => void set.push({ sheetId, area, look }),
    at: (sheetId, row, column) =>
      Object.assign(
        {},
        ...set
          .filter(
            (one) => one.sheetId === sheetId && intersection(one.area, { top: row, left: column, rows: 1, columns: 1 }),
          )
          .map(({ look }) => look),
      ) as Look,
    add(sheetId, areas, format) {
      const id = `format-${++last}`;
      formats.set(sheetId, [...(formats.get(sheetId) ?? []), { id, areas, format }]);
      return id;
    },
    on: (sheetId) => formats.get(sheetId) ?? [],
    remove: (sheetId, id) =>
      void formats.set(
        sheetId,
        (formats.get(sheetId) ?? []).filter((one) => one.id !== id),
      ),
  };
}
