import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256 } from "../../rules/hash.ts";
import { runs } from "./any-cells.ts";

const reference = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The same value with every object's keys the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

describe("the hash of a text", () => {
  test("is SHA-256 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(reference(text));
      }),
      runs(300),
    );
  });

  test("is SHA-256 around every block boundary, of accents and of half a surrogate pair", () => {
    for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 10_000])
      expect(sha256("a".repeat(length))).toBe(reference("a".repeat(length)));
    for (const text of ["abc", "é", "👩‍👧", "\uD800"]) expect(sha256(text)).toBe(reference(text));
  });
});

describe("canonical JSON", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
      runs(500),
    );
  });

  test("says the same as the value it is made from", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs(300),
    );
  });

  test("keeps the order of lists and has no spaces", () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: "x y" } })).toBe('{"a":{"c":"x y","d":null},"b":[2,1]}');
  });

  test("differs where the data differ", () => {
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: "1" }));
  });
});
