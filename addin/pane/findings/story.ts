import { isUnqualified } from "../../../rules/people.ts";
import type { Person } from "../../../rules/people.ts";
import { showDay, type Day } from "../../../rules/dates.ts";
import type { FieldId } from "../../../rules/fields.ts";
import type { Row } from "../../../rules/row.ts";
import { statusLabel } from "../../../rules/status.ts";
import { supervisionDue } from "../../../rules/supervision.ts";
import type { Reading } from "../reading.ts";
import { registerSays } from "../register-says.ts";

/** One fact of a case: what it is, and what the sheet and the register say. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

const BLANK = "Blank";
const LOST = "Cannot be read";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** When supervision is due next; undefined where it is not asked for, or nothing says from when it counts. */
export function nextSupervision(row: Row, { terms, basis }: Reading): Day | undefined {
  const { lead, status } = row;
  const isAsked = lead && status && terms.overseen.includes(status) && isUnqualified(lead.standingOn(basis.asOf));
  if (!isAsked || row.isLost("lastSupervision") || row.isLost("leadFrom")) return undefined;
  return supervisionDue(row, terms);
}

/** The facts of one case that a manager asks for first, in the order of asking; fields without a column are left out. */
export function factsOf(reading: Reading, index: number): readonly Fact[] {
  const row = reading.rowAt(index);
  if (!row) return [];
  const { asOf } = reading.basis;
  const facts: Fact[] = [];
  const add = <F extends FieldId>(field: F, name: string, show: (value: NonNullable<Row[F]>) => string): void => {
    if (!reading.has(field)) return;
    const value = row[field];
    facts.push({ name, value: row.isLost(field) ? LOST : value === undefined ? BLANK : show(value) });
  };
  const addRegister = (person: Person | undefined): void => {
    if (person)
      facts.push({ name: `The register on ${person.name}`, value: registerSays(person, reading.register, asOf) });
  };

  add("status", "Case status", (status) => capital(statusLabel(status)));
  add("team", "Team", ({ text, known }) => known?.team.name ?? `${text} (not known to the policy)`);
  add("lead", "Lead professional", ({ name, role }) => (role ? `${name}, ${role.name}` : name));
  addRegister(row.lead);
  add("leadFrom", "Allocated on", showDay);
  add("overseer", "Overseen by", ({ name }) => name);
  if (!row.overseer?.is(row.lead)) addRegister(row.overseer);
  add("lastSupervision", "Last supervision", showDay);
  const due = nextSupervision(row, reading);
  if (due !== undefined) facts.push({ name: "Next supervision due", value: showDay(due) });
  add("cover", "Cover", ({ name }) => name);
  return facts;
}
