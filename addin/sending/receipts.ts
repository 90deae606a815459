import { SEVERITIES, SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import { count, list } from "../../rules/text.ts";
import { monthName } from "../../rules/months.ts";
import type { Receipt } from "../../client/snapshots.ts";

const MOST_KEPT = 24;

const isNewer = (a: Receipt, b: Receipt): boolean => (a.month === b.month ? a.at > b.at : a.month > b.month);

/** The newest of each team and month, the latest month first; only so many. */
export function newestReceipts(receipts: readonly Receipt[]): readonly Receipt[] {
  const newest = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const place = `${receipt.team} ${receipt.month}`;
    const known = newest.get(place);
    if (!known || receipt.version >= known.version) newest.set(place, receipt);
  }
  return [...newest.values()].sort((a, b) => (isNewer(a, b) ? -1 : 1)).slice(0, MOST_KEPT);
}

const WORST_FIRST: readonly Verdict[] = [...[...SEVERITIES].reverse(), "clear"];

/** How the counts of two versions differ: "Action needed 3 instead of 5". */
function differences(before: Receipt, after: Receipt): string[] {
  const rows = after.rows === before.rows ? [] : [`${count(after.rows, "row")} instead of ${before.rows}`];
  const verdicts = WORST_FIRST.filter((verdict) => after.verdicts[verdict] !== before.verdicts[verdict]).map(
    (verdict) => `${SHOWN_AS[verdict]} ${after.verdicts[verdict]} instead of ${before.verdicts[verdict]}`,
  );
  return [...rows, ...verdicts];
}

/** What a receipt says, and what changed since the version before it, where that one's receipt is known. */
export function receiptSentence(receipt: Receipt, teamName: string, before: Receipt | undefined): string {
  const { month, version, rows, follows } = receipt;
  const received = `${monthName(month)} of ${teamName} was received as version ${version}, with ${count(rows, "row")}.`;
  if (follows === undefined) return received;
  if (before?.version !== follows)
    return `${received} It follows version ${follows}, which was not sent from this workbook.`;
  const differing = differences(before, receipt);
  return `${received} Since version ${follows}: ${differing.length === 0 ? "the same number of rows and of each verdict" : list(differing)}.`;
}
