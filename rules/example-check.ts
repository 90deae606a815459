import { check, type Checked } from "./check.ts";
import { isoDay } from "./dates.ts";
import type { Cells, Example } from "./example.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER, EXAMPLE_ROW } from "./example-row.ts";
import { FIELD_IDS, type FieldId } from "./fields.ts";
import { mapFields } from "./headers.ts";
import { kentTrial2024 } from "./policies/index.ts";
import { mergePolicy } from "./policy-merge.ts";
import type { RawPractitioner, RegisterSource } from "./register.ts";
import type { Sheet } from "./sheet.ts";

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
  const sheetOf = (changes: readonly Cells[]): Sheet => ({
    columns: mapFields(columns),
    rows: changes.map((change) => ({ ...EXAMPLE_ROW, ...change })).map((row) => columns.map((id) => row[id])),
  });
  return check(sheetOf([example.set ?? {}, ...(example.more ?? [])]), {
    asOf: isoDay(example.asOf ?? EXAMPLE_DAY),
    policy: mergePolicy(kentTrial2024, example.policy ?? {}),
    register: registerOf(example),
    service: example.service,
    others: Object.entries(example.others ?? {}).map(([name, rows]) => ({ name, sheet: sheetOf(rows) })),
  });
}
