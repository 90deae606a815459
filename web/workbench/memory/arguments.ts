import type { Area, GridCall, GridSheet } from "../grid.ts";
import { fullAddress, intersection, parseArea, splitSheet } from "../host/areas.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { structured, type SheetArea, type TableScope } from "./structured.ts";

/** What the arguments of a formula are read from. */
export interface ReferenceScope extends TableScope {
  readonly sheets: readonly GridSheet[];
  /** The sheet of the formula. */
  readonly sheetId: string;
  readonly names: ReadonlyMap<string, string>;
  readonly values: (sheetId: string, area: Area) => CellValue[][];
  readonly usedArea: (sheetId: string) => Area | undefined;
}

export interface ReadCall {
  readonly call: GridCall;
  /** The cells that the call reads. */
  readonly precedents: readonly SheetArea[];
}

type One = { readonly value: CellValue } | SheetArea;

/** The arguments of a call; an error's text where one cannot be read. */
export function readArguments(
  given: readonly (string | undefined)[],
  scope: ReferenceScope,
): ReadCall | { readonly error: string } {
  const values: (CellValue[][] | null)[] = [];
  const addresses: (string | undefined)[] = [];
  const precedents: SheetArea[] = [];
  for (const text of given) {
    const one = text === undefined ? undefined : readOne(text, scope);
    if (text !== undefined && one === undefined) return { error: text.includes("!") ? "#REF!" : "#NAME?" };
    if (one === undefined || "value" in one) {
      values.push(one ? [[one.value]] : null);
      addresses.push(undefined);
      continue;
    }
    const area = withinUsed(one, scope);
    precedents.push(one);
    values.push(scope.values(one.sheetId, area));
    addresses.push(fullAddress(scope.sheets.find(({ id }) => id === one.sheetId)?.name ?? "", area));
  }
  return { call: { arguments: values, addresses }, precedents };
}

function constant(text: string): CellValue | undefined {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return /^"((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"');
}

function readOne(text: string, scope: ReferenceScope): One | undefined {
  const value = constant(text);
  if (value !== undefined) return { value };
  const { sheet, rest } = splitSheet(text);
  const area = parseArea(rest);
  if (area) {
    const sheetId =
      sheet === undefined
        ? scope.sheetId
        : scope.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.id;
    return sheetId === undefined ? undefined : { sheetId, area };
  }
  const named = [...scope.names].find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1];
  return named === undefined ? structured(text, scope) : readOne(named, { ...scope, names: new Map() });
}

const WHOLE = 1_000_000;

/** A whole column reaches as far down as there is anything on the sheet. */
function withinUsed({ sheetId, area }: SheetArea, { usedArea }: ReferenceScope): Area {
  if (area.rows < WHOLE) return area;
  const used = usedArea(sheetId);
  return (used && intersection(area, { ...area, rows: used.top + used.rows })) ?? { ...area, rows: 1 };
}
