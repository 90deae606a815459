import { parseIso, showDay } from "../../rules/dates.ts";
import { fieldOf, type FieldId, type Kind } from "../../rules/fields.ts";
import type { Register } from "../../rules/register.ts";
import type { WireCell, WireRow } from "../../rules/wire.ts";

const STAFF = "a staff number; of somebody off the register, a keyed hash of the name";

/** How the service keeps a column, by what its cells hold. */
const BY_KIND: Readonly<Record<Kind, string>> = {
  text: "a keyed hash, from which the reference cannot be read",
  team: "the team that the snapshot is of",
  role: "the policy's name of the role",
  person: STAFF,
  "yes-no": "yes or no",
  filled: "only whether it is filled in",
  status: "the code of the status",
  service: "the code of the service",
  date: "the day",
  complexity: "1, 2 or 3",
  number: "the number",
  rules: "the ids of the rules",
};

const BY_FIELD: Partial<Readonly<Record<FieldId, string>>> = {
  advocate: "a staff number; of anybody else, only that there is an advocate",
};

export const storedAs = (field: FieldId): string => BY_FIELD[field] ?? BY_KIND[fieldOf(field).kind];

const BLANK = "blank";

function person(field: FieldId, text: string, register: Register | undefined): string {
  if (register?.matches(text).length === 1) return `staff number ${text}`;
  return field === "advocate" ? "that there is an advocate" : "a keyed hash of the name";
}

/** What was done on no day that anybody wrote down stays "yes". */
function shownDate(text: string): string {
  const day = parseIso(text);
  return day === undefined ? text : showDay(day);
}

/** One cell as the service will keep it, in words. */
function storedCell(field: FieldId, cell: WireCell | undefined, register: Register | undefined): string {
  if (cell === undefined || cell === "") return BLANK;
  if (typeof cell === "object") return "that it cannot be read";
  const text = String(cell);
  switch (fieldOf(field).kind) {
    case "text":
      return `a keyed hash of ${text}`;
    case "date":
      return shownDate(text);
    case "person":
      return person(field, text, register);
    case "filled":
      return "that it is filled in";
    case "team":
    case "role":
    case "yes-no":
    case "status":
    case "service":
    case "complexity":
    case "number":
    case "rules":
      return text;
  }
}

/** A row as the service will keep it, column by column. */
export const storedRow = (
  row: WireRow,
  fields: readonly { readonly field: FieldId; readonly header: string }[],
  register: Register | undefined,
) => fields.map(({ field, header }) => ({ header, stored: storedCell(field, row[field], register) }));
