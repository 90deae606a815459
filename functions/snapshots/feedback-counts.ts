import type { Dependencies } from "../dependencies.ts";
import { allOf, jsonOf } from "../store/entries.ts";
import { partitions } from "../store/keys.ts";

/** How much feedback there is of teams and months. It comes in after a snapshot too, so it is counted when it is asked for. */
export async function feedbackCounts(
  { table }: Pick<Dependencies, "table">,
  from: string,
  to: string,
): Promise<(team: string, month: string) => number> {
  const counts = new Map<string, number>();
  const nameOf = (team: string, month: string): string => `${month}#${team}`;
  for (const entry of await allOf(table, partitions.feedback, { after: from })) {
    const { month, team } = jsonOf(entry) as { month: string; team?: string };
    if (month > to) break;
    if (team !== undefined) counts.set(nameOf(team, month), (counts.get(nameOf(team, month)) ?? 0) + 1);
  }
  return (team, month) => counts.get(nameOf(team, month)) ?? 0;
}
