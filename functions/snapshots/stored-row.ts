import { FIELD_IDS, FIELDS, type FieldId } from "../../rules/fields.ts";
import { isoDay, parseIso, toIso } from "../../rules/dates.ts";
import { isNobody } from "../../rules/read.ts";
import { Register, type RawPractitioner } from "../../rules/register.ts";
import type { Terms } from "../../rules/terms.ts";
import { clean, isErrorValue } from "../../rules/text.ts";
import { hashOf, personHash } from "../hashing/hashing.ts";
import type { HashKeys } from "../hashing/hash-keys.ts";
import { UNREADABLE } from "../../rules/wire.ts";
import type { RequestCell, RequestRow } from "../http/request-rows.ts";
import type { Json } from "./columns.ts";

/** A row as it is stored, by field: codes, days, staff numbers, keyed hashes; no name and no free text. */
export type StoredRow = Partial<Record<FieldId, Json>>;

export interface PseudonymiserOptions {
  readonly terms: Terms;
  readonly practitioners: readonly RawPractitioner[];
  readonly keys: HashKeys;
  readonly keyVersion: number;
  /** The id of the team whose snapshot it is. */
  readonly team: string;
  readonly asOf: string;
}

/** What an advocate who is not on the register becomes: that there is one. */
const NAMED = "named";

const isUnreadable = (cell: RequestCell | undefined): cell is typeof UNREADABLE =>
  typeof cell === "object" && cell !== null;

/** One function a text, each distinct text worked out once. */
const memoised = (work: (text: string) => Json): ((text: string) => Json) => {
  const known = new Map<string, Json>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = work(text);
    known.set(text, fresh);
    return fresh;
  };
};

/** Turns rows off the wire into rows to store. A team cell that is filled has been found to be the snapshot's own team. */
export function pseudonymiser({
  terms,
  practitioners,
  keys,
  keyVersion,
  team,
  asOf,
}: PseudonymiserOptions): (row: RequestRow) => StoredRow {
  const register = new Register({ practitioners }, terms, isoDay(asOf));
  const person = (unknown: (text: string) => Json) =>
    memoised((text) => {
      if (isErrorValue(text)) return UNREADABLE;
      if (isNobody(text)) return null;
      const matches = register.matches(text);
      const [first] = matches;
      if (!first) return unknown(text);
      // Two people of one name stay a hash, which the register's own two hashes match: nobody can tell, as on the sheet.
      return matches.length === 1 && first.id !== "" ? first.id : personHash(first.name || text, keys, keyVersion);
    });
  const hashed = (text: string): Json => personHash(text, keys, keyVersion);
  const anyone = person(hashed);
  const lead = person((text) => (terms.team(text) ? null : hashed(text)));
  const advocate = person(() => NAMED);
  const ref =
    (domain: "child" | "family") =>
    (text: string): Json =>
      isErrorValue(text) ? UNREADABLE : hashOf(domain, text, keys, keyVersion);
  const byKind = {
    text: ref("family"),
    team: () => team,
    // A role that the policy does not know is free text: it is kept as one that cannot be read, which the rules treat alike.
    role: (text: string): Json => terms.role(text)?.name ?? UNREADABLE,
    date: (text: string): Json => parseIso(text) ?? text,
    person: anyone,
  };
  const special: Partial<Record<FieldId, (text: string) => Json>> = { childRef: ref("child"), lead, advocate };
  const textReader = (id: FieldId): ((text: string) => Json) => {
    const { kind } = FIELDS[id];
    return special[id] ?? (kind in byKind ? byKind[kind as keyof typeof byKind] : (text) => text);
  };
  const readers = new Map(FIELD_IDS.map((id) => [id, textReader(id)]));
  const reduced = (id: FieldId, cell: RequestCell): Json => {
    if (isUnreadable(cell)) return UNREADABLE;
    if (typeof cell !== "string") return cell;
    const text = clean(cell);
    return text === "" ? null : (readers.get(id)?.(text) ?? null);
  };
  return (row) =>
    Object.fromEntries(FIELD_IDS.flatMap((id) => (row[id] === undefined ? [] : [[id, reduced(id, row[id])]])));
}

/** A stored cell as the rules read it; `team` is the name that the policy knows the snapshot's team by. */
export function cellReader(id: FieldId, team: string): (cell: Json) => Json {
  const { kind } = FIELDS[id];
  if (kind === "date") return (cell) => (typeof cell === "number" ? toIso(cell) : cell);
  if (kind === "team") return (cell) => (typeof cell === "string" ? team : cell);
  return (cell) => cell;
}
