import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { fold } from "../../rules/text.ts";
import { WorkbookProblem } from "./workbook.ts";
import { command } from "./excel.ts";
import { addTableSheet, freeName, loadTaken } from "./new-sheet.ts";
import type { OwnWrites } from "./own-writes.ts";

const TABLE = "Practitioners";
/** Not the table's own name: other programs do not let a sheet and a table share one. */
const SHEET = "Staff";

const DATES = new Set(
  REGISTER_FIELD_IDS.filter((id) => /(To|From|On)$/.test(id)).map((id) => fold(REGISTER_FIELDS[id].header)),
);
const isDateHeader = (header: string): boolean => DATES.has(fold(header)) || / (completed|booked)$/i.test(header);

export const makePractitioners = (
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  own: OwnWrites,
): Promise<void> =>
  command("make the table Practitioners", async (context) => {
    const taken = loadTaken(context);
    await context.sync();
    const { sheets, names } = taken();
    if (names.has(TABLE.toLowerCase())) {
      throw new WorkbookProblem(
        "ItemAlreadyExists",
        `This workbook has something named ${TABLE} already, and it was left as it is. Add names to that table, or rename it (Formulas > Name Manager) to have a new one made.`,
      );
    }
    const isDate = (column: number): boolean => isDateHeader(headers[column] ?? "");
    await addTableSheet(
      context,
      {
        sheet: freeName(SHEET, sheets),
        table: TABLE,
        title: "Practitioners: who is registered, trained and signed off",
        headers,
        rows,
        isDate,
      },
      own,
    );
  });
