import { checkText, whyText } from "../../addin/checking/check-values.ts";
import { rangeAddress } from "../../xlsx/addresses.ts";
import type { CellModel, SheetModel } from "../../xlsx/writing/model.ts";
import type { CheckedRow } from "../../rules/check.ts";
import { SHOWN_AS } from "../../rules/finding.ts";
import { STORED_CHECK, STORED_WHY } from "./add-in.ts";
import { HEADER_ROW } from "./columns.ts";
import { VERDICTS, type StyleName } from "./look.ts";

const CHECK_WIDTH = 16;
const WHY_WIDTH = 200;
/** Letters of prose are narrower than the digits that a width counts. */
const LETTERS = 225;
const GAP_WIDTH = 3;
/** In points. */
const LINE_HEIGHT = 15;

/** How many lines a text takes in the column "LP why". */
const linesOf = (text: string): number =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LETTERS)), 0);

/** Programs other than Excel leave a row one line high unless told. */
const heightsFor = (checked: readonly (CheckedRow | undefined)[]): Record<number, number> =>
  Object.fromEntries(checked.map((row, at) => [HEADER_ROW + 1 + at, linesOf(whyText(row)) * LINE_HEIGHT]));

/** The sheet with the check columns beside its table, a blank column between: a table cannot hold a formula that spills. */
export function withCheckColumns(
  sheet: SheetModel,
  table: string,
  checked: readonly (CheckedRow | undefined)[],
): SheetModel {
  const width = sheet.columns?.length ?? 0;
  const spill = (stored: string, shown: (row: CheckedRow | undefined) => string, style: StyleName): CellModel => ({
    formula: `${stored}(${table}[#Headers],${table}[#Data])`,
    spill: checked.map((row) => [shown(row)]),
    style,
  });
  const first = HEADER_ROW + 1;
  const beside = (row: number): readonly CellModel[] => {
    if (row < HEADER_ROW) return [];
    if (row === HEADER_ROW)
      return ["", { value: "LP check", style: "checkHeader" }, { value: "LP why", style: "checkHeader" }];
    if (row > first) return ["", { style: "text" }, { style: "wrapped" }];
    return ["", spill(STORED_CHECK, checkText, "text"), spill(STORED_WHY, whyText, "wrapped")];
  };
  const column = width + 1;
  const range = rangeAddress({ top: first, bottom: HEADER_ROW + checked.length, left: column, right: column });
  return {
    ...sheet,
    columns: [...(sheet.columns ?? []), { width: GAP_WIDTH }, { width: CHECK_WIDTH }, { width: WHY_WIDTH }],
    rowHeights: { ...heightsFor(checked), ...sheet.rowHeights },
    rows: sheet.rows.map((cells, row) => [...cells, ...beside(row)]),
    conditionalFormats: VERDICTS.map((verdict) => ({
      range,
      when: { kind: "equals", text: SHOWN_AS[verdict] },
      style: verdict,
    })),
  };
}
