import { describe, expect, test } from "vitest";
import { hashesOf, hashOf } from "../../functions/hashing/hashing.ts";

describe("a keyed hash", () => {
  const keysHeld = {
    newest: 2,
    byVersion: new Map([
      [1, new Uint8Array(32).fill(1)],
      [2, new Uint8Array(32).fill(2)],
    ]),
  };

  test("is the same however the reference was typed, names its key, and keeps 128 bits", () => {
    expect(hashOf("child", " c-1\u00A0", keysHeld)).toBe(hashOf("child", "C-1", keysHeld));
    expect(hashOf("child", "C-1", keysHeld)).toMatch(/^2\.[\w-]{22}$/);
    expect(hashOf("person", "Example,  Ann", keysHeld)).toBe(hashOf("person", "ann example", keysHeld));
  });

  test("of a child, a family and a person of the same text cannot be joined", () => {
    expect(new Set((["child", "family", "person"] as const).map((domain) => hashOf(domain, "X1", keysHeld))).size).toBe(
      3,
    );
  });

  test("is known in every version of the key, the newest first", () => {
    expect(hashesOf("C-1", keysHeld).map((hash) => hash.split(".")[0])).toEqual(["2", "1"]);
    expect(() => hashOf("child", "C-1", keysHeld, 3)).toThrow("no hash key of version 3");
  });
});
