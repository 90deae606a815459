import { unzipSync } from "fflate";
import { cellKey, parseCell } from "../../../xlsx/addresses.ts";
import { patchWorkbook } from "../../../xlsx/patch-workbook.ts";
import type { CellPatch, WorkbookPatch } from "../../../xlsx/patching/patch.ts";
import { packedBytes, readDirectory } from "../../../xlsx/reading/zip-directory.ts";
import type { CellValue, Workbook } from "../../../xlsx/workbook.ts";
import { read } from "../fixtures.ts";

/** The key of a cell by its address. */
export function at(address: string): number {
  const cell = parseCell(address);
  if (!cell) throw new Error(`${address} is no address.`);
  return cellKey(cell.row, cell.column);
}

export const cells = (given: Readonly<Record<string, CellPatch>>): ReadonlyMap<number, CellPatch> =>
  new Map(Object.entries(given).map(([address, patch]) => [at(address), patch]));

export const holding = (value: CellValue): CellPatch => ({ content: { kind: "value", value } });

/** A patch of cells of one sheet. */
export const onSheet = (sheet: string, given: Readonly<Record<string, CellPatch>>): WorkbookPatch => ({
  sheets: new Map([[sheet, { cells: cells(given) }]]),
});

export interface Patched {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly part: (path: string) => string;
  /** The parts that are not the same to the byte, packed: changed, added or gone. */
  readonly otherParts: readonly string[];
}

export function patched(before: Uint8Array, patch: WorkbookPatch): Patched {
  const bytes = patchWorkbook(before, patch);
  if ("refused" in bytes) throw new Error(bytes.refused.join(" "));
  const parts = unzipSync(bytes);
  return {
    bytes,
    workbook: read(bytes),
    part: (path) => Buffer.from(parts[path] ?? new Uint8Array()).toString("utf8"),
    otherParts: otherParts(before, bytes),
  };
}

/** The sentences for a patch that is meant to be refused. */
export function refusedFor(before: Uint8Array, patch: WorkbookPatch): readonly string[] {
  const result = patchWorkbook(before, patch);
  if (!("refused" in result)) throw new Error("The patch was made.");
  return result.refused;
}

export function otherParts(before: Uint8Array, after: Uint8Array): string[] {
  const [was, is] = [readDirectory(before), readDirectory(after)];
  const packed = (bytes: Uint8Array, entry: Parameters<typeof packedBytes>[1] | undefined): string =>
    entry ? Buffer.from(packedBytes(bytes, entry)).toString("base64") : "";
  return [...new Map([...was, ...is])].flatMap(([key, { path }]) =>
    packed(before, was.get(key)) === packed(after, is.get(key)) ? [] : [path],
  );
}
