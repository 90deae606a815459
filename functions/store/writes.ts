import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { randomBytes } from "node:crypto";
import { bodyOf, isLive, type Item, keyOf, number, numberIn, text } from "./items.ts";
import type { ConditionFailure } from "./retry.ts";
import type { Condition, Requests } from "./requests.ts";
import type { Entry, Expect, Key } from "./table.ts";

/** A write went unanswered, and others have written since: whether it took place cannot be found out any more. */
class UncertainWrite extends Error {
  override readonly name = "UncertainWrite";
}

const LIVE = "(attribute_not_exists(e) OR e > :now)";
const FREE = "attribute_not_exists(pk) OR e <= :now";
const TURNS = 20;

const expiryOf = (expiresAt: number | undefined): Item => (expiresAt === undefined ? {} : { e: number(expiresAt) });

/** Any 72 random bits will do: they tell our own write from another's when an answer was lost. */
const writeId = (): string => randomBytes(9).toString("base64url");

/** The conditional writes, and what is made of them when the answer to an attempt was lost. */
export function writesOver(requests: Requests, second: () => number) {
  const wroteIt = (item: Item | undefined, id: string): boolean => item?.["w"]?.S === id;

  /** Whether a refused write of this version had taken place before, its answer lost. */
  async function tookPlace(key: Key, id: string, version: number, { isDoubtful }: ConditionFailure): Promise<boolean> {
    if (!isDoubtful) return false;
    const there = await requests.get(key);
    if (wroteIt(there, id)) return true;
    if ((numberIn(there, "v") ?? 0) > version)
      throw new UncertainWrite("A write went unanswered, and others have written since.");
    return false;
  }

  async function replace(
    item: Item,
    key: Key,
    id: string,
    version: number,
    guard: Condition,
  ): Promise<number | undefined> {
    const outcome = await requests.put({ ...item, ...keyOf(key), v: number(version), w: text(id) }, guard);
    return !outcome.isRefused || (await tookPlace(key, id, version, outcome)) ? version : undefined;
  }

  const onFree = (item: Item, key: Key, id: string, version = 1): Promise<number | undefined> =>
    replace(item, key, id, version, { condition: FREE, values: { ":now": number(second()) } });

  const onVersion = (item: Item, key: Key, id: string, version: number): Promise<number | undefined> =>
    replace(item, key, id, version + 1, {
      condition: `v = :v AND ${LIVE}`,
      values: { ":v": number(version), ":now": number(second()) },
    });

  /** An update of what is there, or of nothing, but neither of an expired item nor a second time. */
  const onLive = (
    key: Key,
    id: string,
    set: string,
    rest: string,
    values: Item,
    condition = "",
  ): ReturnType<Requests["update"]> =>
    requests.update(key, `SET v = if_not_exists(v, :zero) + :one, w = :w, ${set} ${rest}`, {
      condition: `${LIVE} AND (attribute_not_exists(w) OR w <> :w)${condition}`,
      values: { ":zero": number(0), ":one": number(1), ":w": text(id), ":now": number(second()), ...values },
    });

  async function overwrite(key: Key, b: AttributeValue, expiry: Item): Promise<number> {
    const id = writeId();
    const { e } = expiry;
    const [set, rest, values]: [string, string, Item] = e
      ? ["b = :b, e = :e", "REMOVE n", { ":b": b, ":e": e }]
      : ["b = :b", "REMOVE n, e", { ":b": b }];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const outcome = await onLive(key, id, set, rest, values);
      if (!outcome.isRefused) return numberIn(outcome.answer.Attributes, "v") ?? 1;
      const there = outcome.isDoubtful ? await requests.get(key) : undefined;
      if (wroteIt(there, id)) return numberIn(there, "v") ?? 1;
      const version = await onFree({ b, ...expiry }, key, id);
      if (version !== undefined) return version;
    }
    throw new Error("An item kept coming and going while it was being written.");
  }

  return {
    put(
      key: Key,
      body: string | Uint8Array,
      expect: Expect,
      expiresAt: number | undefined,
    ): Promise<number | undefined> {
      if (expect === "anything") return overwrite(key, bodyOf(body), expiryOf(expiresAt));
      const item = { b: bodyOf(body), ...expiryOf(expiresAt) };
      return expect === "absent" ? onFree(item, key, writeId()) : onVersion(item, key, writeId(), expect);
    },

    async restore({ body, version, expiresAt, ...key }: Entry): Promise<boolean> {
      const item = { b: bodyOf(body), ...expiryOf(expiresAt) };
      return (await onFree(item, key, writeId(), version)) !== undefined;
    },

    async remove(key: Key, expect: Expect): Promise<boolean> {
      if (expect === "absent") return false;
      const outcome = await requests.remove(
        key,
        expect === "anything"
          ? { condition: `attribute_exists(pk) AND ${LIVE}`, values: { ":now": number(second()) } }
          : { condition: `v = :v AND ${LIVE}`, values: { ":v": number(expect), ":now": number(second()) } },
      );
      if (!outcome.isRefused) return true;
      // What is gone carries no write id: after a lost answer, gone counts as taken away by us.
      return outcome.isDoubtful && (await requests.get(key)) === undefined;
    },

    async count(key: Key, by: number, most: number, expiresAt: number): Promise<number | undefined> {
      if (by > most) return undefined;
      const id = writeId();
      const values = { ":by": number(by), ":room": number(most - by), ":e": number(expiresAt) };
      for (let turn = 0; turn < TURNS; turn += 1) {
        const outcome = await onLive(
          key,
          id,
          "n = if_not_exists(n, :zero) + :by, e = :e",
          "REMOVE b",
          values,
          " AND (attribute_not_exists(n) OR n <= :room)",
        );
        if (!outcome.isRefused) return numberIn(outcome.answer.Attributes, "n");
        const there = await requests.get(key);
        if (wroteIt(there, id)) return numberIn(there, "n");
        if (there && isLive(there, second()) && (numberIn(there, "n") ?? 0) > most - by) return undefined;
        if ((await onFree({ n: number(by), e: number(expiresAt) }, key, id)) !== undefined) return by;
      }
      throw new Error("A counter kept coming and going while it was being counted.");
    },
  };
}
