import { REGISTER_FIELDS, type RegisterField } from "./register-fields.ts";
import { headerIndex, headerText } from "./headers.ts";
import type { Policy } from "./policy.ts";
import type { Cell } from "./read.ts";
import type { RawPractitioner, RegisterColumn, RegisterSource } from "./register.ts";
import { fold } from "./text.ts";

const INDEX = headerIndex(REGISTER_FIELDS);

type Training = NonNullable<RawPractitioner["training"]>[number];

/** The register of a workbook's table "Practitioners": its headers and rows as the cells hold them. */
export function registerFromTable(
  headers: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  policy: Policy,
  date1904 = false,
): RegisterSource {
  const folded = headers.map((cell) => fold(headerText(cell)));
  const columns = new Map<RegisterField, number>();
  for (const index of [INDEX.exact, INDEX.alias]) {
    folded.forEach((header, column) => {
      const field = index.get(header);
      if (field !== undefined && !columns.has(field)) columns.set(field, column);
    });
  }
  const courses = policy.courses
    .map(({ name }) => ({
      name,
      completed: folded.indexOf(fold(`${name} completed`)),
      booked: folded.indexOf(fold(`${name} booked`)),
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

/** Whether headers look like a register's: a name or staff number, with a registration. */
export function looksLikeRegister(headers: readonly Cell[]): boolean {
  const found = new Set(
    headers.map((cell) => INDEX.exact.get(fold(headerText(cell))) ?? INDEX.alias.get(fold(headerText(cell)))),
  );
  return (found.has("name") || found.has("id")) && found.has("registration");
}
