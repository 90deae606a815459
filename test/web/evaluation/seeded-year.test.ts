import { describe, expect, test } from "vitest";
import { parseIso } from "../../../rules/dates.ts";
import { fieldOf, type FieldId } from "../../../rules/fields.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { ROWS } from "../../../functions/http/request-rows.ts";
import { lastDay } from "../../../rules/months.ts";
import { YEAR } from "../../../tools/seed/seeded-months.ts";
import { sampleRowsIn } from "../../../tools/seed/sample-rows.ts";
import { SEEDED_TEAMS } from "../../../tools/seed/staff.ts";
import { inventYear } from "../../../tools/seed/year.ts";
import { sample, SAMPLE_DAY } from "../../../tools/seed.ts";

const year = inventYear();

describe("the invented year", () => {
  test("is the same each time, and another for another seed", () => {
    expect(inventYear()).toEqual(year);
    expect(inventYear(2025).lists).not.toEqual(year.lists);
  });

  test("has a list of every month for each of the trial's teams and for three outside it", () => {
    expect(YEAR).toEqual([
      "2024-04",
      "2024-05",
      "2024-06",
      "2024-07",
      "2024-08",
      "2024-09",
      "2024-10",
      "2024-11",
      "2024-12",
      "2025-01",
      "2025-02",
      "2025-03",
    ]);
    const inTrial = new Set(kentTrial2024.trial.teams.map(({ id }) => id));
    for (const month of YEAR) {
      const teams = year.lists.filter((list) => list.month === month).map(({ team }) => team);
      expect(new Set(teams).size).toBe(teams.length);
      expect(teams.filter((team) => inTrial.has(team))).toHaveLength(6);
      expect(teams).toHaveLength(9);
    }
  });

  test("is made of rows that the service takes, each invented child once a list", () => {
    for (const { rows } of year.lists) {
      expect(ROWS.safeParse(rows).success).toBe(true);
      const refs = rows.flatMap(({ childRef }) =>
        typeof childRef === "string" && childRef.startsWith("YC-") ? [childRef] : [],
      );
      expect(new Set(refs).size).toBe(refs.length);
    }
  });

  test("knows nothing on a day that was still to come", () => {
    const early = (field: string, cell: unknown, last: number): boolean =>
      fieldOf(field as FieldId).kind !== "date" ||
      fieldOf(field as FieldId).isForward === true ||
      typeof cell !== "string" ||
      (parseIso(cell) ?? last) <= last;
    for (const { month, rows } of year.lists) {
      const last = lastDay(month);
      const late = rows.flatMap((row) =>
        Object.entries(row)
          .filter(([field, cell]) => !early(field, cell, last))
          .map(([field]) => field),
      );
      expect(late, month).toEqual([]);
    }
  });

  test("has no assistant lead before the trial, nor outside it", () => {
    const assistants = new Map(
      SEEDED_TEAMS.flatMap(({ people, isInTrial }) =>
        people.filter(({ kind }) => kind === "assistant").map(({ id }) => [id, isInTrial]),
      ),
    );
    const led = year.lists.flatMap(({ month, rows }) =>
      rows.flatMap(({ lead }) =>
        typeof lead === "string" && assistants.has(lead) ? [{ month, isInTrial: assistants.get(lead) }] : [],
      ),
    );
    expect(led.length).toBeGreaterThan(100);
    expect(led.every(({ month, isInTrial }) => isInTrial && month >= "2024-10")).toBe(true);
  });

  test("has feedback from the trial's months alone, nothing of a team and month twice", () => {
    const keys = year.feedback.map((said) => JSON.stringify(said));
    expect(new Set(keys).size).toBe(keys.length);
    expect(year.feedback.every(({ month }) => month >= "2024-10" && YEAR.includes(month))).toBe(true);
  });
});

describe("the sample's children in the year", () => {
  const { rows } = sample();
  test("stand in their own month as the sample has them", () => {
    expect(sampleRowsIn("2024-11", SAMPLE_DAY, rows)).toEqual(rows);
  });
  test("are not there before their lead began", () => {
    expect(sampleRowsIn("2024-01", SAMPLE_DAY, rows)).toEqual([]);
    expect(sampleRowsIn("2024-10", SAMPLE_DAY, rows).length).toBeLessThan(rows.length);
  });
  test("keep no name beside a day that was taken away", () => {
    const october = sampleRowsIn("2024-10", SAMPLE_DAY, rows);
    expect(october.length).toBeGreaterThan(0);
    expect(
      october.filter(({ lastSupervision, supervisedBy }) => lastSupervision === "" && supervisedBy !== ""),
    ).toEqual([]);
  });
});
