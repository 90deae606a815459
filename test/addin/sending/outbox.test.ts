import { expect, test } from "vitest";
import { createOutbox } from "../../../addin/sending/outbox.ts";
import { newestReceipts } from "../../../addin/sending/receipts.ts";
import type { OutboxEntry } from "../../../addin/sending/sender.ts";
import type { Receipt } from "../../../client/snapshots.ts";

const entry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  team: "dover",
  month: "2024-11",
  asOf: "2024-11-30",
  uploadId: undefined,
  key: "k1",
  contentHash: "h",
  rows: 2,
  ...changes,
});
const receipt = (month: string, version = 1): Receipt => ({
  team: "dover",
  month,
  version,
  asOf: `${month}-28`,
  rows: 1,
  verdicts: { clear: 1, advice: 0, check: 0, action: 0, "not-eligible": 0 },
  policyHash: "p",
  contentHash: "c",
  at: `${month}-28T09:00:00Z`,
});

function browser(text?: string) {
  const kept = new Map(text === undefined ? [] : [["x-LeadProfessional.outbox", text]]);
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      kept.set(name, value);
    },
  };
  const outbox = createOutbox();
  outbox.open({ storage, prefix: "x-" });
  return { outbox, kept, storage };
}

test("an upload takes the place of another of the same team and month, and of none else", () => {
  const { outbox } = browser();
  outbox.put(entry());
  outbox.put(entry({ month: "2024-10", key: "k2" }));
  outbox.put(entry({ key: "k3" }));
  expect(outbox.entries.value.map(({ key }) => key)).toEqual(["k2", "k3"]);
  outbox.remove(entry({ key: "k2" }));
  expect(outbox.entries.value.map(({ key }) => key)).toEqual(["k3"]);
});

test("what another pane kept meanwhile is not written over", () => {
  const { outbox, storage } = browser();
  const other = createOutbox();
  other.open({ storage, prefix: "x-" });
  other.put(entry({ month: "2024-09", key: "theirs" }));
  outbox.put(entry());
  expect(outbox.entries.value.map(({ key }) => key)).toEqual(["theirs", "k1"]);
});

test.each(["", "{", "7", "{}", '[{"team":"dover"}]', '[null, 3, "x"]'])(
  "a text that holds no upload is taken for an empty outbox: %s",
  (text) => {
    expect(browser(text).outbox.entries.value).toEqual([]);
  },
);

test("a browser that refuses its storage is asked no more, and the outbox lasts as long as the pane", () => {
  const outbox = createOutbox();
  const refuse = (): never => {
    throw new Error("refused");
  };
  outbox.open({ storage: { getItem: refuse, setItem: refuse }, prefix: "" });
  expect(outbox.lasts()).toBe(false);
  outbox.put(entry());
  expect(outbox.look()).toHaveLength(1);
});

test("of each month the newest receipt is kept, the latest month first, 24 at most", () => {
  const months = Array.from(
    { length: 30 },
    (_, index) => `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
  );
  const kept = newestReceipts([...months.map((month) => receipt(month)), receipt("2022-06", 3), receipt("2022-06", 2)]);
  expect(kept).toHaveLength(24);
  expect(kept[0]).toMatchObject({ month: "2022-06", version: 3 });
  expect(kept.at(-1)).toMatchObject({ month: "2020-07" });
});
