import { parseRange } from "../addresses.ts";
import { decodeEscapes } from "../text-escapes.ts";
import type { Table } from "../workbook.ts";
import { damaged } from "./unreadable.ts";
import { parseXml } from "./xml.ts";
import { SMALL_PART_LIMIT } from "./zip-parts.ts";
import type { Parts } from "./zip-parts.ts";

/** A table, and whether its filter is set: most tables have filter buttons, which alone hide nothing. */
export interface TablePart {
  readonly table: Table;
  readonly hasFilter: boolean;
}

export function readTablePart(parts: Parts, path: string): TablePart {
  let table: Table | undefined;
  let hasFilter = false;
  parseXml(parts.pieces(path, SMALL_PART_LIMIT), {
    open(element, { name, displayName, ref, headerRowCount, totalsRowCount }, parent) {
      // A filterColumn without criteria only says that its button is hidden.
      if (parent === "filterColumn" && element !== "extLst") hasFilter = true;
      if (element !== "table" || parent !== "") return;
      const range = parseRange(ref ?? "");
      if (range === undefined) throw damaged();
      table = {
        name: decodeEscapes(displayName ?? name ?? ""),
        ...range,
        headerRows: Number(headerRowCount ?? 1),
        totalsRows: Number(totalsRowCount ?? 0),
      };
    },
  });
  if (table === undefined) throw damaged();
  return { table, hasFilter };
}
