import { findRegister } from "../../../rules/workbook/find-register.ts";
import type { Day } from "../../../rules/dates.ts";
import type { Policy } from "../../../rules/policy.ts";
import { registerFromTable } from "../../../rules/register-table.ts";
import { typed } from "../../../rules/read.ts";
import { headerText } from "../../../rules/headers.ts";
import { fold } from "../../../rules/text.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import { gridOf } from "../parts/workbook-grid.ts";
import { personOf, type TablePerson } from "./table-person.ts";

/** The people of a workbook's table, and what of it cannot be used. */
export interface FromTable {
  readonly people: readonly TablePerson[];
  /** Every staff number of the table in small letters, of those too who are left out. */
  readonly ids: ReadonlySet<string>;
  /** One sentence each, naming the row. Whoever they are about is left as they are. */
  readonly problems: readonly string[];
  /** What is worth a look, but is taken as it stands. */
  readonly notes: readonly string[];
}

const NO_TABLE =
  "The workbook has no table named Practitioners, nor a sheet of that name with the columns of one. Choose the workbook that holds the register.";

/** Nobody whose staff number stands in the table twice is taken: it cannot be told which row counts. */
function withoutTwins(read: readonly TablePerson[]): {
  readonly people: readonly TablePerson[];
  readonly problems: readonly string[];
} {
  const rows = new Map<string, number[]>();
  for (const { id, row } of read) rows.set(id.toLowerCase(), [...(rows.get(id.toLowerCase()) ?? []), row]);
  const isTwin = ({ id }: TablePerson): boolean => (rows.get(id.toLowerCase()) ?? []).length > 1;
  const twins = [...rows.values()].filter(({ length }) => length > 1);
  return {
    people: read.filter((person) => !isTwin(person)),
    problems: twins.map(
      (same) =>
        `Rows ${same.join(", ")} of the table have the same staff number. Leave one of them, then choose the file again.`,
    ),
  };
}

/** Reads the register of a workbook; or says why that cannot be done. */
export function registerInWorkbook(bytes: Uint8Array, policy: Policy, today: Day): FromTable | string {
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) return workbook.unreadable;
  const [table] = workbook.sheets.flatMap((sheet) => findRegister(gridOf(sheet), sheet.name) ?? []);
  if (!table) return NO_TABLE;
  const source = registerFromTable(table.headers, table.rows, policy, workbook.date1904);
  if (!source.columns?.has("id"))
    return "The table has no column 'Staff number', by which people are told apart. Add it, then choose the file again.";
  const headers = new Set(table.headers.map((cell) => fold(headerText(cell))));
  const read = source.practitioners.map((_, index) =>
    personOf(source, index, { policy, today, hasColumn: (header) => headers.has(fold(header)) }),
  );
  const { people, problems } = withoutTwins(read.flatMap((one) => one?.person ?? []));
  const ids = new Set(source.practitioners.map(({ id }) => typed(id).toLowerCase()));
  return {
    people,
    ids,
    problems: [...read.flatMap((one) => one?.problems ?? []), ...problems],
    notes: read.flatMap((one) => one?.notes ?? []),
  };
}
