import { changedInWords, type AcceptanceChange } from "../accepting/acceptance-change.ts";
import type { Workbook } from "../workbook/workbook.ts";
import type { Announcer } from "./announcer.ts";

export interface AcceptanceNeeds {
  readonly workbook: Pick<Workbook, "addColumns" | "writeCells">;
  readonly announcer: Pick<Announcer, "during">;
  readonly readAnew: () => Promise<void>;
  /** Writes the check columns beside the list that is looked at. */
  readonly addCheckColumns: () => Promise<void>;
}

/** Writes what was confirmed into the row's own cells, the columns for it first where the list has none, and says what was done. */
export const changeAcceptance =
  ({ workbook, announcer, readAnew, addCheckColumns }: AcceptanceNeeds) =>
  (change: AcceptanceChange): Promise<void> =>
    announcer.during("Writing the decision", async () => {
      const { list, newColumns, changes, standing } = change;
      const first = changes.find(({ header }) => header === newColumns[0]?.header)?.column;
      const hadCheckColumns =
        first !== undefined &&
        (await workbook.addColumns(
          list,
          first,
          newColumns.map(({ header }) => header),
        ));
      await workbook.writeCells(list.sheetId, changes, standing);
      await readAnew();
      if (hadCheckColumns) await addCheckColumns();
      return changedInWords(change);
    });
