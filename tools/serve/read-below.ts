import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";

/** A name that neither climbs nor hides. */
const NAME = /^[\w@-][\w@.-]*$/;

/** A file below a folder by its path in an address; undefined where there is none, or where the path would leave the folder. */
export async function readBelow(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!path.split("/").every((name) => NAME.test(name))) return undefined;
  try {
    // A link in the folder could lead out of it.
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(home + sep) ? new Uint8Array(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
}
