import { ICommandService } from "@univerjs/core";
import { AddConditionalRuleMutation } from "@univerjs/preset-sheets-conditional-formatting";
import { AddDataValidationMutation } from "@univerjs/preset-sheets-data-validation";
import type { Opened, OpenedSheet } from "../file/open-file.ts";
import { keepAccessible } from "./accessible.ts";
import { areaOf } from "./areas.ts";
import { choicesFor } from "./choice-lists.ts";
import { univerGrid, type UniverGrid } from "./grid.ts";
import { sheetId, snapshotOf } from "./snapshot.ts";
import { startUniver } from "./start.ts";
import { verdictLooks } from "./verdict-looks.ts";

const WORKBOOK = "workbook";

/** Shows an opened file in an element that holds nothing else; `dispose` takes all of it away. */
export function openInGrid(container: HTMLElement, opened: Opened): UniverGrid {
  const { univer, api } = startUniver(container);
  // Univer's functions can only be registered when there is a workbook.
  api.createWorkbook(snapshotOf(opened, WORKBOOK));
  const grid = univerGrid(univer, api);
  const commands = univer.__getInjector().get(ICommandService);
  // Mutations, as whatever a command does could be undone by the user.
  const apply = (id: string, sheet: number, params: object): void => {
    commands.syncExecuteCommand(id, { unitId: WORKBOOK, subUnitId: sheetId(sheet), ...params });
  };
  for (const [name, formula] of opened.names) grid.setName(name, formula);
  for (const [key, value] of opened.settings) grid.settings.set(key, value);
  opened.sheets.forEach((sheet, at) => {
    addTables(grid, sheet, sheetId(at));
    for (const rule of choicesFor(sheet)) apply(AddDataValidationMutation.id, at, { rule });
    for (const rule of sheet.checkColumns.flatMap(verdictLooks)) apply(AddConditionalRuleMutation.id, at, { rule });
  });
  const stopAmending = keepAccessible(container);
  return {
    ...grid,
    dispose() {
      stopAmending();
      grid.dispose();
      univer.dispose();
    },
  };
}

function addTables(grid: UniverGrid, { tables }: OpenedSheet, id: string): void {
  for (const { name, top, left, bottom, right, headerRows, totalsRows } of tables) {
    // Univer has no table without headers; its cells are there all the same.
    if (headerRows === 0) continue;
    const area = areaOf({ startRow: top, endRow: bottom, startColumn: left, endColumn: right });
    try {
      if (totalsRows > 0) grid.addTableWithTotals(id, area, name);
      else grid.addTable(id, area, name);
    } catch {
      // Two tables of one name, or one in another: no file of Excel's has them, and the cells are there all the same.
    }
  }
}
