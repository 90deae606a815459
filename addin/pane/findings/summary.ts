import type { Checked } from "../../../rules/check.ts";
import { SEVERITIES, SHOWN_AS, type Severity } from "../../../rules/finding.ts";
import { count, list } from "../../../rules/text.ts";
import type { PlacedFinding } from "../../checking/finding-places.ts";

const rowsIn = ({ counts }: Checked): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** Whether any row was checked: of none, nothing is Clear. */
export const hasRows = (checked: Checked): boolean => rowsIn(checked) > 0;

/** "12 findings in 9 of 42 rows, and 1 accepted". */
export function findingsTitle(all: readonly PlacedFinding[], checked: Checked): string {
  const accepted = all.filter(({ finding }) => finding.accepted).length;
  const found = foundIn(all.length - accepted, checked);
  return accepted === 0 ? found : `${found}, and ${accepted} accepted`;
}

function foundIn(findings: number, checked: Checked): string {
  const rows = rowsIn(checked);
  if (findings === 0 && rows === 0) return "No row to check yet";
  if (findings === 0) return `Nothing found in ${count(rows, "row")}`;
  const broken = rows - checked.counts.clear;
  if (broken === 0) return `${count(findings, "finding")} on the sheet as a whole`;
  return `${count(findings, "finding")} in ${broken} of ${count(rows, "row")}`;
}

export type Tally = Readonly<Record<Severity, number>>;

const totalOf = (tally: Tally): number => SEVERITIES.reduce((sum, severity) => sum + tally[severity], 0);

const moreOrFewer = (change: number): string => `${Math.abs(change)} ${change > 0 ? "more" : "fewer"}`;

/** What has changed since, for someone who listens: "12 findings, 2 fewer". Undefined where nothing has. */
export function changeSentence(before: Tally | undefined, after: Tally): string | undefined {
  const total = count(totalOf(after), "finding");
  if (!before) return total;
  const change = totalOf(after) - totalOf(before);
  if (change !== 0) return `${total}, ${moreOrFewer(change)}`;
  const kinds = [...SEVERITIES].reverse().filter((severity) => before[severity] !== after[severity]);
  if (kinds.length === 0) return undefined;
  return `${total}: ${list(kinds.map((severity) => `${moreOrFewer(after[severity] - before[severity])} of '${SHOWN_AS[severity]}'`))}`;
}
