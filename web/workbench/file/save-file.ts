import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import type { AddInModel, NameModel, SheetModel, WorkbookModel } from "../../../xlsx/writing/model.ts";
import { SAVED_STYLES } from "./saved-look.ts";
import { sheetModel, type SavedGrid } from "./save-sheet.ts";
import { storedFunctions } from "./stored-formulas.ts";

type AddIn = Pick<AddInModel, "id" | "version">;

/** What stands in the grid as a new .xlsx file; throws a sentence for what Excel would not take. */
export const saveFile = (grid: SavedGrid, addIn: AddIn): Uint8Array => writeWorkbook(modelOf(grid, addIn));

function modelOf(grid: SavedGrid, addIn: AddIn): WorkbookModel {
  const sheets = grid.sheets().map((sheet) => sheetModel(grid, sheet));
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const functions = new Set(
    cells.flatMap((cell) => (typeof cell === "object" && "formula" in cell ? storedFunctions(cell.formula) : [])),
  );
  return {
    sheets,
    styles: SAVED_STYLES,
    names: namesOf(grid, sheets),
    ...(functions.size + grid.settings.size > 0
      ? { addIn: { ...addIn, customFunctionIds: [...functions].sort(), settings: grid.settings } }
      : {}),
  };
}

/** Excel keeps names that begin with "_xlnm." for itself, and would repair a file whose name stands for a lost reference. */
function namesOf(grid: SavedGrid, sheets: readonly SheetModel[]): NameModel[] {
  const taken = new Set(sheets.flatMap(({ tables = [] }) => tables.map(({ name }) => name.toLowerCase())));
  return [...grid.names()].flatMap(([name, formula]) =>
    /^_xlnm\./i.test(name) || formula.trim() === "" || formula.includes("#REF!") || taken.has(name.toLowerCase())
      ? []
      : [{ name, formula }],
  );
}
