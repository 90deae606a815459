import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { differencesOf, type WorkedCases } from "../../tools/golden-cases.ts";

const file = JSON.parse(readFileSync(new URL("../golden/cases.json", import.meta.url), "utf8")) as WorkedCases;

describe("the worked cases", () => {
  test.each(file.cases.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    expect(differencesOf(file, one)).toEqual([]);
  });
});
