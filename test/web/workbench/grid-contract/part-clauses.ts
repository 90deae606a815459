import type { GridEvent } from "../../../../web/workbench/grid.ts";
import { area, onlySheet, refuses, same, soon, withTable, type Clause } from "./clause.ts";

/** Sheets, tables, names, the selection and conditional formats. */
export const partClauses: readonly Clause[] = [
  {
    says: "sheets are added, shown and taken away",
    holds: async (grid) => {
      const heard: string[] = [];
      grid.listen(({ kind }) => heard.push(kind));
      const first = onlySheet(grid);
      const second = grid.addSheet("Second");
      same(
        grid.sheets().map(({ id, isVisible, isProtected, isFiltered }) => [id, isVisible, isProtected, isFiltered]),
        [
          [first, true, false, false],
          [second, true, false, false],
        ],
      );
      same(grid.sheets()[1]?.name, "Second");
      grid.activate(second);
      same(grid.activeSheetId(), second);
      grid.removeSheet(second);
      await soon(() => grid.activeSheetId(), first);
      same(
        grid.sheets().map(({ id }) => id),
        [first],
      );
      await soon(() => heard.filter((kind) => kind === "sheets").length, 2);
    },
  },
  {
    says: "a table knows its cells and headers, and may be renamed",
    holds: async (grid) => {
      const sheet = withTable(grid);
      const [table] = grid.tables();
      same(
        [table?.name, table?.sheetId, table?.area, table?.hasHeader, table?.hasTotals],
        ["Cases", sheet, area(2, 0, 3, 2), true, false],
      );
      grid.renameTable(table?.id ?? "", "Allocations");
      await soon(() => grid.tables().map(({ name, id }) => [name, id]), [["Allocations", table?.id]]);
    },
  },
  {
    says: "a table cannot stand in another, nor have its name",
    holds: (grid) => {
      const sheet = withTable(grid);
      refuses(() => grid.addTable(sheet, area(4, 1, 3, 2), "Other"));
      refuses(() => grid.addTable(sheet, area(10, 1, 3, 2), "cases"));
    },
  },
  {
    says: "names are formulas, and undefined takes one away",
    holds: (grid) => {
      grid.setName("LP_CheckDate", "45626");
      grid.setName("LP_Policy", '"kent-trial-2024"');
      same(
        [...grid.names()],
        [
          ["LP_CheckDate", "45626"],
          ["LP_Policy", '"kent-trial-2024"'],
        ],
      );
      grid.setName("LP_CheckDate", undefined);
      same([...grid.names().keys()], ["LP_Policy"]);
    },
  },
  {
    says: "what is selected is known and told",
    holds: async (grid) => {
      const sheet = onlySheet(grid);
      const heard: GridEvent[] = [];
      grid.listen((event) => heard.push(event));
      grid.select(sheet, area(4, 1, 2, 1));
      await soon(() => grid.selection(), { sheetId: sheet, area: area(4, 1, 2, 1) });
      await soon(() => heard.filter(({ kind }) => kind === "selected").at(-1), {
        kind: "selected",
        sheetId: sheet,
        area: area(4, 1, 2, 1),
      });
    },
  },
  {
    says: "conditional formats are taken away by their ids",
    holds: (grid) => {
      const sheet = onlySheet(grid);
      const first = grid.addFormat(sheet, [area(0, 0), area(2, 0, 2, 1)], { fill: "#F8D0D0", isBold: true });
      const second = grid.addFormat(sheet, [area(1, 0)], { colour: "#7A0000", isUnderlined: true });
      same([...grid.formatIds(sheet)].sort(), [first, second].sort());
      grid.removeFormat(sheet, first);
      same(grid.formatIds(sheet), [second]);
    },
  },
];
