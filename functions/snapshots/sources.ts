import { teamsIn, type Policy } from "../../rules/policy.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import type { Dependencies } from "../dependencies.ts";
import { policyOn } from "../policies/versions.ts";
import { registerOf } from "../people/register.ts";

/** What snapshots are checked with, kept by other routes. */
export interface Sources {
  /** The policy in force on an ISO date, and which version of the council's it is. */
  readonly policyOn: (
    deps: Dependencies,
    isoDay: string,
  ) => Promise<{ readonly policy: Policy; readonly version: number }>;
  readonly registerOf: (deps: Dependencies) => Promise<readonly RawPractitioner[]>;
}

export const SOURCES: Sources = { policyOn, registerOf };

/** A team's name for people; its id where today's policy no longer has it. */
export const teamName = (policy: Policy, id: string): string =>
  teamsIn(policy).find((team) => team.id === id)?.name ?? id;
