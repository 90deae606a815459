import { showDay, type Day } from "../../rules/dates.ts";
import { isUsable } from "../../rules/read.ts";
import { placesNamed, type RowPlace } from "../../rules/row-place.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import type { Terms } from "../../rules/terms.ts";
import type { Candidate } from "./candidates.ts";

/** Something to know of somebody that the check of their row alone does not say, and the rule behind it. */
export interface NoteBeside {
  readonly rule: RuleId;
  readonly words: string;
}

/** That somebody's registration ends within the policy's days of warning, or is shown as ended. */
function registrationNote({ practitioner }: Candidate, { policy }: Terms, asOf: Day): string | undefined {
  const to = practitioner.registration === "held" ? practitioner.registeredTo : undefined;
  if (!isUsable(to) || to - policy.registrationWarnDays > asOf) return undefined;
  return to < asOf
    ? `the register shows their registration to ${showDay(to)} and none since`
    : `their registration is shown to ${showDay(to)}`;
}

/** What LP-35 and LP-37 would say with somebody as lead: both look beyond the row. `siblings`: rows of the family that somebody else leads. */
export function notesBeside(
  candidate: Candidate,
  siblings: readonly RowPlace[],
  terms: Terms,
  asOf: Day,
): readonly NoteBeside[] {
  const registration = terms.rulesOff.has("LP-35") ? undefined : registrationNote(candidate, terms, asOf);
  const isAskedOfFamilies = !terms.rulesOff.has("LP-37") && siblings.length > 0;
  return [
    ...(registration === undefined ? [] : [{ rule: "LP-35" as const, words: registration }]),
    ...(isAskedOfFamilies
      ? [
          {
            rule: "LP-37" as const,
            words: `${placesNamed(siblings)} of the same family ${siblings.length === 1 ? "names" : "name"} somebody else as lead`,
          },
        ]
      : []),
  ];
}
