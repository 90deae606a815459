import type { Table } from "../../../functions/store/table.ts";
import { Random } from "../../../tools/bench/random.ts";

/** How something breaks off while a month is sent. */
export const KINDS = [
  "the network is cut before a request",
  "the network is cut before an answer",
  "the pane is closed before a request",
  "the pane is closed before an answer",
  "Excel is killed, and forgets what was not saved",
  "the server is killed before it writes",
  "the server is killed after it wrote",
] as const;
export type Kind = (typeof KINDS)[number];

export interface KillPoint {
  /** Which request, counted from the first; 0: while the rows are still being read. */
  readonly request: number;
  /** Which operation on the table, for a server that is killed. */
  readonly operation: number;
  readonly kind: Kind;
  /** Whether somebody edits the list before it goes on. */
  readonly isEdited: boolean;
}

/** Where a run is killed: once, or up to three times. The same seed gives the same points. */
export function killPoints(seed: number, requests: number): readonly KillPoint[] {
  const random = new Random(seed);
  return Array.from({ length: random.int(1, 3) }, (_, index): KillPoint => {
    const kind = random.pick(KINDS);
    const isPane = kind.startsWith("the pane");
    // The commit is where most can go wrong, so it is killed more often than its turn.
    const request = random.chance(0.3)
      ? requests
      : random.int(index === 0 && isPane ? 0 : 1, index === 0 ? requests : requests + 3);
    return { request, operation: random.int(1, 30), kind, isEdited: isPane && random.chance(0.5) };
  }).sort((a, b) => a.request - b.request);
}

class ServerKilled extends Error {}

/** A table whose server dies at one of its operations: from then on none of them is done, until it is started again. */
export function mortal(table: Table) {
  const server = { operations: 0, diesAt: Infinity, writesFirst: false, isDown: false };
  const during = async <Result>(operation: () => Promise<Result>): Promise<Result> => {
    if (server.isDown) throw new ServerKilled();
    server.operations += 1;
    if (server.operations < server.diesAt) return operation();
    server.diesAt = Infinity;
    if (server.writesFirst) await operation();
    server.isDown = true;
    throw new ServerKilled();
  };
  const dying: Table = {
    get: (...given) => during(() => table.get(...given)),
    put: (...given) => during(() => table.put(...given)),
    remove: (...given) => during(() => table.remove(...given)),
    list: (...given) => during(() => table.list(...given)),
    count: (...given) => during(() => table.count(...given)),
    restore: (...given) => during(() => table.restore(...given)),
    scan: (...given) => during(() => table.scan(...given)),
  };
  return { table: dying, server };
}
