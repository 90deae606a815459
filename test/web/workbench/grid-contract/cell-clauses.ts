import type { GridEvent } from "../../../../web/workbench/grid.ts";
import { area, onlySheet, same, soon, type Clause } from "./clause.ts";

/** What cells hold, and how an edit is told. */
export const cellClauses: readonly Clause[] = [
  {
    says: "a new grid is empty",
    holds: (grid) => {
      same(
        [
          grid.usedArea(onlySheet(grid)) ?? null,
          grid.tables(),
          [...grid.names()],
          grid.values(onlySheet(grid), area(0, 0, 1, 2)),
        ],
        [null, [], [], [["", ""]]],
      );
    },
  },
  {
    says: "values come back as they were written; null leaves a cell and an empty text clears it",
    holds: (grid) => {
      const sheet = onlySheet(grid);
      grid.write(sheet, area(1, 1, 2, 2), [
        ["text", 1.5],
        [true, "12"],
      ]);
      same(grid.values(sheet, area(1, 1, 2, 2)), [
        ["text", 1.5],
        [true, "12"],
      ]);
      same(grid.usedArea(sheet), area(1, 1, 2, 2));
      grid.write(sheet, area(1, 1, 2, 2), [
        [null, ""],
        ["", null],
      ]);
      same(grid.values(sheet, area(1, 1, 2, 2)), [
        ["text", ""],
        ["", "12"],
      ]);
    },
  },
  {
    says: "a text after an apostrophe is a text, a formula too",
    holds: (grid) => {
      const sheet = onlySheet(grid);
      grid.write(sheet, area(0, 0, 1, 2), [["'=1+1", "'12"]]);
      same(grid.values(sheet, area(0, 0, 1, 2)), [["=1+1", "12"]]);
    },
  },
  {
    says: "an edit is told once, with its cells",
    holds: async (grid) => {
      const sheet = onlySheet(grid);
      const heard: GridEvent[] = [];
      const stop = grid.listen((event) => heard.push(event));
      grid.write(sheet, area(3, 2, 1, 2), [[1, 2]]);
      await soon(
        () => heard.filter(({ kind }) => kind === "edited"),
        [{ kind: "edited", sheetId: sheet, area: area(3, 2, 1, 2) }],
      );
      stop();
      grid.write(sheet, area(3, 2), [[3]]);
      same(heard.filter(({ kind }) => kind === "edited").length, 1);
    },
  },
];
