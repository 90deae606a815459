import type { FieldId } from "../../rules/fields.ts";
import { headerOf } from "../../rules/fields.ts";
import type { People, Person } from "../../rules/people.ts";
import type { Cell } from "../../rules/read.ts";
import type { Register } from "../../rules/register.ts";
import type { GivenTeam } from "../../rules/row.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import type { TurningRow } from "../../rules/sheet-row.ts";
import { hasField, type Sheet } from "../../rules/sheet.ts";
import type { Terms } from "../../rules/terms.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** A case that somebody is sought to lead, read just as the check reads it. */
export interface CaseSought {
  readonly sheet: Sheet;
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly terms: Terms;
  readonly register: Register;
  readonly people: People;
  readonly reader: SheetReader;
  /** Its row, which is turned to whatever else is read, so nothing may hold on to it. */
  readonly row: TurningRow;
  readonly leadsNow: Person | undefined;
  readonly team: GivenTeam | undefined;
  readonly isOverseen: boolean;
  /** Whether only a social worker may lead it. */
  readonly isProtected: boolean;
  /** What the case weighs in a caseload, by the policy. */
  readonly weight: number;
  /** Filled cells of the row that cannot be used and on which it depends who may lead. */
  readonly unread: readonly FieldId[];
}

const ASKED: readonly FieldId[] = ["overseer", "complexity", "cover", "coWorker"];

const without = (field: FieldId): string =>
  `The sheet has no column '${headerOf(field)}', so nobody can tell who may lead. Add the column, or say in Set-up which of your columns it is.`;

/** The case of a row; a sentence where nobody can tell who may lead it. */
export function caseSought(list: WorkbookList, inputs: CheckInputs, index: number): CaseSought | string {
  const sheet = sheetOf(list, inputs);
  const cells = sheet.rows[index];
  for (const field of ["lead", "status"] as const) if (!hasField(sheet, field)) return without(field);
  const reader = new SheetReader(sheet, inputs);
  const { terms, register, people } = reader;
  const row = reader.rowAt(index);
  if (!cells || !row) return "This row is blank.";
  if (!register)
    return "There is no register, so nobody can be listed. Make a Practitioners table, or sign in to the council's service.";

  const { status, lead, team } = row;
  if (row.isLost("status"))
    return "'Case status' cannot be read on this row, so nobody can tell who may lead. Correct it first.";
  if (status === undefined)
    return "'Case status' is blank on this row, so nobody can tell who may lead. Enter it first.";
  if (row.isClosed) return "This case is closed, so nobody is sought to lead it.";
  return {
    sheet,
    index,
    cells,
    terms,
    register,
    people,
    reader,
    row,
    team,
    leadsNow: lead,
    isOverseen: terms.overseen.includes(status),
    isProtected: terms.policy.socialWorkerOnly.includes(status),
    weight: terms.weight(status),
    unread: ASKED.filter((field) => row.isLost(field)),
  };
}
