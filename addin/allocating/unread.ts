import { headerOf, type FieldId } from "../../rules/fields.ts";
import { REGISTER_FIELDS, type RegisterField } from "../../rules/register-fields.ts";
import type { Day } from "../../rules/dates.ts";
import type { Candidate } from "./candidates.ts";
import type { CaseSought } from "./case-sought.ts";

const OF_ANYONE: readonly RegisterField[] = ["caseLimit", "absentFrom", "absentTo"];
const HEADERS = new Set<string>(Object.values(REGISTER_FIELDS).map(({ header }) => header));

/** The columns of the register whose cells are read for anybody, and for a lead who is not a social worker of an overseen case. */
const isAsked = (column: string, isOther: boolean): boolean =>
  OF_ANYONE.some((field) => REGISTER_FIELDS[field].header === column) ||
  // Headers that are no field's are those of training courses.
  (isOther &&
    (column === REGISTER_FIELDS.level.header || column === REGISTER_FIELDS.signedOffOn.header || !HEADERS.has(column)));

/**
 * Cells that cannot be read and about which the rules are therefore silent: silence is no leave to lead. Each completes
 * "may lead once".
 */
export function unreadFor(
  { isOverseen, isProtected, unread }: CaseSought,
  { person, practitioner }: Candidate,
  asOf: Day,
): string[] {
  const isOther = isOverseen && person.isOtherLeadOn(asOf);
  const isAskedOnRow = (field: FieldId): boolean => {
    if (field === "coWorker") return isProtected && person.role?.newlyQualified === true;
    return field === "cover" || isOther;
  };
  return [
    ...unread.filter(isAskedOnRow).map((field) => `'${headerOf(field)}' can be read on this row`),
    // A date still to come is kept, and the rules speak of it themselves.
    ...practitioner.problems
      .filter(({ column, why }) => why !== "future" && isAsked(column, isOther))
      .map(({ column }) => `'${column}' can be read in the register`),
  ];
}
