import { fromSerial, showDay, toSerial, type Day } from "../../rules/dates.ts";
import { headerText } from "../../rules/headers.ts";
import { isUsable, textOf, typed, type Cell } from "../../rules/read.ts";
import { mapRegisterHeaders } from "../../rules/register-table.ts";
import { registerOf } from "../../rules/register.ts";
import { People, type Person } from "../../rules/people.ts";
import { renewedTo } from "../../rules/registration-year.ts";
import { termsOf } from "../../rules/terms.ts";
import { list as listed } from "../../rules/text.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import type { CellChange } from "../checking/cell-changes.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { CellRead } from "../workbook/write-cells.ts";
import type { WorkbookInputs } from "../workbook/workbook-inputs.ts";

/** Somebody's entry in the council's register, whose end is to be another. */
export interface EntryChange {
  readonly id: string;
  readonly name: string;
  readonly before: Day;
}

/** What entering that people have renewed their registration changes, worked out to be confirmed. */
export interface Renewal {
  readonly to: Day;
  /** In the workbook's own table. */
  readonly table:
    | { readonly sheet: string; readonly changes: readonly CellChange[]; readonly standing: readonly CellRead[] }
    | undefined;
  /** In the council's register, where the person signed in may change it. */
  readonly entries: readonly EntryChange[];
  /** Whom nothing is written for, and why, as sentences. */
  readonly left: readonly string[];
}

/** Whether a renewal may be entered for somebody: the register shows them registered until a day before the new end. */
export function canBeRenewed({ practitioner }: Pick<Person, "practitioner">, asOf: Day): boolean {
  const end = practitioner?.registration === "held" ? practitioner.registeredTo : undefined;
  return isUsable(end) && end < renewedTo(asOf);
}

export interface RenewalGiven {
  readonly inputs: CheckInputs;
  readonly workbook: Pick<WorkbookInputs, "register" | "choices">;
  /** Registrations in the council's register are an administrator's alone. */
  readonly isAdmin: boolean;
}

type Register = NonNullable<WorkbookInputs["register"]>;

const shown = (cell: Cell, date1904: boolean): string => {
  const day = typeof cell === "number" ? fromSerial(cell, date1904) : undefined;
  return day === undefined ? textOf(cell) : showDay(day);
};

/** Whether a cell of the table shows a registration that can be renewed at all. */
const isRegistration = (text: string): boolean => text !== "" && !/^(none|no|not )/i.test(text);

/** Whether a cell is known to hold the very text that was read: a number may have been read as it is shown. */
const isAsTyped = (cell: Cell): boolean => typeof cell === "string" && /\p{L}/u.test(cell);

/** The cells of the workbook's table that say until when people are registered; a sentence where it has none. */
function tableChanges(
  register: Register & { readonly sheet: string },
  { inputs, workbook: { choices } }: RenewalGiven,
  isWanted: (name: string) => boolean,
): Renewal["table"] | string {
  const { headers, rows, sheet, headerRow = 1, left = 0 } = register;
  const { columns } = mapRegisterHeaders(headers, new Map(Object.entries(choices.registerColumns ?? {})));
  const end = columns.get("registeredTo");
  const names = (["id", "name"] as const).flatMap((field) => columns.get(field) ?? []);
  const held = columns.get("registration");
  const wanted = [...rows.entries()].filter(
    ([, cells]) =>
      isRegistration(held === undefined ? "" : typed(cells[held])) &&
      names.some((column) => typed(cells[column]) !== "" && isWanted(typed(cells[column]))),
  );
  if (wanted.length === 0) return undefined;
  if (end === undefined) return `The table on the sheet ${sheet} has no column 'Registered to': add it first.`;
  const to = renewedTo(inputs.asOf);
  const value = toSerial(to, inputs.date1904);
  return {
    sheet,
    changes: wanted.map(([at, cells]): CellChange => {
      const [row, column] = [headerRow + at, left + end];
      return {
        row,
        column,
        was: cells[end],
        value,
        isDate: true,
        header: `${headerText(headers[end])}, ${names.map((one) => textOf(cells[one])).find((text) => !/^\d*$/.test(text)) ?? ""}`,
        address: cellAddress(row, column),
        before: shown(cells[end], inputs.date1904),
        after: showDay(to),
      };
    }),
    standing: wanted.flatMap(([at, cells]) =>
      names.flatMap((column): CellRead[] =>
        isAsTyped(cells[column]) ? [{ row: headerRow + at, column: left + column, was: cells[column] }] : [],
      ),
    ),
  };
}

/** What is written where for people, by their keys: in the workbook's table, in the council's register, or in both. */
export function renewalOf(keys: ReadonlySet<string>, given: RenewalGiven): Renewal {
  const { inputs, workbook, isAdmin } = given;
  const { asOf, policy, register: source, from } = inputs;
  const people = new People(source && registerOf(source, termsOf(policy), asOf));
  const isOfCouncil = from.register === "service";
  const known = source ? registerOf(source, termsOf(policy), asOf).practitioners : [];
  const chosen = known.filter(
    ({ key, name, id }) => keys.has(key) && canBeRenewed(people.named(id === "" ? name : id), asOf),
  );
  const ofCouncil = isOfCouncil ? chosen.filter(({ isFromWorkbook }) => !isFromWorkbook) : [];
  const entries = ofCouncil.flatMap(({ id, name, registeredTo }): EntryChange[] =>
    isAdmin && id !== "" && isUsable(registeredTo) ? [{ id, name, before: registeredTo }] : [],
  );
  // A workbook's own entry of somebody on the council's register would contradict it afterwards.
  const written = new Set(chosen.filter((one) => isAdmin || !ofCouncil.includes(one)).map(({ key }) => key));
  const { register } = workbook;
  const table =
    register?.sheet === undefined
      ? undefined
      : tableChanges({ ...register, sheet: register.sheet }, given, (name) => written.has(people.named(name).key));
  const kept = isAdmin ? [] : ofCouncil.map(({ name }) => name);
  return {
    to: renewedTo(asOf),
    table: typeof table === "string" ? undefined : table,
    entries,
    left: [
      ...(kept.length > 0
        ? [
            `Only an administrator may change a registration in the council's register, so nothing is written for ${listed(kept)}.`,
          ]
        : []),
      ...(typeof table === "string" ? [table] : []),
    ],
  };
}
