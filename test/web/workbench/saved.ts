import { unzipSync } from "fflate";
import { openFile, type OpenedFile } from "../../../web/workbench/file/open-file.ts";
import { saveFile } from "../../../web/workbench/file/save-file.ts";
import { asOpened } from "../../../web/workbench/file/saved-grid.ts";
import type { Workbook } from "../../../xlsx/workbook.ts";
import { read } from "../../xlsx/fixtures.ts";
import { EditedGrid } from "./edited-grid.ts";

const ADD_IN = { id: "00000000-0000-4000-8000-000000000001", version: "1.0.0.0" };

export interface Saved {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly part: (path: string) => string;
  /** The parts that were changed, added or taken out. */
  readonly otherParts: readonly string[];
}

function opened(bytes: Uint8Array): OpenedFile {
  const file = openFile(bytes);
  if ("unreadable" in file) throw new Error(file.unreadable);
  return file;
}

function attempt(bytes: Uint8Array, edit: (grid: EditedGrid) => void): ReturnType<typeof saveFile> {
  const file = opened(bytes);
  const grid = new EditedGrid(file);
  const before = asOpened(grid);
  edit(grid);
  return saveFile(file, before, grid, ADD_IN);
}

/** What is given back of a file after somebody has edited it. */
export function saved(bytes: Uint8Array, edit: (grid: EditedGrid) => void): Saved {
  const after = attempt(bytes, edit);
  if ("refused" in after) throw new Error(after.refused.join(" "));
  const [was, is] = [unzipSync(bytes), unzipSync(after)];
  const text = (part: Uint8Array | undefined): string => Buffer.from(part ?? new Uint8Array()).toString("utf8");
  return {
    bytes: after,
    workbook: read(after),
    part: (path) => text(is[path]),
    otherParts: [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((path) => text(was[path]) !== text(is[path]))
      .sort(),
  };
}

/** The sentences for edits that cannot be written. */
export function refusedFor(bytes: Uint8Array, edit: (grid: EditedGrid) => void): readonly string[] {
  const after = attempt(bytes, edit);
  if (!("refused" in after)) throw new Error("The file was saved.");
  return after.refused;
}
