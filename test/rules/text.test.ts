import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, count, editDistance, fold, foldName, isErrorValue, list, nearest } from "../../rules/text.ts";
import { runs } from "./any-cells.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: fc.constantFrom("a", "B", " ", "\u00A0", "\u200B", "\uFEFF", "\t", "\n", ","), maxLength: 12 }),
);

describe("a text cleaned", () => {
  test("is clean: nothing changes the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
      runs(500),
    );
  });

  test.each([
    ["a non-breaking space", "\u00A0Sam\u00A0Assistant ", "Sam Assistant"],
    ["a zero-width space", "Sam\u200BAssistant", "SamAssistant"],
    ["a tab and a line break", "Sam\t\r\nAssistant", "Sam Assistant"],
    ["a byte order mark", "\uFEFFSam", "Sam"],
    ["a doubled space", "Sam  Assistant", "Sam Assistant"],
    ["nothing but spaces", " \u00A0\u2003 ", ""],
    ["nothing stray", "Sam Assistant", "Sam Assistant"],
  ])("loses %s", (_what, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ["a left-to-right mark, as Windows copies dates", "\u200E"],
    ["a right-to-left mark", "\u200F"],
    ["a soft hyphen", "\u00AD"],
    ["a line separator", "\u2028"],
    ["a next-line control", "\u0085"],
  ])("of nothing but %s is blank", (_what, text) => {
    expect(clean(text)).toBe("");
  });
});

describe("two texts are compared", () => {
  test("without case, spaces and punctuation", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(` ${fold(text)}-`)).toBe(fold(text));
      }),
      runs(300),
    );
    expect(fold("T & M")).toBe(fold("t/m"));
    expect(fold("C&F")).not.toBe(fold("C&G"));
  });

  test("as names: 'Surname, First' is 'First Surname', and any apostrophe is one", () => {
    expect(foldName("Assistant,  Sam")).toBe(foldName("sam ASSISTANT"));
    expect(foldName("Pat O’Example")).toBe(foldName("Pat O'Example"));
    expect(foldName("a, b, c")).toBe("a,b,c");
  });
});

describe("the nearest of several texts", () => {
  const teams = [
    ["thanet", 1],
    ["dover", 2],
  ] as const;

  test("is one a letter or two away", () => {
    expect(nearest("Thannet", teams)).toBe(1);
    expect(nearest("Dvoer", teams)).toBe(2);
  });

  test("is none where all are too far", () => {
    for (const text of ["Atlantis", "", "x".repeat(10_000)]) expect(nearest(text, teams)).toBeUndefined();
  });

  test("is found by a distance that is 0 for equals, the same both ways, and never more than the longer text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
      runs(300),
    );
    expect([editDistance("ab", "ba"), editDistance("abc", "axc"), editDistance("abc", "ac")]).toEqual([1, 1, 1]);
  });
});

test("an Excel error is told from a text that begins alike", () => {
  for (const text of ["#N/A", "#REF!", "#DIV/0!", "#NAME?"]) expect(isErrorValue(text)).toBe(true);
  for (const text of ["#1", "N/A", "#N/A!", "see #N/A"]) expect(isErrorValue(text)).toBe(false);
});

test("lists and counts read as sentences", () => {
  expect([list([]), list(["a"]), list(["a", "b"]), list([1, 2, 3], "or")]).toEqual(["", "a", "a and b", "1, 2 or 3"]);
  expect([count(1, "day"), count(0, "day"), count(2, "agency", "agencies")]).toEqual(["1 day", "0 days", "2 agencies"]);
});
