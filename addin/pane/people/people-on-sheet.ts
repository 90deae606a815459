import { peopleOn } from "../../../rules/cross-row-facts.ts";
import type { Day } from "../../../rules/dates.ts";
import { headerOf, type FieldId } from "../../../rules/fields.ts";
import type { Person } from "../../../rules/people.ts";
import { isUsable } from "../../../rules/read.ts";
import { canBeRenewed } from "../../registrations/renewal.ts";
import type { ListReader } from "../list-reader.ts";
import { registerFact } from "../register-facts.ts";

/** Someone named on the sheet, with facts about them that the sheet and the register hold. */
export interface PersonOnSheet {
  readonly key: string;
  readonly name: string;
  /** As the register has it, else as the sheet gives it; "" where neither says. */
  readonly role: string;
  readonly register: string;
  /** The last day of the registration that the register shows; undefined where it shows none. */
  readonly registeredTo: Day | undefined;
  /** Whether a renewal may be entered for them. */
  readonly canBeRenewed: boolean;
  /** The columns that name them. */
  readonly named: readonly string[];
  /** Open cases that they lead on this sheet, each child once. */
  readonly leads: number;
}

interface PersonFacts {
  readonly person: Person;
  readonly roles: Set<string>;
  readonly fields: Set<FieldId>;
  readonly children: Set<string>;
}

function endOf({ practitioner }: Person): Day | undefined {
  const end = practitioner?.registration === "held" ? practitioner.registeredTo : undefined;
  return isUsable(end) ? end : undefined;
}

/** Behind every day that a register may show. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Whose registration ends soonest first, then everybody else; by name among those of one day. */
export const byEnd = (people: readonly PersonOnSheet[]): PersonOnSheet[] =>
  people.toSorted((a, b) => (a.registeredTo ?? LAST) - (b.registeredTo ?? LAST));

/** Everyone named on the sheet, by name alone: the list ranks nobody. */
export function peopleOnSheet(reader: ListReader): PersonOnSheet[] {
  const found = new Map<string, PersonFacts>();
  for (const row of reader.rows()) {
    for (const [field, person] of peopleOn(row)) {
      const known = found.get(person.key) ?? { person, roles: new Set(), fields: new Set(), children: new Set() };
      found.set(person.key, known);
      known.fields.add(field);
      if (person.role) known.roles.add(person.role.name);
      // A row without a child ref is a child of its own.
      if (field === "lead" && !row.isClosed) known.children.add(row.childRef?.toUpperCase() ?? `row ${row.index}`);
    }
  }
  return [...found.values()]
    .map(({ person, roles, fields, children }): PersonOnSheet => ({
      key: person.key,
      name: person.name,
      role: [...roles].join(" or "),
      register: registerFact(person, reader.register, reader.inputs.asOf),
      registeredTo: endOf(person),
      canBeRenewed: canBeRenewed(person, reader.inputs.asOf),
      named: [...fields].map(headerOf),
      leads: children.size,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
