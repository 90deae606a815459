import type { Area, GridTable } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";

/** What a structured reference needs to be found. */
export interface TableScope {
  readonly tables: readonly GridTable[];
  readonly headersOf: (table: GridTable) => readonly CellValue[];
  /** The row of the formula, for `[#This Row]`. */
  readonly row: number;
  /** The table in which the formula itself stands, whose name may be left out. */
  readonly own: GridTable | undefined;
}

export interface SheetArea {
  readonly sheetId: string;
  readonly area: Area;
}

type Part = "headers" | "data" | "totals" | "all" | "row";

const PARTS: Readonly<Record<string, Part>> = {
  "#headers": "headers",
  "#data": "data",
  "#totals": "totals",
  "#all": "all",
  "#this row": "row",
};

/** Reads `Cases`, `Cases[#Headers]`, `Cases[Lead]`, `Cases[[#Data],[Lead]:[Team]]`, `[@Lead]`; undefined if it is none, or there is no such table or column. */
export function structured(text: string, scope: TableScope): SheetArea | undefined {
  const [, name = "", inner] = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)?(?:\[(.*)\])?$/su.exec(text) ?? [];
  if (name === "" && inner === undefined) return undefined;
  const table = name === "" ? scope.own : scope.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) return undefined;
  const wanted = inner === undefined || inner === "" ? { parts: [], columns: undefined } : readInner(inner);
  const rows = wanted && rowsOf(table, wanted.parts, scope.row);
  const columns = wanted && columnsOf(table, wanted.columns, scope.headersOf(table));
  return rows && columns ? { sheetId: table.sheetId, area: { ...rows, ...columns } } : undefined;
}

interface TableParts {
  readonly parts: readonly Part[];
  /** The first and the last column. */
  readonly columns: readonly [string, string] | undefined;
}

function readInner(inner: string): TableParts | undefined {
  if (inner.startsWith("@")) {
    const columns = inner === "@" ? undefined : readColumns(inner.slice(1));
    return inner === "@" || columns ? { parts: ["row"], columns } : undefined;
  }
  const part = PARTS[inner.trim().toLowerCase()];
  if (part) return { parts: [part], columns: undefined };
  if (!inner.startsWith("[")) return { parts: [], columns: [inner, inner] };
  const pieces = inner.split(/\s*,\s*(?=\[)/);
  const parts: Part[] = [];
  let columns: TableParts["columns"];
  for (const piece of pieces) {
    const named = PARTS[piece.slice(1, -1).trim().toLowerCase()];
    if (named) parts.push(named);
    else if (columns || !(columns = readColumns(piece))) return undefined;
  }
  return { parts, columns };
}

/** `Lead`, `[Lead professional]` or `[Lead]:[Team]`. */
function readColumns(text: string): readonly [string, string] | undefined {
  const both = /^\[([^\]]+)\]:\[([^\]]+)\]$/.exec(text);
  if (both) return [both[1] ?? "", both[2] ?? ""];
  const one = /^\[([^\]]+)\]$/.exec(text)?.[1] ?? (/[[\]]/.test(text) ? undefined : text);
  return one === undefined ? undefined : [one, one];
}

function rowsOf(
  { area, hasHeader, hasTotals }: GridTable,
  parts: readonly Part[],
  row: number,
): Pick<Area, "top" | "rows"> | undefined {
  const body = { top: area.top + Number(hasHeader), rows: area.rows - Number(hasHeader) - Number(hasTotals) };
  const spans = (parts.length > 0 ? parts : (["data"] as const)).map((part): Pick<Area, "top" | "rows"> | undefined => {
    if (part === "all") return { top: area.top, rows: area.rows };
    if (part === "headers") return hasHeader ? { top: area.top, rows: 1 } : undefined;
    if (part === "totals") return hasTotals ? { top: area.top + area.rows - 1, rows: 1 } : undefined;
    if (part === "row") return row >= body.top && row < body.top + body.rows ? { top: row, rows: 1 } : undefined;
    return body;
  });
  if (spans.some((span) => span === undefined)) return undefined;
  const known = spans as Pick<Area, "top" | "rows">[];
  const top = Math.min(...known.map((span) => span.top));
  return { top, rows: Math.max(...known.map((span) => span.top + span.rows)) - top };
}

function columnsOf(
  { area }: GridTable,
  wanted: TableParts["columns"],
  headers: readonly CellValue[],
): Pick<Area, "left" | "columns"> | undefined {
  if (!wanted) return { left: area.left, columns: area.columns };
  const [first, last] = wanted.map((name) =>
    headers.findIndex((header) => String(header).toLowerCase() === unescaped(name).toLowerCase()),
  ) as [number, number];
  if (first < 0 || last < 0) return undefined;
  const left = Math.min(first, last);
  return { left: area.left + left, columns: Math.abs(last - first) + 1 };
}

/** Within a structured reference an apostrophe stands before a bracket, "#", "@" or another apostrophe. */
const unescaped = (name: string): string => name.replaceAll(/'(.)/g, "$1");
