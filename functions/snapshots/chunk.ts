import { deflateRawSync, inflateRawSync } from "node:zlib";
import { packColumns, unpackColumns, type Json, type PackedColumns } from "./columns.ts";

/** What a stored item of rows says about itself, and its columns. */
export interface Chunk<Head> {
  readonly head: Head;
  readonly rows: number;
  /** The key that its hashes were made with. */
  readonly keyVersion: number;
  readonly columns: ReadonlyMap<string, readonly Json[]>;
}

interface Envelope<Head> {
  readonly head: Head;
  readonly rows: number;
  readonly key: number;
  readonly hashed: readonly string[];
  readonly columns: PackedColumns["heads"];
  /** How many bytes of the columns follow the envelope. */
  readonly size: number;
}

const HASH_BYTES = 16;
const LENGTH_BYTES = 4;
/** Far above any chunk of ours: what inflates to more was never written by us. */
const MOST_INFLATED = 16 * 2 ** 20;
const NEXT = 0;

/** Hashes do not compress, so they lie beside the compressed part, each once; the column says "the next" or which earlier one. */
class HashList {
  readonly #places = new Map<string, number>();

  codeOf(cell: Json): Json {
    if (typeof cell !== "string") return cell;
    const known = this.#places.get(cell);
    if (known !== undefined) return known;
    this.#places.set(cell, this.#places.size + 1);
    return NEXT;
  }

  get bytes(): Uint8Array[] {
    return [...this.#places.keys()].map((hash) => Buffer.from(hash.slice(hash.indexOf(".") + 1), "base64url"));
  }
}

const lengthAnd = (bytes: Uint8Array): Uint8Array[] => {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return [length, bytes];
};

/** Columns as the bytes of one item; those named in `hashed` hold keyed hashes, nulls and objects alone. */
export function writeChunk<Head>(
  { head, rows, keyVersion, columns }: Chunk<Head>,
  hashed: readonly string[],
): Uint8Array {
  const hashes = new HashList();
  const coded = new Map(
    [...columns].map(([name, cells]) => [
      name,
      hashed.includes(name) ? cells.map((cell) => hashes.codeOf(cell)) : cells,
    ]),
  );
  const packed = packColumns(coded);
  const envelope: Envelope<Head> = {
    head,
    rows,
    key: keyVersion,
    hashed,
    columns: packed.heads,
    size: packed.bytes.length,
  };
  const plain = Buffer.concat([...lengthAnd(Buffer.from(JSON.stringify(envelope))), packed.bytes]);
  return Buffer.concat([...lengthAnd(deflateRawSync(plain, { level: 9 })), ...hashes.bytes]);
}

function open(body: string | Uint8Array): { envelope: Envelope<unknown>; bytes: Uint8Array; hashes: Buffer } {
  if (typeof body === "string") throw new Error("A chunk of rows is bytes, never text.");
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const end = LENGTH_BYTES + bytes.readUInt32LE(0);
  const plain = inflateRawSync(bytes.subarray(LENGTH_BYTES, end), { maxOutputLength: MOST_INFLATED });
  const start = LENGTH_BYTES + plain.readUInt32LE(0);
  const envelope = JSON.parse(plain.toString("utf8", LENGTH_BYTES, start)) as Envelope<unknown>;
  return { envelope, bytes: plain.subarray(start, start + envelope.size), hashes: bytes.subarray(end) };
}

/** What an item says about itself alone. */
export const readHead = (body: string | Uint8Array): unknown => open(body).envelope.head;

export function readChunk<Head>(body: string | Uint8Array): Chunk<Head> {
  const {
    envelope: { head, rows, key, hashed, columns: heads },
    bytes,
    hashes,
  } = open(body);
  const columns = unpackColumns({ heads, bytes }, rows);
  const texts = Array.from(
    { length: hashes.length / HASH_BYTES },
    (_, index) => `${key}.${hashes.toString("base64url", index * HASH_BYTES, (index + 1) * HASH_BYTES)}`,
  );
  let next = 0;
  const textOf = (cell: Json): Json => {
    if (typeof cell !== "number") return cell;
    const text = texts[cell === NEXT ? next : cell - 1] ?? null;
    if (cell === NEXT) next += 1;
    return text;
  };
  // In the order in which they were written: only then is "the next" the same one.
  for (const [name, cells] of columns) if (hashed.includes(name)) columns.set(name, cells.map(textOf));
  return { head: head as Head, rows, keyVersion: key, columns };
}
