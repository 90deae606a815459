import { teamsIn, type Policy } from "../../rules/policy.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import type { Needs } from "../needs.ts";
import { policyOn } from "../policies/versions.ts";
import { registerOf } from "../people/register.ts";
import { todayOf } from "../today.ts";

/** What snapshots are checked with, kept by other routes. */
export interface Sources {
  /** The policy in force on an ISO date, and which version of the council's it is. */
  readonly policyOn: (needs: Needs, isoDay: string) => Promise<{ readonly policy: Policy; readonly version: number }>;
  readonly registerOf: (needs: Needs) => Promise<readonly RawPractitioner[]>;
}

export const SOURCES: Sources = { policyOn, registerOf };

/** Today in England, as an ISO date. */
export const today = ({ now }: Pick<Needs, "now">): string => todayOf(now());

/** A team's name for people; its id where today's policy no longer has it. */
export const teamName = (policy: Policy, id: string): string =>
  teamsIn(policy).find((team) => team.id === id)?.name ?? id;
