import type { Context } from "../context.ts";
import { peopleOn } from "../cross-row-facts.ts";
import { headerOf, type FieldId } from "../fields.ts";
import type { Why } from "../read.ts";
import type { RegisterProblem } from "../register.ts";
import type { Row } from "../row.ts";
import type { Breach, RuleFinding } from "../rule.ts";
import type { StatusCode } from "../status.ts";

/** A cell that is filled and cannot be used: of the row, or of the register's entry for someone named on it. */
export interface UnusableCell {
  /** Its column's header. */
  readonly column: string;
  /** The name of one of the breaches of LP-31 or LP-32. */
  readonly why: Why | RegisterProblem["why"];
  /** As typed; "" where the text stayed in the workbook. */
  readonly shown: string;
  /** Whose entry in the register it is. */
  readonly person?: string;
  /** The row's column to look at. */
  readonly field: FieldId;
  /** The statuses that it may mean. */
  readonly possible?: readonly StatusCode[] | undefined;
}

const NONE: readonly UnusableCell[] = [];

/** "'Last supervision'", "'Level' of A. Person in the register". */
export const whereIs = ({ column, person }: UnusableCell): string =>
  person === undefined ? `'${column}'` : `'${column}' of ${person} in the register`;

/** The register's unusable cells are said once a person, on the first open row that names them. */
function ofRegister(row: Row, { crossRow }: Context): UnusableCell[] {
  const said = new Set<string>();
  return peopleOn(row).flatMap(([field, person]) => {
    const { key, name, practitioner } = person;
    if (!practitioner || said.has(key) || !crossRow.isFirstMentionOf(person, row.index)) return [];
    said.add(key);
    return practitioner.problems.map((problem) => ({ ...problem, person: name, field }));
  });
}

/** Every cell of a row that cannot be used, and of the register's entries that it is the first to name. */
export function unusableCells(row: Row, context: Context): readonly UnusableCell[] {
  const { problems } = row;
  const onRow =
    problems.length === 0 ? NONE : problems.map((problem) => ({ ...problem, column: headerOf(problem.field) }));
  return context.register?.hasProblems ? [...onRow, ...ofRegister(row, context)] : onRow;
}

/** What some breaches, named after why a cell cannot be used, find on a row. */
export const findUnusable = (
  breaches: readonly Breach<UnusableCell>[],
  cells: readonly UnusableCell[],
): RuleFinding[] =>
  cells.flatMap((cell) =>
    breaches.filter(({ key }) => key === cell.why).map((breach) => breach.found(cell, { fields: [cell.field] })),
  );
