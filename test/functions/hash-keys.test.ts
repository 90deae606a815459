import { describe, expect, test } from "vitest";
import { cachedHashKeys, parseHashKeys } from "../../functions/hashing/hash-keys.ts";

const key = (fill: number, length = 32): string => Buffer.alloc(length, fill).toString("base64");

describe("the hash keys in the secret store", () => {
  test("are read in every version, and which is the newest", () => {
    const { newest, byVersion } = parseHashKeys(JSON.stringify({ newest: 2, keys: { 1: key(1), 2: key(2) } }));
    expect(newest).toBe(2);
    expect([...byVersion].map(([version, bytes]) => [version, bytes.length])).toEqual([
      [1, 32],
      [2, 32],
    ]);
  });

  test.each([
    ["no JSON", "secret-value"],
    ["nothing", "null"],
    ["no keys", '{"newest":1}'],
    ["a newest version that is not there", JSON.stringify({ newest: 2, keys: { 1: key(1) } })],
    ["a key too short to be one", JSON.stringify({ newest: 1, keys: { 1: key(1, 16) } })],
    ["a version that is no number", JSON.stringify({ newest: 1, keys: { 1: key(1), new: key(2) } })],
  ])("with %s are refused without repeating anything of them", (_name, text) => {
    expect(() => parseHashKeys(text)).toThrow(/^The secret does not hold hash keys in their form\.$/);
  });

  test("are asked for once in a while, and anew after a failure", async () => {
    let at = 0;
    let asked = 0;
    const keys = parseHashKeys(JSON.stringify({ newest: 1, keys: { 1: key(1) } }));
    const get = cachedHashKeys(
      () => (asked++ === 0 ? Promise.reject(new Error("down")) : Promise.resolve(keys)),
      () => new Date(at),
      1_000,
    );
    await expect(get()).rejects.toThrow("down");
    expect(await get()).toBe(keys);
    at = 999;
    await get();
    expect(asked).toBe(2);
    at = 1_000;
    await get();
    expect(asked).toBe(3);
  });
});
