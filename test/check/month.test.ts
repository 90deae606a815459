import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { data } from "./checked.ts";

/** Copies of one list at three months' ends, each with its month in its title. */
const FILE = fileURLToPath(new URL("../inputs/months.xlsx", import.meta.url));

const saidOn = (asOf: string): string[] =>
  data(FILE, "--as-of", asOf).flatMap(({ notes }) => notes.filter((note) => note.includes("says that it is of")));

test("each sheet's month is said with the day on which it ends, where it is checked as of another month", () => {
  expect(saidOn("2026-11-26")).toEqual([
    "The list on the sheet 'Oct' says that it is of Oct 2024, and is checked as of 26 Nov 2026. For the end of that month give --as-of 2024-10-31.",
    "The list on the sheet 'Nov' says that it is of Nov 2024, and is checked as of 26 Nov 2026. For the end of that month give --as-of 2024-11-30.",
    "The list on the sheet 'Dec' says that it is of Dec 2024, and is checked as of 26 Nov 2026. For the end of that month give --as-of 2024-12-31.",
  ]);
});

test("a list that is checked as of a day of its own month says nothing of it", () => {
  expect(saidOn("2024-11-15").map((note) => note.slice(0, 26))).toEqual([
    "The list on the sheet 'Oct",
    "The list on the sheet 'Dec",
  ]);
});
