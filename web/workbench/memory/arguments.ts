import type { Area, GridCall, GridSheet } from "../grid.ts";
import { fullAddress, intersection, parseArea, splitSheet } from "../host/areas.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { structured, type Found, type TableSight } from "./structured.ts";

/** What the arguments of a formula are read from. */
export interface Sight extends TableSight {
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
  readonly precedents: readonly Found[];
}

type One = { readonly value: CellValue } | Found;

/** The arguments of a call; an error's text where one cannot be read. */
export function readArguments(
  given: readonly (string | undefined)[],
  sight: Sight,
): ReadCall | { readonly error: string } {
  const values: (CellValue[][] | null)[] = [];
  const addresses: (string | undefined)[] = [];
  const precedents: Found[] = [];
  for (const text of given) {
    const one = text === undefined ? undefined : readOne(text, sight);
    if (text !== undefined && one === undefined) return { error: text.includes("!") ? "#REF!" : "#NAME?" };
    if (one === undefined || "value" in one) {
      values.push(one ? [[one.value]] : null);
      addresses.push(undefined);
      continue;
    }
    const area = withinUsed(one, sight);
    precedents.push(one);
    values.push(sight.values(one.sheetId, area));
    addresses.push(fullAddress(sight.sheets.find(({ id }) => id === one.sheetId)?.name ?? "", area));
  }
  return { call: { arguments: values, addresses }, precedents };
}

function constant(text: string): CellValue | undefined {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return /^"((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"');
}

function readOne(text: string, sight: Sight): One | undefined {
  const value = constant(text);
  if (value !== undefined) return { value };
  const { sheet, rest } = splitSheet(text);
  const area = parseArea(rest);
  if (area) {
    const sheetId =
      sheet === undefined
        ? sight.sheetId
        : sight.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.id;
    return sheetId === undefined ? undefined : { sheetId, area };
  }
  const named = [...sight.names].find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1];
  return named === undefined ? structured(text, sight) : readOne(named, { ...sight, names: new Map() });
}

const WHOLE = 1_000_000;

/** A whole column reaches as far down as there is anything on the sheet. */
function withinUsed({ sheetId, area }: Found, { usedArea }: Sight): Area {
  if (area.rows < WHOLE) return area;
  const used = usedArea(sheetId);
  return (used && intersection(area, { ...area, rows: used.top + used.rows })) ?? { ...area, rows: 1 };
}
