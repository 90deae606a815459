import { callerId, type Caller } from "../people/identity.ts";
import type { Route } from "./operations.ts";
import type { Dependencies } from "../dependencies.ts";
import { keys } from "../store/keys.ts";

/** What is written down of every write, every look-up and every reading of row-level data; never case data. */
export interface AuditLine {
  readonly at: string;
  /** The person's object id and tenant. */
  readonly by: string;
  /** The route as it was then, such as "POST /leads". */
  readonly what: string;
  readonly team?: string;
  readonly month?: string;
  readonly count?: number;
  /** How many children of it another team's list answered for. */
  readonly crossed?: number;
  /** Which children were looked up, as keyed hashes that join with no stored row. */
  readonly children?: readonly string[];
  /** An upload, a practitioner's staff number, a policy version: what was acted on. */
  readonly about?: string;
}

/** Writes one line of the audit trail. */
export async function audit(
  { table, now, newId }: Dependencies,
  caller: Pick<Caller, "oid" | "tid">,
  what: Route,
  beside: Omit<AuditLine, "at" | "by" | "what"> = {},
): Promise<void> {
  const at = now().toISOString();
  const line: AuditLine = { at, by: callerId(caller), what, ...beside };
  await table.put(keys.audit(at, newId()), JSON.stringify(line), { expect: "absent" });
}
