import { teamsIn } from "../../rules/policy.ts";
import { callerId, type Caller } from "../people/identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { jsonOf } from "../store/entries.ts";
import { Refusal } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";
import { indexUpload } from "./upload-index.ts";
import { asOfFor, expiryOf } from "./as-of.ts";
import type { Sources } from "./sources.ts";
import { today } from "../today.ts";

/** A part that is held: how many rows, their digest, and the numbers of the items that hold them. */
export interface StoredPart {
  readonly rows: number;
  readonly digest: string;
  readonly items: readonly number[];
}

/**
 * An upload. A part counts as held once this item lists it, and not before; so that one version-checked write of
 * this item closes the upload to every part still on its way.
 *
 * What expires when: this item seven days after it was opened, so that an upload nobody commits comes to nothing; from
 * the moment a commit begins, when the month's rows do. Parts carry the rows' own time from the first: writing them
 * again at the commit, only to keep them longer, would cost as much as sending them. What an abandoned upload leaves
 * behind is listed nowhere, is found by `sweepAbandoned`, and holds no name and no reference.
 */
export interface Upload {
  readonly id: string;
  readonly team: string;
  readonly month: string;
  readonly asOf: string;
  readonly rows: number;
  readonly parts: number;
  readonly keyVersion: number;
  readonly by: string;
  readonly at: string;
  readonly state: "open" | "committing" | "committed";
  readonly held: Readonly<Record<string, StoredPart>>;
  /** When the rows are no longer kept, in seconds since 1970. */
  readonly keptUntil: number;
  /** Whether items may be left over that no longer count. */
  readonly hasSpare: boolean;
}

export interface NewUpload {
  readonly team: string;
  readonly month: string;
  readonly asOf?: string | undefined;
  readonly rows: number;
  readonly parts: number;
}

const OPEN_SECONDS = 7 * 86_400;

export const uploadIn = (entry: Entry): Upload => jsonOf(entry) as Upload;

/** As it is to be stored, and until when. */
export const uploadItem = (upload: Upload) => ({
  body: JSON.stringify(upload),
  expiresAt: upload.state === "open" ? Math.floor(Date.parse(upload.at) / 1000) + OPEN_SECONDS : upload.keptUntil,
});

export const noSuchUpload = (): Refusal =>
  new Refusal(404, "There is no such upload. Uploads that are not committed end after 7 days: send the month again.");

export async function uploadOf({ table }: Pick<Dependencies, "table">, id: string): Promise<Upload> {
  const entry = await table.get(keys.upload(id));
  if (!entry) throw noSuchUpload();
  return uploadIn(entry);
}

export const missingParts = ({ parts, held }: Upload): number[] =>
  Array.from({ length: parts }, (_, index) => index + 1).filter((n) => held[n] === undefined);

/** Begins the upload of a team's month. */
export async function openUpload(
  deps: Dependencies,
  sources: Sources,
  caller: Caller,
  { team, month, asOf: given, rows, parts }: NewUpload,
): Promise<Upload> {
  const asOf = asOfFor(month, given, today(deps));
  const { policy } = await sources.policyOn(deps, asOf);
  if (!teamsIn(policy).some(({ id }) => id === team))
    throw new Refusal(422, "The policy of that date has no such team.", ["team"]);
  const keptUntil = expiryOf(asOf, policy.retentionYears);
  const at = deps.now();
  if (keptUntil * 1000 <= at.getTime())
    throw new Refusal(422, "This month is older than the policy keeps snapshots.", ["month"]);
  const { newest: keyVersion } = await deps.hashKeys();
  const upload: Upload = {
    id: deps.newId(),
    team,
    month,
    asOf,
    rows,
    parts,
    keyVersion,
    by: callerId(caller),
    at: at.toISOString(),
    state: "open",
    held: {},
    keptUntil,
    hasSpare: false,
  };
  const { body, expiresAt } = uploadItem(upload);
  await indexUpload(deps.table, upload.id, keptUntil);
  const version = await deps.table.put(keys.upload(upload.id), body, { expect: "absent", expiresAt });
  if (version === undefined) throw new Error("An upload's id was used before.");
  return upload;
}
