import type { Context } from "./excel.ts";
import { CHECK_DATE_NAME, POLICY_NAME } from "../../rules/workbook/named-value.ts";
import { fold } from "../../rules/text.ts";
import { loadName, meaningOf, type NameMeaning } from "./names.ts";
import { loadSetting, storedIn } from "./document-settings.ts";
import type { StoredChoices } from "./stored-choices.ts";

export interface TableEntry {
  readonly id: string;
  readonly name: string;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly tables: readonly TableEntry[];
}

const isOurs = (name: string): boolean => ["practitioners", "policy"].includes(fold(name));

/** Whether a sheet may hold the register or the council's own policy by its name; those count on a hidden sheet too. */
export const mayHoldOurTables = ({ name, tables }: SheetEntry): boolean =>
  isOurs(name) || tables.some((table) => isOurs(table.name));

/** What there is in a workbook, before any sheet is read. */
export interface Inventory {
  readonly sheets: readonly SheetEntry[];
  readonly activeSheetId: string;
  readonly stored: StoredChoices;
  readonly checkDate: NameMeaning;
  readonly policy: NameMeaning;
  readonly date1904: boolean;
}

/** What DATE(2000,1,1) comes to in a workbook that counts days from 1904. */
const SERIAL_1904 = 35_064;

/**
 * Asks Excel for the first day of 2000. Office.js does not tell how a workbook counts days, but its own DATE counts
 * as the workbook does; it reads nothing and changes nothing. Any other answer than that of 1904 means 1900.
 */
export const loadEpoch = ({ workbook }: Context): Excel.FunctionResult<number> =>
  workbook.functions.date(2000, 1, 1).load("value");

export const is1904 = ({ value }: Excel.FunctionResult<number>): boolean => value === SERIAL_1904;

/** One round trip, whatever the number of sheets and tables. */
export async function takeInventory(context: Context): Promise<Inventory> {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  tables.load("items/id,items/name,items/showHeaders,items/showTotals,items/worksheet/id");
  const active = worksheets.getActiveWorksheet().load("id");
  const setting = loadSetting(context);
  const names = [loadName(context, CHECK_DATE_NAME), loadName(context, POLICY_NAME)] as const;
  const epoch = loadEpoch(context);
  await context.sync();

  const tablesOn = (sheetId: string): TableEntry[] =>
    tables.items
      .filter(({ worksheet }) => worksheet.id === sheetId)
      .map(({ id, name, showHeaders, showTotals }) => ({ id, name, hasHeader: showHeaders, hasTotals: showTotals }));
  const date1904 = is1904(epoch);
  const [checkDate, policy] = names.map((name) => meaningOf(name, date1904)) as [NameMeaning, NameMeaning];
  return {
    sheets: worksheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      isVisible: visibility === "Visible",
      tables: tablesOn(id),
    })),
    activeSheetId: active.id,
    stored: storedIn(setting),
    checkDate,
    policy,
    date1904,
  };
}
