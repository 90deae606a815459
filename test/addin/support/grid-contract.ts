import type { Area, Grid, GridCall, GridEvent, GridFunction } from "../../../web/workbench/grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";

/**
 * What every grid keeps to, in memory or in a browser: it asks nothing of a test runner, so that a page can run it.
 * Each clause is given a grid of its own with one empty sheet.
 */
export interface Clause {
  readonly says: string;
  readonly holds: (grid: Grid) => Promise<void> | void;
}

export const area = (top: number, left: number, rows = 1, columns = 1): Area => ({ top, left, rows, columns });

function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`It is ${found}, and should be ${wanted}.`);
}

/** Waits until something is so: a grid may calculate a little later. */
async function soon(actual: () => unknown, expected: unknown): Promise<void> {
  for (
    const end = Date.now() + 3000;
    ;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    })
  ) {
    if (JSON.stringify(actual()) === JSON.stringify(expected)) return;
    if (Date.now() > end) same(actual(), expected);
  }
}

function refuses(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
  throw new Error("It was done, and should have been refused.");
}

const onlySheet = (grid: Grid): string => grid.sheets()[0]?.id ?? "";

/** A function that gives what `work` makes of its arguments, at once. */
const aFunction = (
  name: string,
  work: (call: GridCall) => readonly (readonly CellValue[])[],
  count = 2,
): GridFunction => ({
  name,
  description: "",
  parameters: Array.from({ length: count }, (_, at) => ({
    name: `cells${at + 1}`,
    description: "",
    isOptional: at > 0,
  })),
  start: (call, answer) => {
    answer(work(call));
    return () => undefined;
  },
});

const COUNT = aFunction("LP.COUNT", ({ arguments: [cells] }) => [
  [(cells ?? []).flat().filter((cell) => cell !== "").length],
]);
const COLUMN = aFunction("LP.COLUMN", ({ arguments: [, rows] }) =>
  (rows ?? []).map((row) => [`row of ${String(row[0])}`]),
);

const HEADERS_AND_ROWS: CellValue[][] = [
  ["Ref", "Lead"],
  ["EX-1", "Hazel Example"],
  ["EX-2", "Rowan Example"],
];

/** The sheet with a table of two rows. */
function withTable(grid: Grid): string {
  const sheet = onlySheet(grid);
  grid.write(sheet, area(2, 0, 3, 2), HEADERS_AND_ROWS);
  grid.addTable(sheet, area(2, 0, 3, 2), "Cases");
  return sheet;
}

export const gridContract: readonly Clause[] = [
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
  {
    says: "a formula calls its function with cells and where they stand, and again when they change",
    holds: async (grid) => {
      const sheet = onlySheet(grid);
      const calls: GridCall[] = [];
      grid.register([{ ...COUNT, start: (call, answer) => (calls.push(call), COUNT.start(call, answer)) }]);
      grid.write(sheet, area(0, 0, 1, 3), [["a", "", 3]]);
      grid.write(sheet, area(5, 0), [["=LP.COUNT(A1:C1)"]]);
      await soon(() => grid.values(sheet, area(5, 0)), [[2]]);
      same(grid.formulas(sheet, area(5, 0)), [["=LP.COUNT(A1:C1)"]]);
      same(calls.at(-1)?.arguments[0], [["a", "", 3]]);
      same(calls.at(-1)?.addresses[0], `${grid.sheets()[0]?.name ?? ""}!A1:C1`);
      grid.write(sheet, area(0, 1), [["b"]]);
      await soon(() => grid.values(sheet, area(5, 0)), [[3]]);
    },
  },
  {
    says: "results spill below a formula, with structured references to a table",
    holds: async (grid) => {
      grid.register([COLUMN]);
      const sheet = withTable(grid);
      grid.write(sheet, area(3, 5), [["=LP.COLUMN(Cases[#Headers],Cases[#Data])"]]);
      await soon(() => grid.values(sheet, area(3, 5, 3, 1)), [["row of EX-1"], ["row of EX-2"], [""]]);
      grid.write(sheet, area(4, 0), [["EX-9"]]);
      await soon(() => grid.values(sheet, area(3, 5, 3, 1)), [["row of EX-1"], ["row of EX-9"], [""]]);
    },
  },
  {
    says: "a later answer shows in place of the former, and results are no edits",
    holds: async (grid) => {
      const sheet = onlySheet(grid);
      const started: ((cells: readonly (readonly CellValue[])[]) => void)[] = [];
      const say = (cells: readonly (readonly CellValue[])[]): void => started.at(-1)?.(cells);
      grid.register([{ ...COUNT, name: "LP.LATER", start: (_, answer) => (started.push(answer), () => undefined) }]);
      grid.write(sheet, area(0, 0, 1, 2), [[1, "=LP.LATER(A1)"]]);
      await soon(() => started.length, 1);
      const heard: string[] = [];
      grid.listen(({ kind }) => heard.push(kind));
      say([["first"]]);
      await soon(() => grid.values(sheet, area(0, 1)), [["first"]]);
      say([["second"], ["below"]]);
      await soon(() => grid.values(sheet, area(0, 1, 2, 1)), [["second"], ["below"]]);
      same(heard.includes("edited"), false);
    },
  },
  {
    says: "a formula that nobody knows is #NAME?",
    holds: async (grid) => {
      const sheet = onlySheet(grid);
      grid.write(sheet, area(0, 0), [["=LP.NOTHING(B1)"]]);
      await soon(() => grid.values(sheet, area(0, 0)), [["#NAME?"]]);
    },
  },
];
