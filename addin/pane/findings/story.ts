import type { Person } from "../../../rules/people.ts";
import { showDay, type Day } from "../../../rules/dates.ts";
import type { FieldId } from "../../../rules/fields.ts";
import type { Row } from "../../../rules/row.ts";
import { statusLabel } from "../../../rules/status.ts";
import { supervisionDue } from "../../../rules/supervision.ts";
import { capital } from "../../../rules/text.ts";
import type { ListReader } from "../list-reader.ts";
import { registerFact } from "../register-facts.ts";

/** One fact of a case: what it is, and what the sheet and the register say. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

const BLANK = "Blank";
const UNREADABLE = "Cannot be read";

/** When supervision is due next; undefined where it is not asked for, or nothing says from when it counts. */
export function nextSupervision(row: Row, { terms, inputs }: ListReader): Day | undefined {
  const { lead, status } = row;
  const isAsked = lead && status && terms.overseen.includes(status) && lead.isOtherLeadOn(inputs.asOf);
  if (!isAsked || row.isLost("lastSupervision") || row.isLost("leadFrom")) return undefined;
  return supervisionDue(row, terms);
}

/** The facts of one case that a manager asks for first, in the order of asking; fields without a column are left out. */
export function factsOf(reader: ListReader, index: number): readonly Fact[] {
  const row = reader.rowAt(index);
  if (!row) return [];
  const { asOf } = reader.inputs;
  const facts: Fact[] = [];
  const add = <F extends FieldId>(field: F, name: string, show: (value: NonNullable<Row[F]>) => string): void => {
    if (!reader.has(field)) return;
    const value = row[field];
    facts.push({ name, value: row.isLost(field) ? UNREADABLE : value === undefined ? BLANK : show(value) });
  };
  const addRegister = (person: Person | undefined): void => {
    if (person)
      facts.push({ name: `The register on ${person.name}`, value: registerFact(person, reader.register, asOf) });
  };

  add("status", "Case status", (status) => capital(statusLabel(status)));
  add("team", "Team", ({ text, known }) => known?.team.name ?? `${text} (not known to the policy)`);
  add("lead", "Lead professional", ({ name, role }) => (role ? `${name}, ${role.name}` : name));
  addRegister(row.lead);
  add("leadFrom", "Allocated on", showDay);
  add("overseer", "Overseen by", ({ name }) => name);
  if (!row.overseer?.is(row.lead)) addRegister(row.overseer);
  add("lastSupervision", "Last supervision", showDay);
  const due = nextSupervision(row, reader);
  if (due !== undefined) facts.push({ name: "Next supervision due", value: showDay(due) });
  add("cover", "Cover", ({ name }) => name);
  return facts;
}
