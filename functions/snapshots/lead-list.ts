import type { FieldId } from "../../rules/fields.ts";
import { isoDay, toIso } from "../../rules/dates.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { readChunk, writeChunk, type Chunk } from "./chunk.ts";
import type { Json } from "./columns.ts";
import type { StoredReceipt } from "./receipts.ts";

/** Who leads one child by a team's list. */
export interface ChildLead {
  /** A staff number, or the keyed hash of somebody off the register; undefined where nobody leads. */
  readonly lead: string | undefined;
  readonly since: string | undefined;
  /** Never answered for, or joined with, another team. */
  readonly isRestricted: boolean;
}

/** Which snapshot a list is of. */
export interface ListHead {
  readonly team: string;
  readonly month: string;
  readonly version: number;
  readonly upload: string;
  readonly asOf: string;
  /** Rows erased from the snapshot when the list was made. */
  readonly erased: number;
  readonly item: number;
  readonly of: number;
}

export interface LeadList extends ListHead {
  readonly keyVersion: number;
  readonly children: ReadonlyMap<string, ChildLead>;
}

/** A list is cut into items of so many children, well below what one may hold. */
const MOST_CHILDREN = 10_000;

/**
 * Of several rows of a child the first that names a lead counts; one restricted row restricts the child. A closed row
 * leads nobody, but a restricted child stays restricted when its row is closed.
 */
export function childrenOf(sheet: Sheet): Map<string, ChildLead> {
  const children = new Map<string, ChildLead>();
  for (const cells of sheet.rows) {
    const cellAt = (id: FieldId) => cells[sheet.columns.get(id) ?? -1];
    const textAt = (id: FieldId): string | undefined => {
      const cell = cellAt(id);
      return typeof cell === "string" ? cell : undefined;
    };
    const child = textAt("childRef");
    if (child === undefined) continue;
    const isClosed = textAt("status") === "CLOSED";
    const before = children.get(child);
    const restricted = cellAt("restricted");
    // What cannot be read might say "yes".
    const isMarked = restricted === "yes" || (typeof restricted === "object" && restricted !== null);
    if (isClosed && !isMarked && !before) continue;
    const isRestricted = before?.isRestricted === true || isMarked;
    const said = isClosed ? { lead: undefined, since: undefined } : { lead: textAt("lead"), since: textAt("leadFrom") };
    const { lead, since } = before?.lead === undefined ? said : before;
    children.set(child, { lead, since, isRestricted });
  }
  return children;
}

/** A list as items, the first of which is the one that counts. */
export function writeLeads(
  { team, month, version, upload, asOf, keyVersion, erased = 0 }: StoredReceipt,
  children: ReadonlyMap<string, ChildLead>,
): Uint8Array[] {
  const all = [...children];
  const of = Math.max(1, Math.ceil(all.length / MOST_CHILDREN));
  return Array.from({ length: of }, (_, item) => {
    const some = all.slice(item * MOST_CHILDREN, (item + 1) * MOST_CHILDREN);
    const columns = new Map<string, readonly Json[]>([
      ["child", some.map(([child]) => child)],
      ["lead", some.map(([, { lead }]) => lead ?? null)],
      ["since", some.map(([, { since }]) => (since === undefined ? null : isoDay(since)))],
      ["restricted", some.map(([, { isRestricted }]) => isRestricted)],
    ]);
    const head: ListHead = { team, month, version, upload, asOf, erased, item, of };
    return writeChunk({ head, rows: some.length, keyVersion, columns }, ["child"]);
  });
}

/** The list that some items come to, in order; undefined where they are not all of one list. */
export function readLeads(bodies: readonly (string | Uint8Array)[]): LeadList | undefined {
  const chunks = bodies.map((body) => readChunk<ListHead>(body));
  const [first] = chunks;
  if (!first) return undefined;
  const { upload, version, erased, of } = first.head;
  const isOne =
    chunks.length === of &&
    chunks.every(
      ({ head }, item) =>
        head.upload === upload && head.version === version && head.erased === erased && head.item === item,
    );
  if (!isOne) return undefined;
  return { ...first.head, keyVersion: first.keyVersion, children: new Map(chunks.flatMap(childLeadsIn)) };
}

function childLeadsIn({ rows, columns }: Chunk<ListHead>): [string, ChildLead][] {
  const at = (name: string, row: number): Json => columns.get(name)?.[row] ?? null;
  return Array.from({ length: rows }, (_, row): [string, ChildLead] => {
    const lead = at("lead", row);
    const since = at("since", row);
    return [
      at("child", row) as string,
      {
        lead: typeof lead === "string" ? lead : undefined,
        since: typeof since === "number" ? toIso(since) : undefined,
        isRestricted: at("restricted", row) === true,
      },
    ];
  });
}
