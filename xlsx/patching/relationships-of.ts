import { readRelationships, type Relationship } from "../reading/relationships.ts";
import type { Parts } from "../reading/zip-parts.ts";
import type { PartTexts } from "./part-texts.ts";

/** The parts as the reader takes them, with their changes. */
export const asParts = (parts: PartTexts): Parts => ({
  has: (path) => parts.has(path),
  pieces: (path) => [new TextEncoder().encode(parts.read(path))],
});

/** The relationships of a part as its changes have left them. */
export const relationshipsOf = (parts: PartTexts, path: string): ReadonlyMap<string, Relationship> =>
  readRelationships(asParts(parts), path);
