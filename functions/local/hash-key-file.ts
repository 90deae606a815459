import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseHashKeys, type HashKeys } from "../hashing/hash-keys.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

/** Without the keys no child of what is stored can be found again: a torn file is never replaced by itself. */
function keysIn(text: string, file: string): HashKeys {
  try {
    return parseHashKeys(text);
  } catch (cause) {
    throw new Error(
      `${file} does not hold hash keys any more. Put back a copy of it; without one, start with --fresh, which empties the data that were made with it.`,
      { cause },
    );
  }
}

/** The hash keys of one machine, in a file of its own; made with the first look-up. */
export async function hashKeysInFile(folder: string): Promise<HashKeys> {
  const file = join(folder, "hash-keys.json");
  const held = await readPrivate(file);
  if (held !== undefined) return keysIn(held, file);
  const text = JSON.stringify({ newest: 1, keys: { 1: randomBytes(32).toString("base64") } });
  await writePrivate(file, text);
  return parseHashKeys(text);
}
