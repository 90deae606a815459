import type { Verdict } from "../../rules/finding.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import type { Dependencies } from "../dependencies.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { newestOf } from "./receipts.ts";
import { leadTeams } from "./lead-lists.ts";
import { chunksOf, sheetOfChunks, unlessGone } from "./rows.ts";
import { SOURCES, teamName, type Sources } from "./sources.ts";

/** How many rows of a team's newest snapshot would have another verdict. */
export interface VerdictChange {
  readonly team: string;
  readonly month: string;
  readonly changes: readonly { readonly from: Verdict; readonly to: Verdict; readonly rows: number }[];
}

function changesBetween(before: Evaluation["found"], after: Evaluation["found"]): VerdictChange["changes"] {
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
  deps: Dependencies,
  policy: Policy,
  sources: Sources = SOURCES,
): Promise<VerdictChange[]> {
  const [practitioners, keys] = await Promise.all([sources.registerOf(deps), deps.hashKeys()]);
  const found: VerdictChange[] = [];
  for (const team of new Set([...teamsIn(policy).map(({ id }) => id), ...(await leadTeams(deps))])) {
    const newest = await newestOf(deps, team);
    if (!newest) continue;
    const { upload, parts, asOf, keyVersion } = newest;
    const chunks = await unlessGone(() => chunksOf(deps, upload, parts));
    if (!chunks) continue;
    const foundBy = (by: Policy) =>
      evaluate(sheetOfChunks(chunks, teamName(by, team)), { asOf, policy: by, practitioners, keys, keyVersion }).found;
    const inForce = await sources.policyOn(deps, asOf);
    found.push({ team, month: newest.month, changes: changesBetween(foundBy(inForce.policy), foundBy(policy)) });
  }
  return found;
}
