import type { GridCall, GridFunction } from "../../../../web/workbench/grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import { area, onlySheet, same, soon, withTable, type Clause } from "./clause.ts";

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

/** Formulas that call functions. */
export const formulaClauses: readonly Clause[] = [
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
