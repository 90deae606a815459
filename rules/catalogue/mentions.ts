import { peopleOn } from "../across.ts";
import type { Context } from "../context.ts";
import type { FieldId } from "../fields.ts";
import type { RegisterProblem } from "../register.ts";
import type { Row } from "../row.ts";

export interface RegisterCell extends RegisterProblem {
  /** Whose entry it is. */
  readonly person: string;
  /** The row's column that names them. */
  readonly field: FieldId;
}

/** The register's cells that cannot be used, of the people whom this row is the first open one to name. */
export function firstMentions(row: Row, { across, register }: Context): RegisterCell[] {
  if (!register?.hasProblems) return [];
  const said = new Set<string>();
  return peopleOn(row).flatMap(([field, person]) => {
    if (said.has(person.key) || !across.isFirstMentionOf(person, row.index)) return [];
    said.add(person.key);
    return (person.practitioner?.problems ?? []).map((problem) => ({ ...problem, person: person.name, field }));
  });
}
