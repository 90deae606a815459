import { formulaConflicts, headerConflicts, renamedColumns } from "./conflicts.ts";
import type { CellPatch, SheetPatch, WorkbookPatch } from "./patch.ts";
import { scanSheet } from "./sheet-scan.ts";
import { isNamedElsewhere, treeOf } from "./sheet-tree.ts";
import { tablesOf, type WorkbookFile } from "./workbook-file.ts";

/** Why a patch cannot be made without losing something of this very file, one sentence each. */
export function refusalsOf(file: WorkbookFile, patch: WorkbookPatch): readonly string[] {
  const { parts, sheets } = file;
  const removed = patch.removedSheets ?? new Set<string>();
  const changed = [...(patch.sheets ?? [])].filter(([name]) => !removed.has(name));
  return [
    ...changed.flatMap(([name, sheet]) => sheetRefusals(file, name, sheet)),
    ...[...removed].flatMap((name) =>
      isNamedElsewhere(parts, name, treeOf(parts, sheets.get(name) ?? ""))
        ? [`The sheet ${name} was deleted, but formulas, names or charts of other sheets use it. Undo that.`]
        : [],
    ),
    ...changed.flatMap(([name, { name: renamed }]) =>
      renamed !== undefined && isNamedElsewhere(parts, name, [])
        ? [`The sheet ${name} was renamed, but formulas, names or charts use it by its name. Undo that.`]
        : [],
    ),
  ];
}

function sheetRefusals({ parts, sheets }: WorkbookFile, name: string, patch: SheetPatch): readonly string[] {
  const path = sheets.get(name);
  const cells: ReadonlyMap<number, CellPatch> = patch.cells ?? new Map<number, CellPatch>();
  if (path === undefined || cells.size === 0) return [];
  const isNamed = (column: string): boolean =>
    parts.paths().some((one) => /^xl\/.*\.xml$/i.test(one) && parts.read(one).includes(`[${column}]`));
  return [
    ...formulaConflicts(name, scanSheet(parts.read(path)), cells),
    ...tablesOf(parts, path).flatMap((table) =>
      headerConflicts(name, table, renamedColumns(table, cells, patch.tables?.get(table.name)), isNamed),
    ),
  ];
}
