import { expect, test } from "vitest";
import { contentOf } from "../../../addin/sending/content.ts";
import { blocksAfter } from "../../../addin/sending/blocks.ts";
import type { WireRow } from "../../../rules/wire.ts";

const AS = { team: "dover", month: "2024-11", asOf: "2024-11-30" };
const NOTHING = { heldBack: [], ofOtherTeams: 0, withoutTeam: [], unknownTeam: [] };
const rows = (count: number): WireRow[] =>
  Array.from({ length: count }, (_, index) => ({ childRef: `C-${index}`, status: "CIN" }));

function content(of: readonly WireRow[], limits?: { rows: number; characters: number }, as = AS) {
  const adding = contentOf(limits);
  for (const row of of) adding.add(row);
  return adding.done(as);
}

test("a part is full at its rows, or at its characters, whichever comes first", () => {
  expect(content(rows(5), { rows: 2, characters: 1_000 }).parts.map(({ length }) => length)).toEqual([2, 2, 1]);
  const one = JSON.stringify(rows(1)[0]).length;
  expect(content(rows(5), { rows: 10, characters: one * 2 }).parts.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(content(rows(2), { rows: 10, characters: 1 }).parts.map(({ length }) => length)).toEqual([1, 1]);
  expect(content(rows(4_001)).parts.map(({ length }) => length)).toEqual([2_000, 2_000, 1]);
});

test("the hash is that of the rows in their order and of what they are sent as, whatever the parts and the order of keys", () => {
  const { hash } = content(rows(401));
  expect(content(rows(401), { rows: 7, characters: 900 }).hash).toBe(hash);
  expect(content(rows(401).map(({ childRef, status }) => ({ status, childRef }) as WireRow)).hash).toBe(hash);
  expect(content(rows(402)).hash).not.toBe(hash);
  expect(content(rows(401).reverse()).hash).not.toBe(hash);
  expect(content(rows(401), undefined, { ...AS, asOf: "2024-11-29" }).hash).not.toBe(hash);
  expect(content([...rows(400), { childRef: "C-400", status: "CP" }]).hash).not.toBe(hash);
});

test("50,000 rows can be sent, one more cannot, and neither can more parts than the service takes", () => {
  const parts = (count: number) => Array.from({ length: count }, () => rows(1));
  expect(blocksAfter({ rows: 50_000, parts: parts(50), hash: "" }, NOTHING, "Dover")).toEqual([]);
  expect(blocksAfter({ rows: 50_001, parts: parts(51), hash: "" }, NOTHING, "Dover")).toEqual([
    expect.stringContaining("50000 at most"),
  ]);
  expect(blocksAfter({ rows: 101, parts: parts(100), hash: "" }, NOTHING, "Dover")).toEqual([]);
  expect(blocksAfter({ rows: 101, parts: parts(101), hash: "" }, NOTHING, "Dover")).toEqual([
    expect.stringContaining("too large"),
  ]);
});
