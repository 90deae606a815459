import type { Announcer } from "./announcer.ts";
import type { CellRead, CellWrite } from "../workbook/write-cells.ts";
import { namedInWords, type Naming } from "../allocating/naming.ts";

export interface NamingNeeds {
  readonly workbook: {
    writeCells(sheetId: string, writes: readonly CellWrite[], standing: readonly CellRead[]): Promise<void>;
  };
  readonly announcer: Pick<Announcer, "during">;
  readonly readAnew: () => Promise<void>;
}

/** Writes what was confirmed, and says what was done; nothing is kept anywhere but in the row's own cells. */
export const nameAsLead =
  ({ workbook, announcer, readAnew }: NamingNeeds) =>
  (naming: Naming): Promise<void> =>
    announcer.during("Naming the lead", async () => {
      await workbook.writeCells(naming.sheetId, naming.changes, naming.standing);
      await readAnew();
      return namedInWords(naming);
    });
