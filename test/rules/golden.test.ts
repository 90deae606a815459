import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { differencesOf, type WorkedCases } from "../../tools/golden-cases.ts";

describe.each(["cases.json", "cases-2026.json"])("the worked cases of %s", (name) => {
  const file = JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8")) as WorkedCases;

  test.each(file.cases.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    expect(differencesOf(file, one)).toEqual([]);
  });
});
