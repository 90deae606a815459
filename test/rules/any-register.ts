import fc from "fast-check";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import type { RawPractitioner, RegisterSource } from "../../rules/register.ts";
import { cellOf, LIKELY, likelyDate, names, roles } from "./any-cells.ts";

const REGISTER_CELLS: Readonly<Record<(typeof REGISTER_FIELD_IDS)[number], fc.Arbitrary<Cell>>> = {
  name: names,
  id: fc.constantFrom("A1", "W1", "M9"),
  role: roles,
  team: LIKELY.team,
  registration: fc.constantFrom("SW100001", "none", "pending"),
  registeredTo: likelyDate,
  level: LIKELY.complexity,
  signedOffOn: likelyDate,
  caseLimit: LIKELY.number,
  protectedTime: LIKELY["yes-no"],
  absentFrom: likelyDate,
  absentTo: likelyDate,
};
const anyTraining = fc.array(
  fc.record({
    course: fc.constantFrom(...kentTrial2024.courses.map(({ name }) => name), "Chairing", "__proto__"),
    completedOn: cellOf(likelyDate),
    bookedFor: cellOf(likelyDate),
  }),
  { maxLength: 2 },
);
const registerCells = Object.fromEntries(
  REGISTER_FIELD_IDS.map((id) => [id, cellOf(REGISTER_CELLS[id])]),
) as typeof REGISTER_CELLS;
const anyPractitioner: fc.Arbitrary<RawPractitioner> = fc.oneof(
  fc.constantFrom(...EXAMPLE_REGISTER),
  fc.record({ ...registerCells, training: anyTraining }, { requiredKeys: [] }),
);
const registerTable: fc.Arbitrary<RegisterSource> = fc
  .shuffledSubarray([...REGISTER_FIELD_IDS])
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids.map((id) => REGISTER_FIELDS[id].header)),
      fc.array(fc.tuple(...ids.map((id) => registerCells[id])), { maxLength: 8 }),
      fc.boolean(),
    ),
  )
  .map(([headers, rows, date1904]) => registerFromTable(headers, rows, kentTrial2024, date1904));

/** No register, one of records, a workbook's table, or one beside the other. */
export const anyRegister: fc.Arbitrary<RegisterSource | undefined> = fc.oneof(
  fc.constant(undefined),
  { weight: 3, arbitrary: fc.constant({ practitioners: EXAMPLE_REGISTER }) },
  fc
    .array(anyPractitioner, { maxLength: 10 })
    .map((practitioners) => ({ practitioners: [...EXAMPLE_REGISTER, ...practitioners] })),
  fc.array(anyPractitioner, { maxLength: 10 }).map((practitioners) => ({ practitioners })),
  registerTable,
  fc
    .tuple(fc.array(anyPractitioner, { maxLength: 10 }), registerTable)
    .map(([practitioners, workbook]) => ({ practitioners: [...EXAMPLE_REGISTER, ...practitioners], workbook })),
);
