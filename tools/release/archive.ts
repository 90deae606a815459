import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync, type Zippable } from "fflate";

export const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

const SUMS = "SHA256SUMS";

/** ZIP keeps local times and no zone: the first moment that it knows, so that the same files make the same archive everywhere. */
const FIRST_MOMENT = new Date(1980, 0, 1);

/** A folder's files in one archive with a sum of each, in the form that `sha256sum --check` reads. */
export function archiveOf(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join("/"), content: new Uint8Array(readFileSync(path)) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const sums = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join("");
  const zippable: Zippable = Object.fromEntries([
    ...files.map(({ name, content }) => [name, content] as const),
    [SUMS, new TextEncoder().encode(sums)] as const,
  ]);
  return zipSync(zippable, { level: 9, mtime: FIRST_MOMENT });
}
