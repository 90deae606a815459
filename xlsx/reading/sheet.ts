import type { Sheet } from "../workbook.ts";
import type { Budget } from "./cell-grid.ts";
import type { CellContext } from "./cell-values.ts";
import { readRelationships, related } from "./relationships.ts";
import { readSheetPart } from "./sheet-part.ts";
import { readTablePart } from "./table-part.ts";
import type { ListedSheet } from "./workbook-part.ts";
import type { Parts } from "./zip-parts.ts";

/** A sheet with its tables, from the part at `path`. */
export function readSheet(
  parts: Parts,
  { name, visibility }: ListedSheet,
  path: string,
  context: CellContext,
  budget: Budget,
): Sheet {
  const part = readSheetPart(parts.pieces(path), context, budget);
  const { hiddenRows, hasFilter, tables: links, ...cells } = part;
  const relationships = readRelationships(parts, path);
  const tables = links.map((id) => readTablePart(parts, related(relationships, id).path));
  return {
    name,
    visibility,
    ...cells,
    hiddenRows,
    isFiltered: hiddenRows.size > 0 && (hasFilter || tables.some(({ hasFilter }) => hasFilter)),
    tables: tables.map(({ table }) => table),
  };
}
