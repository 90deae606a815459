import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = /^page-\d{4}\.jsonl$/;
const nameOf = (n: number): string => `page-${String(n).padStart(4, "0")}.jsonl`;

/** A folder for the pages of one export; it must be new or empty, so that two exports are never mixed. */
export function newFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Give a new folder, so that two exports are not mixed.`);
  mkdirSync(folder, { recursive: true });
}

/** Writes a page that nobody else on this machine may read. */
export const writePage = (folder: string, n: number, page: string): void => {
  writeFileSync(join(folder, nameOf(n)), page, { mode: 0o600, flag: "wx" });
};

/** The pages of an export, in order. */
export function pagesIn(folder: string): readonly string[] {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => PAGE.test(name))
        .sort()
    : [];
  if (names.length === 0) throw new Error(`There are no pages of an export in ${folder}.`);
  const missing = names.findIndex((name, index) => name !== nameOf(index + 1));
  if (missing >= 0) throw new Error(`${nameOf(missing + 1)} is missing from ${folder}: the export is not whole.`);
  return names.map((name) => readFileSync(join(folder, name), "utf8"));
}
