import { existsSync, readFileSync } from "node:fs";
import { manifestFor } from "../../tools/build/manifest.ts";
import { ICONS_FOLDER } from "../../tools/icons/files.ts";

export const PRODUCTION = "https://lead.example.gov.uk/addin";

const BUILT = ["taskpane.html", "addin.js", "functions.json", "shortcuts.json", "rules.txt"];

/** The files as the build puts them beside the manifest. */
export function read(path: string): Uint8Array | undefined {
  if (BUILT.includes(path)) return new Uint8Array([0]);
  const icon = new URL(path.replace(/^icons\//, ""), ICONS_FOLDER);
  return path.startsWith("icons/") && existsSync(icon) ? readFileSync(icon) : undefined;
}

export const manifest = manifestFor(PRODUCTION);
