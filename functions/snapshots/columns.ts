/** What a stored column may hold. Numbers are whole. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A column's distinct values: the numbers apart, in order, each as the step from the one before. */
type ColumnHead = readonly [name: string, others: readonly Json[], steps: readonly number[]];

export interface PackedColumns {
  readonly heads: readonly ColumnHead[];
  /** For each column a byte a row that names its value, or two where it has more than 256. */
  readonly bytes: Uint8Array;
}

const ONE_BYTE = 256;

/** Objects are told apart by their text; the NUL keeps them from any text that says the same. */
const identity = (cell: Json): unknown =>
  typeof cell === "object" && cell !== null ? `\0${JSON.stringify(cell)}` : cell;

function packColumn(name: string, cells: readonly Json[]): { head: ColumnHead; bytes: Uint8Array } {
  const others = new Map<unknown, Json>();
  const numbers = new Set<number>();
  for (const cell of cells) {
    if (typeof cell === "number") numbers.add(cell);
    else if (!others.has(identity(cell))) others.set(identity(cell), cell);
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const places = new Map([...others.keys(), ...sorted].map((key, place) => [key, place]));
  const isWide = places.size > ONE_BYTE;
  // Low bytes first, then high bytes: each plane compresses better by itself.
  const bytes = new Uint8Array(cells.length * (isWide ? 2 : 1));
  cells.forEach((cell, row) => {
    const place = places.get(identity(cell)) ?? 0;
    bytes[row] = place % ONE_BYTE;
    if (isWide) bytes[cells.length + row] = Math.floor(place / ONE_BYTE);
  });
  return {
    head: [name, [...others.values()], sorted.map((number, index) => number - (sorted[index - 1] ?? 0))],
    bytes,
  };
}

/** Columns of equal length as small dictionaries and bytes that name their values. */
export function packColumns(columns: ReadonlyMap<string, readonly Json[]>): PackedColumns {
  const packed = [...columns].map(([name, cells]) => packColumn(name, cells));
  return { heads: packed.map(({ head }) => head), bytes: Buffer.concat(packed.map(({ bytes }) => bytes)) };
}

export function unpackColumns({ heads, bytes }: PackedColumns, rows: number): Map<string, Json[]> {
  const columns = new Map<string, Json[]>();
  let at = 0;
  for (const [name, others, steps] of heads) {
    let last = 0;
    const values: readonly Json[] = [...others, ...steps.map((step) => (last += step))];
    const isWide = values.length > ONE_BYTE;
    const start = at;
    at += rows * (isWide ? 2 : 1);
    const placeOf = (row: number): number =>
      Number(bytes[start + row]) + (isWide ? Number(bytes[start + rows + row]) * ONE_BYTE : 0);
    columns.set(
      name,
      Array.from({ length: rows }, (_, row) => values[placeOf(row)] ?? null),
    );
  }
  return columns;
}
