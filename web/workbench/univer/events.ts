import {
  ObjectMatrix,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IRange,
  type Nullable,
} from "@univerjs/core";
import {
  FormulaCalculationSessionService,
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/preset-sheets-core";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableMutation } from "@univerjs/preset-sheets-table";
import type { Area, GridEvent } from "../grid.ts";
import { areaOf } from "./areas.ts";
import type { Book } from "./book.ts";

interface Params {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
  readonly selections?: readonly { readonly range: IRange }[];
  readonly from?: { readonly subUnitId: string; readonly value: Record<number, Record<number, Nullable<ICellData>>> };
  readonly to?: Params["from"];
  readonly sourceRange?: IRange;
  readonly targetRange?: IRange;
}

const SHEETS: readonly string[] = [
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetHideMutation,
].map(({ id }) => id);
const TABLES: readonly string[] = [AddSheetTableMutation.id, DeleteSheetTableMutation.id, SetSheetTableMutation.id];
const STRUCTURE: ReadonlyMap<string, { readonly kind: "rows" | "columns"; readonly what: "inserted" | "deleted" }> =
  new Map([
    [InsertRowMutation.id, { kind: "rows", what: "inserted" }],
    [RemoveRowMutation.id, { kind: "rows", what: "deleted" }],
    [InsertColMutation.id, { kind: "columns", what: "inserted" }],
    [RemoveColMutation.id, { kind: "columns", what: "deleted" }],
  ]);

const extent = (cells: Record<number, Record<number, Nullable<ICellData>>>): Area | undefined => {
  const range = new ObjectMatrix(cells).getDataRange();
  return range.endRow < 0 ? undefined : areaOf(range);
};

/** The cells whose contents change, leaving out those that only get another look. */
function withContents(cells: NonNullable<Params["cellValue"]>): NonNullable<Params["cellValue"]> {
  const kept: NonNullable<Params["cellValue"]> = {};
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(columns)) {
      if (!cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell)
        (kept[Number(row)] ??= {})[Number(column)] = cell;
    }
  }
  return kept;
}

const edited = (sheetId: string, area: Area | undefined): GridEvent[] =>
  area ? [{ kind: "edited", sheetId, area }] : [];

/** What a change to Univer's model is for whoever uses the grid. */
function eventsOf({ id, params: given }: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): GridEvent[] {
  const params = (given ?? {}) as Params;
  const sheetId = params.subUnitId ?? "";
  if (SHEETS.includes(id)) return [{ kind: "sheets" }];
  if (TABLES.includes(id)) return [{ kind: "tables" }];
  const structure = STRUCTURE.get(id);
  if (structure && params.range) return [{ ...structure, sheetId, area: areaOf(params.range) }];
  switch (id) {
    case SetRangeValuesMutation.id:
      return options?.fromFormula || !params.cellValue ? [] : edited(sheetId, extent(withContents(params.cellValue)));
    case MoveRangeMutation.id:
      return [params.from, params.to].flatMap((side) => (side ? edited(side.subUnitId, extent(side.value)) : []));
    case ReorderRangeMutation.id:
      return params.range ? edited(sheetId, areaOf(params.range)) : [];
    case MoveRowsMutation.id:
    case MoveColsMutation.id: {
      const [from, to] = [params.sourceRange, params.targetRange];
      const kind = id === MoveRowsMutation.id ? "rows" : "columns";
      return from && to
        ? [
            { kind, what: "deleted", sheetId, area: areaOf(from) },
            { kind, what: "inserted", sheetId, area: areaOf(to) },
          ]
        : [];
    }
    case SetSelectionsOperation.id: {
      const range = params.selections?.at(-1)?.range;
      return range ? [{ kind: "selected", sheetId, area: areaOf(range) }] : [];
    }
    default:
      return [];
  }
}

/** Tells of everything that happens in the workbook. */
export function watchBook(book: Book, tell: (event: GridEvent) => void): () => void {
  const commands = book.commands.onCommandExecuted((command, options) => {
    const { unitId } = (command.params ?? {}) as Params;
    if (unitId === undefined || unitId === book.id) for (const event of eventsOf(command, options)) tell(event);
  });
  const results = book.injector.get(FormulaCalculationSessionService).resultApplied$.subscribe((result) => {
    const { unitData, arrayFormulaCellData } = result as {
      unitData?: Record<string, object | undefined>;
      arrayFormulaCellData?: Record<string, object | undefined>;
    };
    const sheets = new Set([unitData, arrayFormulaCellData].flatMap((data) => Object.keys(data?.[book.id] ?? {})));
    for (const sheetId of sheets) tell({ kind: "calculated", sheetId });
  });
  return () => {
    commands.dispose();
    results.unsubscribe();
  };
}
