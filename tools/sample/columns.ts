import { isoDay, parseIso, toSerial } from "../../rules/dates.ts";
import { FIELD_IDS, FIELDS, headerOf, type FieldId, type Kind } from "../../rules/fields.ts";
import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { StyleName } from "./look.ts";

/** The day that the sample is checked for. */
export const AS_OF = isoDay("2024-11-30");

/** The first row of both tables' headers, counted from 0: a title, a line about it and a blank row stand above. */
export const HEADER_ROW = 3;

/** A column of a table: where a row keeps its value, and what kind of value that is. */
export interface Column {
  readonly key: string;
  readonly header: string;
  readonly kind: Kind;
  readonly width: number;
}

const WIDTHS: Readonly<Record<Kind, number>> = {
  text: 13,
  "yes-no": 11,
  filled: 11,
  team: 25,
  status: 18,
  date: 12,
  complexity: 12,
  person: 19,
  role: 24,
  number: 12,
  rules: 13,
  service: 13,
};

const column = (key: string, header: string, kind: Kind): Column => ({ key, header, kind, width: WIDTHS[kind] });

/** The cases' columns, in the order of the fields: the child, who leads and how, then what was done. */
export const CASE_COLUMNS: readonly Column[] = FIELD_IDS.map((id: FieldId) =>
  column(id, headerOf(id), FIELDS[id].kind),
);

const REGISTER_KINDS: Partial<Readonly<Record<string, Kind>>> = {
  name: "person",
  role: "role",
  team: "team",
  registeredTo: "date",
  level: "complexity",
  signedOffOn: "date",
  caseLimit: "number",
  protectedTime: "yes-no",
  absentFrom: "date",
  absentTo: "date",
};

/** The register's columns, with two for each course of the policy. */
export const STAFF_COLUMNS: readonly Column[] = [
  ...REGISTER_FIELD_IDS.map((id) => column(id, REGISTER_FIELDS[id].header, REGISTER_KINDS[id] ?? "text")),
  ...kentTrial2024.courses.flatMap(({ name }) => [
    { ...column("completed", `${name} completed`, "date"), width: 20 },
    { ...column("booked", `${name} booked`, "date"), width: 20 },
  ]),
];

const STYLE_OF: Partial<Readonly<Record<Kind, StyleName>>> = { date: "date", number: "number", complexity: "number" };

export const styleOf = ({ key, kind }: Column): StyleName =>
  key === "childRef" || key === "name" ? "ref" : (STYLE_OF[kind] ?? "text");

type Values = Partial<Readonly<Record<string, string | number>>>;

/** A row's cells: ISO dates become the numbers that Excel keeps; a date that is none stays the text that was typed. */
export const cellsOf = (columns: readonly Column[], values: Values): (string | number)[] =>
  columns.map(({ key, kind }) => {
    const value = values[key] ?? "";
    const day = kind === "date" && typeof value === "string" ? parseIso(value) : undefined;
    return day === undefined ? value : toSerial(day);
  });
