import { toSerial, type Day } from "../../rules/dates.ts";
import { FIELD_IDS, FIELDS, headerOf, type FieldId } from "../../rules/fields.ts";
import { command } from "./excel.ts";
import { EXAMPLE_ROWS, EXAMPLE_TITLE, type ExampleRow } from "./example-rows.ts";
import { is1904, loadEpoch } from "./inventory.ts";
import { addTableSheet, freeName, loadTaken } from "./new-sheet.ts";
import type { OwnWrites } from "./own-writes.ts";

const isDate = (id: FieldId): boolean => FIELDS[id].kind === "date";

const cellsOf = (row: ExampleRow, asOf: Day, date1904: boolean): (string | number)[] =>
  FIELD_IDS.map((id) => {
    const value = row[id] ?? "";
    return isDate(id) && typeof value === "number" ? toSerial(asOf + value, date1904) : value;
  });

/** A new sheet with every header of the template and a dozen invented rows, dated around the check date. */
export const insertExample = (asOf: Day, own: OwnWrites): Promise<void> =>
  command("insert the example", async (context) => {
    const taken = loadTaken(context);
    const epoch = loadEpoch(context);
    await context.sync();
    const { sheets, names } = taken();
    await addTableSheet(
      context,
      {
        sheet: freeName("Lead Professional example", sheets),
        table: freeName("LeadProfessionalExample", names, ""),
        title: EXAMPLE_TITLE,
        headers: FIELD_IDS.map(headerOf),
        rows: EXAMPLE_ROWS.map((row) => cellsOf(row, asOf, is1904(epoch))),
        isDate: (column) => {
          const id = FIELD_IDS[column];
          return id !== undefined && isDate(id);
        },
      },
      own,
    );
  });
