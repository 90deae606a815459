import { HeaderMapper, headerText, type ChosenColumns, type Mapping } from "./headers.ts";
import type { Policy } from "./policy.ts";
import type { Cell } from "./read.ts";
import { bookedColumn, completedColumn } from "./practitioner.ts";
import type { RawPractitioner, RegisterColumn, RegisterSource } from "./register.ts";
import { REGISTER_FIELDS, type RegisterField } from "./register-fields.ts";
import { fold } from "./text.ts";

const OF_REGISTER = new HeaderMapper(REGISTER_FIELDS);

type Training = NonNullable<RawPractitioner["training"]>[number];

/** Maps the headers of a table of practitioners, as a list's are; the two columns of each course are no part of it. */
export const mapRegisterHeaders = (
  headers: readonly Cell[],
  chosen?: ChosenColumns<RegisterField>,
): Mapping<RegisterField> => OF_REGISTER.map(headers, chosen);

/** The register of a workbook's table "Practitioners": its headers and rows as the cells hold them. */
export function registerFromTable(
  headers: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  policy: Policy,
  date1904 = false,
  chosen?: ChosenColumns<RegisterField>,
): RegisterSource {
  const folded = headers.map((cell) => fold(headerText(cell)));
  const { columns } = mapRegisterHeaders(headers, chosen);
  const courses = policy.courses
    .map(({ name }) => ({
      name,
      completed: folded.indexOf(fold(completedColumn(name))),
      booked: folded.indexOf(fold(bookedColumn(name))),
    }))
    .filter(({ completed, booked }) => completed >= 0 || booked >= 0);
  const practitioners = rows.map((cells): RawPractitioner => ({
    ...Object.fromEntries([...columns].map(([field, column]) => [field, cells[column]])),
    training: courses.map(({ name, completed, booked }): Training => ({
      course: name,
      completedOn: cells[completed],
      bookedFor: cells[booked],
    })),
  }));
  const kept: RegisterColumn[] = [...columns.keys()];
  return {
    practitioners,
    columns: new Set(courses.length > 0 ? [...kept, "training"] : kept),
    courses: courses.map(({ name }) => name),
    date1904,
  };
}

/** Whether headers name people and say something more about them, be it registered or not. */
export function looksLikePeople(headers: readonly Cell[]): boolean {
  const { columns } = mapRegisterHeaders(headers);
  return (columns.has("name") || columns.has("id")) && columns.size > 1;
}

/** Whether headers look like a register's: a name or staff number, with a registration. */
export const looksLikeRegister = (headers: readonly Cell[]): boolean =>
  looksLikePeople(headers) && mapRegisterHeaders(headers).columns.has("registration");
