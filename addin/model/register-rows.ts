import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { PERSON_FIELDS } from "../../rules/cross-row-facts.ts";
import type { Mapping } from "../../rules/headers.ts";
import { isNobody, textOf } from "../../rules/read.ts";
import { termsOf } from "../../rules/terms.ts";
import { foldName } from "../../rules/text.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** The headers and first rows of a table Practitioners: a row for everyone whom a list names, to be filled in. */
export interface RegisterRows {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Everyone whom a list names, each once, by name. Only their role is filled in, and only where the list gives every
 * time the same one that the policy knows: who is registered is for a person to say.
 */
export function registerRows(
  { allocations }: WorkbookList,
  { columns }: Mapping,
  { policy }: CheckInputs,
): RegisterRows {
  const terms = termsOf(policy);
  const roles = new Map<string, { readonly name: string; readonly roles: Set<string> }>();
  const roleColumn = columns.get("leadRole");
  for (const field of PERSON_FIELDS) {
    const column = columns.get(field);
    if (column === undefined || field === "advocate") continue;
    for (const cells of allocations.rows) {
      const name = textOf(cells[column]);
      if (name === "" || isNobody(name) || terms.team(name) || terms.role(name)) continue;
      const known = roles.get(foldName(name)) ?? { name, roles: new Set<string>() };
      roles.set(foldName(name), known);
      const role = field === "lead" && roleColumn !== undefined ? terms.role(textOf(cells[roleColumn])) : undefined;
      if (role) known.roles.add(role.name);
    }
  }
  const headers = [
    ...REGISTER_FIELD_IDS.map((id) => REGISTER_FIELDS[id].header),
    ...terms.courses.flatMap(({ name }) => [`${name} completed`, `${name} booked`]),
  ];
  const roleAt = REGISTER_FIELD_IDS.indexOf("role");
  const nameAt = REGISTER_FIELD_IDS.indexOf("name");
  const rows = [...roles.values()]
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"))
    .map(({ name, roles: given }) =>
      headers.map((_, at) => (at === nameAt ? name : at === roleAt && given.size === 1 ? ([...given][0] ?? "") : "")),
    );
  return { headers, rows };
}
