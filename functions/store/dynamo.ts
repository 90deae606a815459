import type { Log } from "../log.ts";
import type { Client } from "./client.ts";
import { entryOf, isLive } from "./items.ts";
import { checkCount, checkItem, checkKey, checkLimit, checkRange, checkVersion } from "./limits.ts";
import { type RetryLimits, RETRY_LIMITS } from "./retry.ts";
import { readsOver } from "./reads.ts";
import { type OnUnits, requestsOver } from "./requests.ts";
import type { Table } from "./table.ts";
import { writesOver } from "./writes.ts";

export interface DynamoOptions {
  readonly client: Client;
  readonly tableName: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly onUnits?: OnUnits;
  readonly patience?: RetryLimits;
}

/** The table in DynamoDB: whatever a caller got wrong is thrown before anything is sent. */
export function dynamoTable({ client, tableName, now, log, onUnits, patience = RETRY_LIMITS }: DynamoOptions): Table {
  const second = (): number => Math.floor(now().getTime() / 1000);
  const requests = requestsOver({ client, tableName, log, patience, onUnits });
  const reads = readsOver(requests, second);
  const writes = writesOver(requests, second);

  return {
    async get(key) {
      checkKey(key);
      const item = await requests.get(key);
      return item && isLive(item, second()) ? entryOf(item) : undefined;
    },
    async put(key, body, { expect = "anything", expiresAt } = {}) {
      checkItem(key, body, expiresAt);
      return await writes.put(key, body, expect, expiresAt);
    },
    async remove(key, expect = "anything") {
      checkKey(key);
      return await writes.remove(key, expect);
    },
    async list(pk, range = {}) {
      checkRange(pk, range);
      return await reads.list(pk, range);
    },
    async count(key, by, most, expiresAt) {
      checkCount(key, by, expiresAt);
      return await writes.count(key, by, most, expiresAt);
    },
    async restore(entry) {
      checkItem(entry, entry.body, entry.expiresAt);
      checkVersion(entry.version);
      return await writes.restore(entry);
    },
    async scan(after, limit) {
      checkLimit(limit);
      return await reads.scan(after, limit);
    },
  };
}
