import { readDirectory } from "../reading/zip-directory.ts";
import { encodingOf } from "../reading/xml.ts";
import { openParts } from "../reading/zip-parts.ts";
import { keptEntry, newEntry, zipOf } from "./package-entries.ts";

/** The parts of a package as texts. Whatever is not written stays as it is, to the byte. */
export interface PartTexts {
  has(path: string): boolean;
  /** Every part's path, as the package writes it. */
  paths(): readonly string[];
  read(path: string): string;
  /** Changes a part, or adds one. */
  write(path: string, text: string): void;
  remove(path: string): void;
  zip(): Uint8Array;
}

const UTF_16 = /^(<\?xml[^>]*?encoding\s*=\s*["'])utf-16(?:le|be)?(["'])/i;

function decoded(pieces: Iterable<Uint8Array>): string {
  const all = [...pieces];
  const encoding = encodingOf(all[0] ?? new Uint8Array());
  // A mark before UTF-8 is kept: only what is changed changes.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" });
  return (all.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode()).replace(
    UTF_16,
    "$1UTF-8$2",
  );
}

export function openPartTexts(bytes: Uint8Array): PartTexts {
  const directory = readDirectory(bytes);
  const parts = openParts(bytes);
  /** By the path in small letters; undefined for a part that is taken out. */
  const changed = new Map<string, { readonly path: string; readonly text: string } | undefined>();
  const known = new Map<string, string>();
  const isThere = (key: string): boolean => (changed.has(key) ? changed.get(key) !== undefined : directory.has(key));

  return {
    has: (path) => isThere(path.toLowerCase()),
    paths: () => [
      ...[...directory].flatMap(([key, { path }]) => (isThere(key) ? [path] : [])),
      ...[...changed].flatMap(([key, one]) => (one && !directory.has(key) ? [one.path] : [])),
    ],
    read(path) {
      const key = path.toLowerCase();
      const text = changed.get(key)?.text ?? known.get(key) ?? decoded(parts.pieces(path));
      known.set(key, text);
      return text;
    },
    write: (path, text) => void changed.set(path.toLowerCase(), { path, text }),
    remove: (path) => void changed.set(path.toLowerCase(), undefined),
    zip() {
      if (changed.size === 0) return bytes;
      const written = (text: string): Uint8Array => new TextEncoder().encode(text);
      const before = [...directory].flatMap(([key, entry]) => {
        const kept = keptEntry(bytes, entry);
        if (!changed.has(key)) return [kept];
        const now = changed.get(key);
        return now ? [newEntry(entry.path, written(now.text), kept)] : [];
      });
      const added = [...changed].flatMap(([key, now]) =>
        now && !directory.has(key) ? [newEntry(now.path, written(now.text))] : [],
      );
      return zipOf([...before, ...added]);
    },
  };
}
