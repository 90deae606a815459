import { canonicalJson, sha256 } from "../../rules/hash.ts";
import type { WireRow } from "../../rules/wire.ts";

export interface PartLimits {
  readonly rows: number;
  readonly characters: number;
}

/** What the service takes at once, with room to spare. */
const PART_LIMITS: PartLimits = { rows: 2_000, characters: 1_000_000 };
export const MOST_PARTS = 100;
/** How many rows are put into words for the hash at once: a few milliseconds' work. */
const HASHED_TOGETHER = 75;

export interface Content {
  readonly parts: readonly (readonly WireRow[])[];
  readonly rows: number;
  /** SHA-256 over the rows as they are sent and what they are sent as: the same list has the same hash, wherever blank rows stand. */
  readonly hash: string;
}

/** Gathers rows into parts and a hash; both depend on nothing but the rows and their order. */
export function contentOf(limits = PART_LIMITS) {
  const parts: WireRow[][] = [];
  const hashes: string[] = [];
  let toHash: string[] = [];
  let rows = 0;
  let characters = 0;
  const hashThem = (): void => {
    if (toHash.length > 0) hashes.push(sha256(toHash.join("\n")));
    toHash = [];
  };
  return {
    add(row: WireRow): void {
      const text = canonicalJson(row);
      const last = parts.at(-1);
      if (last && last.length < limits.rows && characters + text.length <= limits.characters) {
        last.push(row);
        characters += text.length;
      } else {
        parts.push([row]);
        characters = text.length;
      }
      rows += 1;
      toHash.push(text);
      if (toHash.length >= HASHED_TOGETHER) hashThem();
    },
    done(sentAs: { readonly team: string; readonly month: string; readonly asOf: string }): Content {
      hashThem();
      return { parts, rows, hash: sha256(canonicalJson({ ...sentAs, rows, hashes })) };
    },
  };
}
