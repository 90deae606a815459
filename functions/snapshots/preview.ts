import type { Verdict } from "../../rules/finding.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import type { Needs } from "../needs.ts";
import { evaluate, type Evaluated } from "./evaluate.ts";
import { newestOf, receiptAt } from "./history.ts";
import { leadTeams } from "./leads.ts";
import { chunksOf, sheetOfChunks } from "./rows.ts";
import { SOURCES, teamName, type Sources } from "./sources.ts";

/** How many rows of a team's newest snapshot would have another verdict. */
export interface VerdictChange {
  readonly team: string;
  readonly month: string;
  readonly changes: readonly { readonly from: Verdict; readonly to: Verdict; readonly rows: number }[];
}

function changesBetween(before: Evaluated["found"], after: Evaluated["found"]): VerdictChange["changes"] {
  const counts = new Map<string, { from: Verdict; to: Verdict; rows: number }>();
  for (const [index, row] of before.entries()) {
    const to = after[index]?.verdict;
    if (!row || to === undefined || row.verdict === to) continue;
    const name = `${row.verdict} ${to}`;
    const known = counts.get(name);
    if (known) known.rows += 1;
    else counts.set(name, { from: row.verdict, to, rows: 1 });
  }
  return [...counts.values()];
}

/**
 * Checks every team's newest snapshot with a policy not yet in force, and with the one of its day. Both with today's
 * register, so that what differs is the policy's doing alone.
 */
export async function verdictChanges(
  needs: Needs,
  policy: Policy,
  sources: Sources = SOURCES,
): Promise<VerdictChange[]> {
  const [practitioners, keys] = await Promise.all([sources.registerOf(needs), needs.hashKeys()]);
  const found: VerdictChange[] = [];
  for (const team of new Set([...teamsIn(policy).map(({ id }) => id), ...(await leadTeams(needs))])) {
    const newest = await newestOf(needs, team);
    if (!newest) continue;
    const { upload, parts, asOf, keyVersion } = await receiptAt(needs, team, newest.month, newest.version);
    const chunks = await chunksOf(needs, upload, parts);
    const foundBy = (by: Policy) =>
      evaluate(sheetOfChunks(chunks, teamName(by, team)), { asOf, policy: by, practitioners, keys, keyVersion }).found;
    const inForce = await sources.policyOn(needs, asOf);
    found.push({ team, month: newest.month, changes: changesBetween(foundBy(inForce.policy), foundBy(policy)) });
  }
  return found;
}
