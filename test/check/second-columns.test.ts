import { describe, expect, test } from "vitest";
import { date, practitioners, workbookFile } from "./workbooks.ts";
import { data, only, text } from "./checked.ts";

const HEADERS = ["Child id", "Case type", "Current plan", "Worker", "Allocated date", "Date allocated"];
const listOf = (...plans: readonly string[]) =>
  workbookFile([
    {
      name: "Board",
      rows: [
        HEADERS,
        ...plans.map((plan, at) => [
          `C-${at}`,
          "CIN",
          plan,
          "Kim Socialworker",
          date("2024-10-14"),
          date("2024-10-15"),
        ]),
      ],
    },
    practitioners,
  ]);
const sayings = (path: string) => only(data(path)).notes.filter((note) => note.includes("could both be"));

describe("a second column of statuses", () => {
  test("that says otherwise is said with its rows, and is no code 0", () => {
    const path = listOf("CP", "cin", "");
    expect(sayings(path)).toEqual([
      "On the sheet 'Board' the columns 'Case type' and 'Current plan' could both be 'Case status' and differ in row 2; only 'Case type' was read. Say in the pane which of them counts, or rename the other.",
    ]);
    expect(text(path).code).toBe(1);
  });

  test("is named for no more than a dozen of its rows", () => {
    expect(only(sayings(listOf(...Array.from({ length: 14 }, () => "CP"))))).toMatch(/rows 2, .*, 13 and 2 more;/);
  });

  test("that says the same asks nothing", () => {
    const path = listOf("CIN", "C.I.N.");
    expect(sayings(path)).toEqual([]);
    expect(text(path).code).toBe(0);
  });
});
