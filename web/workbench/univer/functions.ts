import { BooleanNumber } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  FormulaDataModel,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  NumberValueObject,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
  StringValueObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/preset-sheets-core";
import type { Grid, GridFunction } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { argumentAddress, argumentCells } from "./arguments.ts";
import type { Book } from "./book.ts";
import { keepCalls, type Result } from "./calls.ts";

const ERRORS: ReadonlyMap<string, ErrorType> = new Map([...ERROR_TYPE_SET].map((error) => [error, error]));

function valueObject(value: CellValue): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  const error = ERRORS.get(value);
  return error === undefined ? StringValueObject.create(value) : ErrorValueObject.create(error);
}

function resultObject(result: Result): BaseValueObject {
  const rows = result.map((row) => row.map(valueObject));
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  return (
    only ??
    ArrayValueObject.create({
      calculateValueList: rows,
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    })
  );
}

type Ask = (given: readonly FunctionVariantType[], cell: string) => Result;

/** Registered as one of Univer's own functions: those that its facade makes are told neither references nor their cell. */
class WorkbenchFunction extends BaseFunction {
  override needsReferenceObject = true;
  private readonly ask: Ask;

  constructor(name: string, ask: Ask) {
    super(name);
    this.ask = ask;
  }

  override calculate(...given: FunctionVariantType[]): BaseValueObject {
    try {
      return resultObject(this.ask(given, cellKey(this.subUnitId ?? "", this.row, this.column)));
    } catch {
      // One exception, and Univer leaves every formula of the workbook blank.
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

const cellKey = (sheetId: string, row: number, column: number): string => JSON.stringify([sheetId, row, column]);

/** A moment in which answers that come together are gathered into one calculation. */
const GATHERED = 30;

export interface Functions extends Pick<Grid, "register" | "recalculate"> {
  /** Called after each calculation. */
  readonly finish: () => void;
  /** Called when a table or the place of cells has changed. */
  readonly refresh: () => void;
  dispose(): void;
}

export function functionsOf(book: Book): Functions {
  const service = book.injector.get(IFunctionService);
  const formulaData = book.injector.get(FormulaDataModel);
  const known = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const calls = keepCalls(recalculateThose, (work) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, GATHERED);
    timers.add(timer);
  });
  const listening = book.commands.beforeCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id) calls.begin();
  });

  const nameOfSheet = (sheetId: string): string => book.facade.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  const formulaAt = (sheetId: string, row: number, column: number): string =>
    formulaData.getFormulaStringByCell(row, column, sheetId, book.id)?.toUpperCase() ?? "";

  /** Cells whose formulas have one of the texts. */
  function* using(texts: Iterable<string>): Iterable<{ sheetId: string; row: number; column: number }> {
    for (const [sheetId, rows] of Object.entries(formulaData.getFormulaData()[book.id] ?? {})) {
      for (const [row, cells] of Object.entries((rows ?? {}) as Record<string, object>)) {
        for (const column of Object.keys(cells)) {
          const formula = formulaAt(sheetId, Number(row), Number(column));
          if ([...texts].some((text) => formula.includes(text)))
            yield { sheetId, row: Number(row), column: Number(column) };
        }
      }
    }
  }

  function recalculateUsing(texts: readonly string[]): void {
    const dirtyRanges = [...using(texts)].map(({ sheetId, row, column }) => ({
      unitId: book.id,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    const nothing = {
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    };
    const clearDependencyTreeCache = {
      [book.id]: Object.fromEntries(dirtyRanges.map(({ sheetId }) => [sheetId, "1"])),
    };
    if (dirtyRanges.length === 0) return;
    const dirty = { dirtyRanges, forceCalculation: false, clearDependencyTreeCache, ...nothing };
    void book.commands.executeCommand(SetTriggerFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
  }

  function recalculateThose(names: ReadonlySet<string>): void {
    recalculateUsing([...names].map((name) => `${name}(`));
  }

  function register(functions: readonly GridFunction[]): void {
    for (const { name } of functions) known.add(`${name.toUpperCase()}(`);
    service.registerExecutors(
      ...functions.map(
        (fn) =>
          new WorkbenchFunction(fn.name.toUpperCase(), (given, cell) => {
            const call = {
              arguments: given.map(argumentCells),
              addresses: given.map((one) => argumentAddress(one, nameOfSheet)),
            };
            return calls.ask({ ...fn, name: fn.name.toUpperCase() }, call, cell);
          }),
      ),
    );
    book.injector
      .get(IDescriptionService)
      .registerDescriptions(
        functions.map(({ name, description, parameters }) => ({
          functionName: name.toUpperCase(),
          functionType: FunctionType.User,
          description,
          abstract: description,
          functionParameter: parameters.map((one) => ({
            name: one.name,
            detail: one.description,
            example: "",
            repeat: BooleanNumber.FALSE,
            require: one.isOptional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
          })),
        })),
      );
    // A formula that stood there before its function was known is kept by Univer as one that has none.
    service.deleteFormulaAstCacheKey(...functions.map(({ name }) => name.toUpperCase()));
    recalculateThose(new Set(functions.map(({ name }) => name.toUpperCase())));
  }

  return {
    register,
    refresh() {
      // Univer keeps the formulas that it has read, each with the table's range as it was then.
      service.deleteFormulaAstCacheKey("[");
      recalculateUsing(["[", ...known]);
    },
    recalculate() {
      calls.renew();
      book.api.getFormula().executeCalculation();
      recalculateUsing([...known]);
    },
    finish: () => {
      calls.finish((cell, name) => {
        const [sheetId, row, column] = JSON.parse(cell) as [string, number, number];
        return formulaAt(sheetId, row, column).includes(`${name}(`);
      });
    },
    dispose: () => {
      listening.dispose();
      calls.endAll();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
