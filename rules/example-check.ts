import { check, type Checked } from "./check.ts";
import { isoDay } from "./dates.ts";
import type { Example } from "./example.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER, EXAMPLE_ROW } from "./example-row.ts";
import { FIELD_IDS, type FieldId } from "./fields.ts";
import { mapFields } from "./headers.ts";
import { kentTrial2024 } from "./policies/index.ts";
import { mergePolicy } from "./policy-merge.ts";
import type { RawPractitioner, RegisterSource } from "./register.ts";

function registerOf({ practitioner, unregistered, workbook }: Example): RegisterSource | undefined {
  if (unregistered === "all") return undefined;
  const changed = EXAMPLE_REGISTER.map((person) =>
    person.name === practitioner?.name ? { ...person, ...practitioner } : person,
  );
  const isKept = ([key]: [string, unknown]): boolean => !(unregistered ?? []).some((left) => left === key);
  return {
    practitioners: changed.map((person): RawPractitioner => Object.fromEntries(Object.entries(person).filter(isKept))),
    workbook: workbook && { practitioners: workbook },
  };
}

/** Checks an example's sheet. */
export function checkExample(example: Example): Checked {
  const dropped = new Set<FieldId>(example.drop ?? []);
  const columns = FIELD_IDS.filter((id) => !dropped.has(id));
  const rows = [example.set ?? {}, ...(example.more ?? [])].map((change) => ({ ...EXAMPLE_ROW, ...change }));
  return check(
    { columns: mapFields(columns), rows: rows.map((row) => columns.map((id) => row[id])) },
    {
      asOf: isoDay(example.asOf ?? EXAMPLE_DAY),
      policy: mergePolicy(kentTrial2024, example.policy ?? {}),
      register: registerOf(example),
      service: example.service,
    },
  );
}
