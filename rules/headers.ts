import { FIELD_IDS, FIELDS, type FieldId } from "./fields.ts";
import type { Cell } from "./read.ts";
import { clean, fold, nearest } from "./text.ts";

/** Which column (counted from 0) holds which field, and what a person should look at before relying on it. */
export interface Mapping<Key extends string = FieldId> {
  readonly columns: ReadonlyMap<Key, number>;
  /** What a header nearly says, or its cells do: offered, never applied. */
  readonly suggestions: readonly { readonly column: number; readonly header: string; readonly field: Key }[];
  /** Further columns that would map to a field already taken: the first (or exact) one is used. */
  readonly clashes: readonly { readonly column: number; readonly header: string; readonly field: Key }[];
  /** Headers that belong to no field: their cells are never read. */
  readonly unmapped: readonly string[];
}

/** What a person has chosen: header -> field, or null for "leave it out". */
export type ChosenColumns<Key extends string = FieldId> = ReadonlyMap<string, Key | null>;

/** The columns that this product writes beside a list are none of its own. */
const OWN_HEADERS: ReadonlySet<string> = new Set(["lpcheck", "lpwhy"]);

/** Longer texts are remarks, whatever they begin with. */
const LONGEST_HEADER = 255;

/** What people have chosen, by folded header; a header of no letters can be none. */
const foldedChoices = <Key extends string>(chosen: ChosenColumns<Key>): ChosenColumns<Key> =>
  new Map(
    [...chosen]
      .map(([header, field]): [string, Key | null] => [fold(header), field])
      .filter(([folded]) => folded !== ""),
  );

/** Which field a header is perhaps meant as: `near` is the one whose header is nearest. */
export type Suggest<Key extends string> = (
  header: string,
  near: Key | undefined,
  column: number,
  taken: ReadonlySet<Key>,
) => Key | undefined;

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

  /** Tells of cell after cell which field it is a header of, if any: whole sheets are searched with it, so each text is looked up once. */
  lookUp(chosen: ChosenColumns<Key>): (cell: Cell) => Key | undefined {
    const folded = foldedChoices(chosen);
    const seen = new Map<string, Key | undefined>();
    const fieldOf = (text: string): Key | undefined =>
      folded.has(text) ? (folded.get(text) ?? undefined) : (this.#exact.get(text) ?? this.#alias.get(text));
    return (cell) => {
      if (typeof cell !== "string" || cell.length > LONGEST_HEADER) return undefined;
      if (!seen.has(cell)) seen.set(cell, fieldOf(fold(headerText(cell))));
      return seen.get(cell);
    };
  }

  map(
    headers: readonly Cell[],
    chosen: ChosenColumns<Key> = new Map(),
    suggest: Suggest<Key> = (_, near, __, taken) => (near !== undefined && taken.has(near) ? undefined : near),
  ): Mapping<Key> {
    const columns = new Map<Key, number>();
    const clashes: Mapping<Key>["clashes"][number][] = [];
    const left = new Map<number, string>();
    const chosenByFold = foldedChoices(chosen);
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
    let suggestions: Mapping<Key>["suggestions"] | undefined;
    const suggested = (): Mapping<Key>["suggestions"] => {
      const taken = new Set(columns.keys());
      return [...left].flatMap(([column, header]) => {
        if (OWN_HEADERS.has(fold(header))) return [];
        const field = suggest(header, nearest(header, known), column, taken);
        if (field === undefined) return [];
        taken.add(field);
        return [{ column, header, field }];
      });
    };
    return {
      columns,
      clashes,
      unmapped: headers
        .map(headerText)
        .filter((text, column) => (left.has(column) || isLeftOut.has(fold(text))) && !OWN_HEADERS.has(fold(text))),
      // Worked out only when asked for: it compares every header left with every one known, and may look at cells.
      get suggestions() {
        suggestions ??= suggested();
        return suggestions;
      },
    };
  }
}

const OF_ALLOCATIONS = new HeaderMapper(FIELDS);

/** Maps a sheet's headers to the fields of an allocation row. Which column is which never depends on what is typed in it. */
export const mapHeaders = (headers: readonly Cell[], chosen?: ChosenColumns, suggest?: Suggest<FieldId>): Mapping =>
  OF_ALLOCATIONS.map(headers, chosen, suggest);

/** Tells of a cell which field of an allocation row it is a header of. */
export const knownHeaders = (chosen: ChosenColumns): ((cell: Cell) => FieldId | undefined) =>
  OF_ALLOCATIONS.lookUp(chosen);

/** The mapping of rows that name their fields themselves, as on the wire and in worked cases. */
export const mapFields = (fields: Iterable<string>): ReadonlyMap<FieldId, number> => {
  const known = new Set<string>(FIELD_IDS);
  return new Map(
    [...fields].map((id, column): [FieldId, number] => [id as FieldId, column]).filter(([id]) => known.has(id)),
  );
};
