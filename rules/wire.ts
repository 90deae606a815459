import { toIso } from "./dates.ts";
import { fieldOf, type FieldId } from "./fields.ts";
import type { People, Person } from "./people.ts";
import { isNobody, Problem } from "./read.ts";
import type { GivenRole, GivenTeam, Undated } from "./row.ts";
import type { RuleId } from "./rule-ids.ts";
import { hasField, isBlankRow, type Sheet } from "./sheet.ts";
import { SheetReader, type ReadWith } from "./sheet-reader.ts";

/** A cell as it leaves the workbook: a code, a date, a number, a staff number; never the text of one that cannot be read. */
export type WireCell = string | number | { readonly unreadable: true };
export type WireRow = Partial<Readonly<Record<FieldId, WireCell>>>;

export interface Sendable {
  readonly rows: readonly WireRow[];
  /** The sheet's row numbers of rows without a child ref, or with one that looks like a name: these never leave. */
  readonly heldBack: readonly number[];
}

/** A cell whose text stayed in the workbook, because it could not be read there. */
export const UNREADABLE = { unreadable: true } as const;

/** A staff number; a name only for someone who is not on the register, and of an outside advocate only that there is one. */
function personOnTheWire(field: FieldId, { practitioner, isOnRegister, name }: Person, people: People): string {
  // Somebody whom only the workbook's table knows is nobody to the council's register.
  if (practitioner?.isFromWorkbook) return field === "advocate" ? "named" : name;
  // A number that two people share tells nobody apart; their names still may.
  if (practitioner && !isNobody(practitioner.id) && people.named(practitioner.id).practitioner === practitioner)
    return practitioner.id;
  return field === "advocate" && !isOnRegister ? "named" : name;
}

/** What was done on no day that anybody wrote down; read again by the same words. */
const UNDATED: Readonly<Record<Undated, string>> = { done: "yes", "not-able": "not able" };

function onTheWire(field: FieldId, fact: unknown, people: People): WireCell {
  switch (fieldOf(field).kind) {
    case "date":
      return typeof fact === "number" ? toIso(fact) : UNDATED[fact as Undated];
    case "person":
      return personOnTheWire(field, fact as Person, people);
    case "role":
      return (fact as GivenRole).role?.name ?? UNREADABLE;
    case "team":
      return (fact as GivenTeam).known?.team.name ?? UNREADABLE;
    case "rules":
      return (fact as readonly RuleId[]).join(", ");
    case "text":
    case "yes-no":
    case "filled":
    case "status":
    case "complexity":
    case "number":
    case "service":
      return fact as string | number;
  }
}

/** The rows of a sheet as the service takes them: what may leave the workbook, and which rows may not. */
export function toWire(sheet: Sheet, readWith: ReadWith): Sendable {
  // A date that could not have happened is sent as it stands: the service says so itself.
  const { terms, people, readers } = new SheetReader(sheet, { ...readWith, isAnyDate: true });
  const columns = [...sheet.columns].map(([field, column]) => ({ field, column, read: readers[field] }));
  const indices = columns.map(({ column }) => column);
  const whole = (["status", "team"] as const)
    .filter((field) => !sheet.columns.has(field) && hasField(sheet, field))
    .map((field): [FieldId, WireCell] => [field, wireCell(field, readers[field](sheet.whole?.[field]), people)]);
  const rows: WireRow[] = [];
  const heldBack: number[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (isBlankRow(cells, indices)) continue;
    const row: WireRow = Object.fromEntries([
      ...whole,
      ...columns.map(({ field, column, read }): [FieldId, WireCell] => [
        field,
        wireCell(field, read(cells[column]), people),
      ]),
    ]);
    if (typeof row.childRef === "string" && terms.isChildRef(row.childRef)) rows.push(row);
    else heldBack.push(sheet.rowNumbers?.[index] ?? index + 1);
  }
  return { rows, heldBack };
}

function wireCell(field: FieldId, fact: unknown, people: People): WireCell {
  if (fact === undefined) return "";
  return fact instanceof Problem ? UNREADABLE : onTheWire(field, fact, people);
}
