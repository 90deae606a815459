import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHashKeys, type HashKeys } from "../hashing/hash-keys.ts";

/** The hash keys of one machine, in a file of its own; made with the first look-up. */
export async function hashKeysInFile(folder: string): Promise<HashKeys> {
  const file = join(folder, "hash-keys.json");
  const held = await readFile(file, "utf8").catch(() => undefined);
  if (held !== undefined) return parseHashKeys(held);
  const text = JSON.stringify({ newest: 1, keys: { 1: randomBytes(32).toString("base64") } });
  await mkdir(folder, { recursive: true });
  await writeFile(file, text, { mode: 0o600, flag: "wx" });
  return parseHashKeys(text);
}
