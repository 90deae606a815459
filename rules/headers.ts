import { FIELD_IDS, FIELDS, type FieldId } from "./fields.ts";
import type { Cell } from "./read.ts";
import { clean, fold, nearest } from "./text.ts";

/** Which column (counted from 0) holds which field, and what a person should look at before relying on it. */
export interface Mapping {
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Headers one or two letters away from a known one: offered, never applied. */
  readonly suggestions: readonly { readonly column: number; readonly header: string; readonly field: FieldId }[];
  /** Further columns that would map to a field already taken: the first (or exact) one is used. */
  readonly clashes: readonly { readonly column: number; readonly header: string; readonly field: FieldId }[];
  /** Headers that belong to no field: their cells are never read. */
  readonly unmapped: readonly string[];
}

/** Folded header -> key of a table of columns; the exact headers apart from the aliases. */
export function headerIndex<Key extends string>(
  table: Readonly<Record<Key, { header: string; aliases: readonly string[] }>>,
) {
  const keys = Object.keys(table) as Key[];
  const exact = new Map(keys.map((key) => [fold(table[key].header), key]));
  const alias = new Map(keys.flatMap((key) => table[key].aliases.map((name): [string, Key] => [fold(name), key])));
  return { exact, alias };
}

const INDEX = headerIndex(FIELDS);
const KNOWN: readonly (readonly [string, FieldId])[] = [...INDEX.exact, ...INDEX.alias];

/** The text of a header cell; "" for blanks, numbers and errors, which are no headers. */
export const headerText = (cell: Cell): string => (typeof cell === "string" ? clean(cell) : "");

/**
 * Maps a sheet's headers to fields: the template's own header first, then an alias. What a person has chosen
 * (`chosen`: header -> field, or null for "leave it out") counts before both.
 */
export function mapHeaders(headers: readonly Cell[], chosen: ReadonlyMap<string, FieldId | null> = new Map()): Mapping {
  const columns = new Map<FieldId, number>();
  const clashes: Mapping["clashes"][number][] = [];
  const left = new Map<number, string>();
  const chosenByFold = new Map(
    [...chosen]
      .map(([header, field]): [string, FieldId | null] => [fold(header), field])
      .filter(([folded]) => folded !== ""),
  );
  headers.forEach((cell, column) => {
    if (fold(headerText(cell)) !== "") left.set(column, headerText(cell));
  });
  const place = (lookUp: (folded: string) => FieldId | null | undefined): void => {
    for (const [column, header] of left) {
      const field = lookUp(fold(header));
      if (field === undefined) continue;
      left.delete(column);
      if (field === null) continue;
      if (columns.has(field)) clashes.push({ column, header, field });
      else columns.set(field, column);
    }
  };
  const isLeftOut = new Set([...chosenByFold].filter(([, field]) => field === null).map(([folded]) => folded));
  place((folded) => chosenByFold.get(folded));
  place((folded) => INDEX.exact.get(folded));
  place((folded) => INDEX.alias.get(folded));

  return {
    columns,
    clashes,
    unmapped: headers.map(headerText).filter((text, column) => left.has(column) || isLeftOut.has(fold(text))),
    // Worked out only when asked for: it compares every header left with every one known.
    get suggestions() {
      return [...left].flatMap(([column, header]) => {
        const field = nearest(header, KNOWN);
        return field === undefined || columns.has(field) ? [] : [{ column, header, field }];
      });
    },
  };
}

/** The mapping of rows that name their fields themselves, as on the wire and in worked cases. */
export const mapFields = (fields: Iterable<string>): ReadonlyMap<FieldId, number> => {
  const known = new Set<string>(FIELD_IDS);
  return new Map(
    [...fields].map((id, column): [FieldId, number] => [id as FieldId, column]).filter(([id]) => known.has(id)),
  );
};
