import type { GridFunction } from "../../web/workbench/grid.ts";
import type { UniverGrid } from "../../web/workbench/univer/grid.ts";
import { area } from "../web/workbench/grid-contract/clause.ts";

/** What the grid of the workbench does besides what every grid keeps to. */
export interface UniverClause {
  readonly says: string;
  readonly holds: (grid: UniverGrid) => Promise<void>;
}

const SHEET = "sheet1";

async function soon(what: string, isSo: () => boolean): Promise<void> {
  for (
    const end = Date.now() + 3000;
    !isSo();
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    })
  ) {
    if (Date.now() > end) throw new Error(`Not within three seconds: ${what}.`);
  }
}

const fn = (name: string, start: GridFunction["start"]): GridFunction => ({
  name,
  description: "",
  parameters: [],
  start,
});
const nothing = (): void => undefined;

const value = (grid: UniverGrid, row: number, column: number): unknown => grid.values(SHEET, area(row, column))[0]?.[0];

function withTable(grid: UniverGrid, name: string): void {
  grid.write(SHEET, area(2, 0, 3, 2), [
    ["Ref", "Lead"],
    ["EX-1", "Hazel Example"],
    ["EX-2", "Rowan Example"],
  ]);
  grid.addTable(SHEET, area(2, 0, 3, 2), name);
}

export const univerClauses: readonly UniverClause[] = [
  {
    says: "a row that is typed below a table belongs to it, and its formulas see it",
    holds: async (grid) => {
      grid.register([fn("LP.ROWS", ({ arguments: [rows] }, answer) => (answer([[rows?.length ?? 0]]), nothing))]);
      withTable(grid, "Cases");
      grid.write(SHEET, area(0, 5), [["=LP.ROWS(Cases[#Data])"]]);
      await soon("two rows", () => value(grid, 0, 5) === 2);
      grid.write(SHEET, area(5, 0), [["EX-3"]]);
      await soon("three rows", () => value(grid, 0, 5) === 3 && grid.tables()[0]?.area.rows === 4);
    },
  },
  {
    says: "a row put in above takes the formula with it, and the table that it names",
    holds: async (grid) => {
      grid.register([fn("LP.WHERE", ({ addresses: [where] }, answer) => (answer([[where ?? ""]]), nothing))]);
      withTable(grid, "Cases");
      grid.write(SHEET, area(3, 5), [["=LP.WHERE(Cases[#Data])"]]);
      await soon("where it was", () => value(grid, 3, 5) === "Sheet1!A4:B5");
      grid.api.getActiveWorkbook()?.getActiveSheet().insertRowsBefore(0, 1);
      await soon("where it is", () => value(grid, 4, 5) === "Sheet1!A5:B6");
    },
  },
  {
    says: "a call is ended when its formula is changed or taken away, and not before",
    holds: async (grid) => {
      const open = new Set<unknown>();
      grid.register([
        fn("LP.OPEN", ({ arguments: [cells] }, answer) => {
          const call = cells?.[0]?.[0];
          open.add(call);
          answer([[`open ${String(call)}`]]);
          return () => open.delete(call);
        }),
      ]);
      grid.write(SHEET, area(0, 0, 1, 2), [["a", "=LP.OPEN(A1)"]]);
      await soon("a is open", () => value(grid, 0, 1) === "open a" && open.has("a"));
      grid.write(SHEET, area(0, 0), [["b"]]);
      await soon("only b is open", () => value(grid, 0, 1) === "open b" && open.size === 1 && open.has("b"));
      grid.write(SHEET, area(0, 0), [["b"]]);
      await new Promise((resolve) => {
        setTimeout(resolve, 400);
      });
      if (!open.has("b")) throw new Error("It was ended by a calculation that asked for it again.");
      grid.write(SHEET, area(0, 1), [[""]]);
      await soon("none is open", () => open.size === 0);
    },
  },
  {
    says: "a function that fails is an error in its own cell only",
    holds: async (grid) => {
      grid.register([
        fn("LP.FAILS", () => {
          throw new Error("It fails.");
        }),
        fn("LP.WORKS", (_, answer) => (answer([["works"]]), nothing)),
      ]);
      grid.write(SHEET, area(0, 0, 1, 2), [["=LP.FAILS()", "=LP.WORKS()"]]);
      await soon("both", () => value(grid, 0, 0) === "#VALUE!" && value(grid, 0, 1) === "works");
    },
  },
  {
    says: "a formula goes on showing what it showed until there is an answer to its new cells",
    holds: async (grid) => {
      const answers: (() => void)[] = [];
      grid.register([
        fn("LP.SLOW", ({ arguments: [cells] }, answer) => {
          answers.push(() => {
            answer([[`for ${String(cells?.[0]?.[0])}`]]);
          });
          return nothing;
        }),
      ]);
      grid.write(SHEET, area(0, 0, 1, 2), [["a", "=LP.SLOW(A1)"]]);
      await soon("asked", () => answers.length === 1 && value(grid, 0, 1) === "#BUSY!");
      answers[0]?.();
      await soon("answered", () => value(grid, 0, 1) === "for a");
      grid.write(SHEET, area(0, 0), [["b"]]);
      await soon("asked again", () => answers.length === 2);
      if (value(grid, 0, 1) !== "for a") throw new Error(`It shows ${String(value(grid, 0, 1))}.`);
      answers[1]?.();
      await soon("answered anew", () => value(grid, 0, 1) === "for b");
    },
  },
  {
    says: "a formula is one edit, and a table may have a sheet's name",
    holds: async (grid) => {
      const edits: unknown[] = [];
      grid.listen((event) => {
        if (event.kind === "edited") edits.push(event);
      });
      grid.write(SHEET, area(0, 0), [["=1+1"]]);
      await soon("calculated", () => value(grid, 0, 0) === 2);
      if (edits.length !== 1) throw new Error(`${edits.length} edits were told.`);
      withTable(grid, "Sheet1");
      if (grid.tables()[0]?.name !== "Sheet1") throw new Error("The table has another name.");
    },
  },
];
