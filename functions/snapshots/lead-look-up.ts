import { hashesOf } from "../hashing/hashing.ts";
import type { Dependencies } from "../dependencies.ts";
import { leadName } from "./elsewhere.ts";
import type { ChildLead, LeadList } from "./lead-list.ts";
import { leadLists } from "./lead-lists.ts";
import { teamName, type Sources } from "./sources.ts";
import { today } from "../today.ts";

/** Who leads for a child: null where nobody is recorded. */
export type LookUpAnswer =
  | { readonly lead: string; readonly team: string; readonly since: string | null; readonly listOf: string }
  | "restricted"
  | null;

interface Entry {
  readonly list: LeadList;
  readonly led: ChildLead;
}

const newestFirst = (a: Entry, b: Entry): number => (a.list.asOf < b.list.asOf ? 1 : -1);

/** Answers for references in their order. A child that any list calls restricted is never answered for. */
export async function lookUp(deps: Dependencies, sources: Sources, refs: readonly string[]): Promise<LookUpAnswer[]> {
  const [lists, keys, practitioners] = await Promise.all([
    leadLists(deps, sources),
    deps.hashKeys(),
    sources.registerOf(deps),
  ]);
  const { policy } = await sources.policyOn(deps, today(deps));
  return refs.map((ref): LookUpAnswer => {
    const hashes = hashesOf(ref, keys);
    const entries = lists.flatMap((list): Entry[] =>
      hashes.flatMap((hash) => {
        const led = list.children.get(hash);
        return led ? [{ list, led }] : [];
      }),
    );
    if (entries.some(({ led }) => led.isRestricted)) return "restricted";
    const [newest] = entries.filter(({ led }) => led.lead !== undefined).sort(newestFirst);
    if (newest?.led.lead === undefined) return null;
    const { list, led } = newest;
    return {
      lead: leadName(practitioners, newest.led.lead),
      team: teamName(policy, list.team),
      since: led.since ?? null,
      listOf: list.asOf,
    };
  });
}
