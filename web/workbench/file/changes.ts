import type { Move } from "../../../xlsx/formulas/moved.ts";
import { addInFunctions } from "../../../xlsx/formulas/function-names.ts";
import type {
  AddInPatch,
  CellPatch,
  NewSheet,
  NewTable,
  SheetPatch,
  WorkbookPatch,
} from "../../../xlsx/patching/patch.ts";
import type { AddInModel } from "../../../xlsx/writing/model.ts";
import type { GridSheet, GridTable } from "../grid.ts";
import { layoutChanges } from "./layout-changes.ts";
import { SHIFT_1904, type Opened, type OpenedSheet } from "./open-file.ts";
import type { AsOpened, Layout, SavedGrid } from "./saved-grid.ts";
import { cellChanges, type CellChanges, type ComparedSheet } from "./sheet-changes.ts";
import { movedLayout, movedText, withoutUndone, type NamedMoves } from "./sheet-moves.ts";
import { newTables, tableChanges } from "./table-changes.ts";

/** What has become of a file since it was opened; or why it cannot be written into the file, one sentence each. */
export type Changes = { readonly patch: WorkbookPatch } | { readonly problems: readonly string[] };

interface KeptSheet {
  readonly sheet: GridSheet;
  readonly file: OpenedSheet;
  readonly layout: Layout;
  readonly moves: readonly Move[];
}

type AddIn = Pick<AddInModel, "id" | "version">;

export function changesOf(opened: Opened, before: AsOpened, grid: SavedGrid, addIn: AddIn): Changes {
  const now = grid.sheets();
  const moves = withoutUndone(grid.moves());
  const kept = before.sheetIds.flatMap((id, at): KeptSheet[] => {
    const sheet = now.find((one) => one.id === id);
    const file = opened.sheets[at];
    const layout = before.layouts[at];
    const own = moves
      .filter(({ sheetId }) => sheetId === id)
      .map(({ axis, at: place, count }) => ({ axis, at: place, count }));
    return sheet && file && layout ? [{ sheet, file, layout, moves: own }] : [];
  });
  const named: NamedMoves = kept.flatMap(({ file, moves: own }) => own.map((move) => ({ sheet: file.name, move })));
  const added = now.filter(({ id }) => !before.sheetIds.includes(id));
  const compared: readonly ComparedSheet[] = [
    ...kept.map(({ sheet: { id, name }, file, moves: own }) => ({ id, name, file, moves: own })),
    ...added.map(({ id, name }) => ({ id, name, file: undefined, moves: [] })),
  ];
  const { styles, date1904 } = opened;
  const cells = new Map<string, CellChanges>(
    compared.map((sheet) => [sheet.id, cellChanges(grid, sheet, { styles, date1904, moves: named })]),
  );
  const tables = tableChanges(before, grid, opened, moves);
  const problems = [...tables.problems, ...[...cells.values()].flatMap((one) => one.problems)];
  if (problems.length > 0) return { problems };

  const sheets = new Map(
    kept.flatMap(({ sheet, file, layout, moves: own }) => {
      const patch: SheetPatch = {
        cells: cells.get(sheet.id)?.cells ?? new Map<number, CellPatch>(),
        ...(own.length > 0 ? { moves: own } : {}),
        ...layoutChanges(movedLayout(layout, own), grid.layout(sheet.id)),
        ...tables.of(sheet.id),
        ...(sheet.name === file.name ? {} : { name: sheet.name }),
        ...(sheet.isVisible === (file.visibility === "visible")
          ? {}
          : { visibility: sheet.isVisible ? "visible" : "hidden" }),
      };
      return isNothing(patch) ? [] : [[file.name, patch] as const];
    }),
  );
  const patch: WorkbookPatch = {
    sheets,
    newSheets: added.map((sheet) => newSheet(grid, sheet, cells.get(sheet.id))),
    removedSheets: new Set(
      before.sheetIds.flatMap((id, at) => (now.some((one) => one.id === id) ? [] : [opened.sheets[at]?.name ?? ""])),
    ),
    names: namesChanged(movedNames(before.names, named), grid.names(), opened.date1904),
    ...addInChanges(before.settings, grid, cells, addIn),
  };
  return { patch: isUnchanged(patch) ? {} : withResults(patch, kept, cells, opened) };
}

