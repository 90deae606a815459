import { patchWorkbook } from "../../../xlsx/patch-workbook.ts";
import type { Refused } from "../../../xlsx/patching/patch.ts";
import type { AddInModel } from "../../../xlsx/writing/model.ts";
import { changesOf } from "./changes.ts";
import type { OpenedFile } from "./open-file.ts";
import type { AsOpened, SavedGrid } from "./saved-grid.ts";

/**
 * The file that was opened with what was changed in the grid, and everything else of it as it stands; or what of this
 * very file would be lost, one sentence each. Throws a sentence for what Excel would not take.
 */
export function saveFile(
  opened: OpenedFile,
  before: AsOpened,
  grid: SavedGrid,
  addIn: Pick<AddInModel, "id" | "version">,
): Uint8Array | Refused {
  const changes = changesOf(opened, before, grid, addIn);
  return "problems" in changes ? { refused: changes.problems } : patchWorkbook(opened.bytes, changes.patch);
}
