import { describe, expect, test } from "vitest";
import { namesCell, namesIn } from "../../../rules/policy-table/names.ts";

describe("names in one cell", () => {
  test.each<[string, readonly string[]]>([
    ["", []],
    ["SW", ["SW"]],
    ["SW; SSW;", ["SW", "SSW"]],
    ["SW, SSW", ["SW", "SSW"]],
    ["Senior, Social Worker; SSW", ["Senior, Social Worker", "SSW"]],
    ["SW\nSSW\r\nNQSW", ["SW", "SSW", "NQSW"]],
    ['"Tier 3, neglect", CIN', ["Tier 3, neglect", "CIN"]],
    ['"say ""no""" ; b', ['say "no"', "b"]],
    ['12" ruler; b', ['12" ruler', "b"]],
    [" ;, ", [","]],
  ])("%j", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test("are written so that the same are read again", () => {
    for (const names of [["a", "b"], ["a, b", "c"], ['"a"', "b;c"], ['a "b', "c"], ["a\nb"]])
      expect(namesIn(namesCell(names))).toEqual(names.map((name) => name.replace("\n", " ")));
  });
});
