import { FIELD_IDS, FIELDS, type FieldId } from "./fields.ts";
import type { Cell } from "./read.ts";
import { clean, fold, nearest } from "./text.ts";

/** Which column (counted from 0) holds which field, and what a person should look at before relying on it. */
export interface Mapping<Key extends string = FieldId> {
  readonly columns: ReadonlyMap<Key, number>;
  /** Headers one or two letters away from a known one: offered, never applied. */
  readonly suggestions: readonly { readonly column: number; readonly header: string; readonly field: Key }[];
  /** Further columns that would map to a field already taken: the first (or exact) one is used. */
  readonly clashes: readonly { readonly column: number; readonly header: string; readonly field: Key }[];
  /** Headers that belong to no field: their cells are never read. */
  readonly unmapped: readonly string[];
}

/** What a person has chosen: header -> field, or null for "leave it out". */
export type ChosenColumns<Key extends string = FieldId> = ReadonlyMap<string, Key | null>;

/** The text of a header cell; "" for blanks, numbers and errors, which are no headers. */
export const headerText = (cell: Cell): string => (typeof cell === "string" ? clean(cell) : "");

/** Maps headers to the fields of a table: its own header first, then an alias. What a person has chosen counts before both. */
export class HeaderMapper<Key extends string> {
  readonly #exact: ReadonlyMap<string, Key>;
  readonly #alias: ReadonlyMap<string, Key>;

  constructor(table: Readonly<Record<Key, { readonly header: string; readonly aliases: readonly string[] }>>) {
    const keys = Object.keys(table) as Key[];
    this.#exact = new Map(keys.map((key) => [fold(table[key].header), key]));
    this.#alias = new Map(keys.flatMap((key) => table[key].aliases.map((name): [string, Key] => [fold(name), key])));
  }

  map(headers: readonly Cell[], chosen: ChosenColumns<Key> = new Map()): Mapping<Key> {
    const columns = new Map<Key, number>();
    const clashes: Mapping<Key>["clashes"][number][] = [];
    const left = new Map<number, string>();
    const chosenByFold = new Map(
      [...chosen]
        .map(([header, field]): [string, Key | null] => [fold(header), field])
        .filter(([folded]) => folded !== ""),
    );
    headers.forEach((cell, column) => {
      if (fold(headerText(cell)) !== "") left.set(column, headerText(cell));
    });
    const place = (lookUp: (folded: string) => Key | null | undefined): void => {
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
    place((folded) => this.#exact.get(folded));
    place((folded) => this.#alias.get(folded));

    const known = [...this.#exact, ...this.#alias];
    return {
      columns,
      clashes,
      unmapped: headers.map(headerText).filter((text, column) => left.has(column) || isLeftOut.has(fold(text))),
      // Worked out only when asked for: it compares every header left with every one known.
      get suggestions() {
        return [...left].flatMap(([column, header]) => {
          const field = nearest(header, known);
          return field === undefined || columns.has(field) ? [] : [{ column, header, field }];
        });
      },
    };
  }
}

const OF_ALLOCATIONS = new HeaderMapper(FIELDS);

/** Maps a sheet's headers to the fields of an allocation row. */
export const mapHeaders = (headers: readonly Cell[], chosen?: ChosenColumns): Mapping =>
  OF_ALLOCATIONS.map(headers, chosen);

/** The mapping of rows that name their fields themselves, as on the wire and in worked cases. */
export const mapFields = (fields: Iterable<string>): ReadonlyMap<FieldId, number> => {
  const known = new Set<string>(FIELD_IDS);
  return new Map(
    [...fields].map((id, column): [FieldId, number] => [id as FieldId, column]).filter(([id]) => known.has(id)),
  );
};
