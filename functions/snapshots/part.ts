import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { digest } from "../hashing/hashing.ts";
import type { Json } from "./columns.ts";
import { readChunk, writeChunk, type Chunk } from "./chunk.ts";
import type { StoredRow } from "./stored-row.ts";

/** Well below what an item may hold. */
const MOST_BYTES = 300 * 1024;

export interface PartHead {
  /** Of the whole part as it was sent, reduced: the same content has the same digest. */
  readonly digest: string;
  readonly part: number;
  /** Which of the part's items this is. */
  readonly piece: number;
  /** How many rows of the part come before. */
  readonly first: number;
  /** Rows that have been erased, counted from 0 within the item; their cells are all blank. */
  readonly erased: readonly number[];
}

export type PartChunk = Chunk<PartHead>;

/** The columns whose cells are keyed hashes. */
const HASHED = ["childRef", "family"] as const satisfies readonly FieldId[];

export const digestOf = (rows: readonly StoredRow[]): string => digest(JSON.stringify(rows));

export const writePart = (chunk: PartChunk): Uint8Array => writeChunk(chunk, HASHED);
export const readPart = (body: string | Uint8Array): PartChunk => readChunk<PartHead>(body);

function columnsOf(rows: readonly StoredRow[], fields: readonly FieldId[]): ReadonlyMap<string, readonly Json[]> {
  return new Map(fields.map((id) => [id, rows.map((row) => row[id] ?? null)]));
}

/** The items that a part is stored as: one, unless its bytes are too many. */
export function piecesOf(
  rows: readonly StoredRow[],
  part: number,
  keyVersion: number,
  most = MOST_BYTES,
): Uint8Array[] {
  const fields = FIELD_IDS.filter((id) => rows.some((row) => row[id] !== undefined));
  const whole = digestOf(rows);
  const pieces: Uint8Array[] = [];
  const add = (from: number, to: number): void => {
    const head: PartHead = { digest: whole, part, piece: pieces.length, first: from, erased: [] };
    const body = writePart({ head, rows: to - from, keyVersion, columns: columnsOf(rows.slice(from, to), fields) });
    if (body.length <= most || to - from < 2) {
      pieces.push(body);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    add(from, middle);
    add(middle, to);
  };
  add(0, rows.length);
  return pieces;
}
