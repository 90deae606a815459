import type { WireRow } from "../../rules/wire.ts";
import type { Receipt, Uploads, UploadState } from "../../client/snapshots.ts";
import { ServiceError } from "../../client/service-error.ts";
import type { OutboxEntry } from "./sender.ts";

export interface Delivery {
  readonly uploads: Uploads;
  readonly entry: OutboxEntry;
  readonly parts: readonly (readonly WireRow[])[];
  readonly newKey: () => string;
  /** Keeps what is known of the upload; done before the next request. */
  readonly keep: (entry: OutboxEntry) => void;
  readonly progress: (rows: number) => void;
  /** Asked before each request. Once a commit is on its way nothing stops it. */
  readonly isStopped: () => boolean;
  readonly committing: (entry: OutboxEntry) => void;
}

/** How often an upload is looked at again, or begun again, after answers that say it is not as it should be. */
const MOST_ROUNDS = 8;
const GONE = 404;
const CONFLICT = 409;

const NEVER_SETTLES =
  "The council's service did not take the upload, though it was sent several times. It is tried again by itself.";

const statusOf = (error: unknown): number | undefined => (error instanceof ServiceError ? error.status : undefined);

/** The state of an upload; undefined where the service has none of that id. */
export async function stateOf(uploads: Uploads, id: string): Promise<UploadState | undefined> {
  try {
    return await uploads.state(id);
  } catch (error) {
    if (statusOf(error) === GONE) return undefined;
    throw error;
  }
}

/** The parts that an open upload still lacks; undefined where it is not the upload of these rows. */
function lacking(
  { team, month, asOf, rows }: OutboxEntry,
  parts: Delivery["parts"],
  state: UploadState,
): number[] | undefined {
  const isOurs =
    state.team === team &&
    state.month === month &&
    state.asOf === asOf &&
    state.rows === rows &&
    state.parts === parts.length;
  if (!isOurs) return undefined;
  const held = new Map(state.held.map(({ part, rows: count }) => [part, count]));
  return parts.flatMap((part, index) => (held.get(index + 1) === part.length ? [] : [index + 1]));
}

/**
 * Brings an upload to its receipt, from wherever it stands: every request may have been made before, by a pane that is
 * gone, and with its answer lost. Undefined where it was stopped. Throws `ServiceError`.
 */
export async function deliver({
  uploads,
  entry: begun,
  parts,
  newKey,
  keep,
  progress,
  isStopped,
  committing,
}: Delivery): Promise<Receipt | undefined> {
  let entry = begun;
  const rowsIn = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + (parts[number - 1]?.length ?? 0), 0);

  const beginAnew = (): void => {
    entry = { ...entry, uploadId: undefined, key: newKey() };
    keep(entry);
  };
  async function open(): Promise<string> {
    const { team, month, asOf, rows, key } = entry;
    const id = await uploads.open({ team, month, asOf, rows, parts: parts.length }, key);
    if (!isStopped()) keep((entry = { ...entry, uploadId: id }));
    return id;
  }
  /** One try from the upload's present state to the receipt. */
  async function round(): Promise<Receipt | undefined> {
    const isFresh = entry.uploadId === undefined;
    const id = entry.uploadId ?? (await open());
    if (isStopped()) return undefined;
    const state = isFresh ? undefined : await uploads.state(id);
    const isOpen = state === undefined || state.state === "open";
    const missing =
      state === undefined ? parts.map((_, index) => index + 1) : isOpen ? lacking(entry, parts, state) : [];
    if (!missing) throw new ServiceError("refused", NEVER_SETTLES, [], GONE);
    let done = entry.rows - rowsIn(missing);
    for (const number of missing) {
      if (isStopped()) return undefined;
      progress(done);
      await uploads.part(id, number, parts[number - 1] ?? []);
      done += parts[number - 1]?.length ?? 0;
    }
    if (isStopped()) return undefined;
    progress(done);
    committing(entry);
    return uploads.commit(id, entry.key);
  }

  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    if (isStopped()) return undefined;
    try {
      return await round();
    } catch (error) {
      // In conflict: another pane was first, or an answer was lost. Gone: the upload ended before it was committed.
      const status = statusOf(error);
      if (status === GONE && !isStopped()) beginAnew();
      else if (status !== CONFLICT) throw error;
    }
  }
  throw new ServiceError("failed", NEVER_SETTLES);
}