const isNothing = ({ cells, ...rest }: SheetPatch): boolean =>
  (cells?.size ?? 0) === 0 && Object.keys(rest).length === 0;

const isUnchanged = ({ sheets, newSheets, removedSheets, names, addIn }: WorkbookPatch): boolean =>
  (sheets?.size ?? 0) + (newSheets?.length ?? 0) + (removedSheets?.size ?? 0) + (names?.size ?? 0) === 0 && !addIn;

/** Where anything was changed, formulas are given the results that they have now. */
function withResults(
  patch: WorkbookPatch,
  kept: readonly KeptSheet[],
  changes: ReadonlyMap<string, CellChanges>,
  { formulasAsValues }: Opened,
): WorkbookPatch {
  const sheets = new Map(patch.sheets);
  for (const { sheet, file } of kept) {
    const results = changes.get(sheet.id)?.results;
    if (!results || results.size === 0) continue;
    const before = sheets.get(file.name);
    sheets.set(file.name, { ...before, cells: new Map([...results, ...(before?.cells ?? [])]) });
  }
  const needsExcel = formulasAsValues > 0 || [...changes.values()].some((one) => one.needsExcel);
  return { ...patch, sheets, ...(needsExcel ? { isRecalculated: true } : {}) };
}

function newSheet(grid: SavedGrid, { id, name, isVisible }: GridSheet, changes: CellChanges | undefined): NewSheet {
  const { columnWidths } = layoutChanges(
    { merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), columnWidths: new Map() },
    grid.layout(id),
  );
  const tables: readonly NewTable[] = newTables(
    grid,
    grid.tables().filter((table: GridTable) => table.sheetId === id),
  );
  return {
    name,
    cells: new Map([...(changes?.results ?? []), ...(changes?.cells ?? [])]),
    newTables: tables,
    ...(columnWidths === undefined ? {} : { columnWidths }),
    ...(isVisible ? {} : { visibility: "hidden" as const }),
  };
}

/** Names of cells read otherwise when those have moved. */
const movedNames = (names: ReadonlyMap<string, string>, moves: NamedMoves): ReadonlyMap<string, string> =>
  new Map([...names].map(([name, formula]) => [name, movedText(formula, undefined, moves)]));

function namesChanged(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  date1904: boolean,
): ReadonlyMap<string, string | undefined> {
  const changed = new Map<string, string | undefined>();
  for (const name of before.keys()) if (!now.has(name)) changed.set(name, undefined);
  for (const [name, formula] of now) {
    if (before.get(name) === formula || formula.trim() === "" || /^_xlnm\./i.test(name)) continue;
    const isDay = /^LP_CheckDate$/i.test(name) && /^\d+$/.test(formula);
    changed.set(name, date1904 && isDay ? String(Number(formula) - SHIFT_1904) : formula);
  }
  return changed;
}

/** The add-in's own part: what it keeps in the file, and which of its functions formulas call that are new. */
function addInChanges(
  before: ReadonlyMap<string, string>,
  { settings: now }: SavedGrid,
  changes: ReadonlyMap<string, CellChanges>,
  addIn: AddIn,
): { readonly addIn?: AddInPatch } {
  const settings = new Map<string, string | undefined>();
  for (const key of before.keys()) if (!now.has(key)) settings.set(key, undefined);
  for (const [key, value] of now) if (before.get(key) !== value) settings.set(key, value);
  const formulas = [...changes.values()].flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ content }) => (content?.kind === "formula" ? [content.formula] : [])),
  );
  const customFunctionIds = [...new Set(formulas.flatMap(addInFunctions))].sort();
  return settings.size + customFunctionIds.length > 0 ? { addIn: { ...addIn, settings, customFunctionIds } } : {};
}
