import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import type { Table } from "../../../functions/store/table.ts";
import { bodies } from "./contract-bodies.ts";
import { conditions } from "./contract-conditions.ts";
import { expiry } from "./contract-expiry.ts";
import { pages } from "./contract-pages.ts";
import { races } from "./contract-races.ts";

/** Opens an empty table of its own, by a clock of its own. */
export type Open = (now: () => Date) => Promise<Table>;

/** A clock that the tests move. It stands far ahead, so that an engine that sweeps by its own clock leaves the items be. */
export function clock() {
  let second = Date.UTC(2100, 0, 1) / 1000;
  return {
    now: (): Date => new Date(second * 1000),
    second: (): number => second,
    pass: (seconds: number): void => {
      second += seconds;
    },
  };
}

export const tableName = (): string => `table-${randomUUID()}`;

/** What every table must do, whatever keeps it. */
export function contract(name: string, open: Open): void {
  describe(name, () => {
    conditions(open);
    bodies(open);
    pages(open);
    expiry(open);
    races(open);
  });
}
