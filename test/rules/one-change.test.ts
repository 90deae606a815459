import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check, type Checked, type CheckedRow } from "../../rules/check.ts";
import { FIELD_IDS, FIELDS, type FieldId } from "../../rules/fields.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import type { Cell } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { runs } from "./any-cells.ts";
import { anyGiven, anySheet, columnsOf } from "./any-sheet.ts";

/** A finding as text, and all of a row's in an order of their own: which of two equals comes first is the sheet's. */
const texts = (findings: readonly Finding[] = []): string[] =>
  findings.map((finding) => JSON.stringify(finding)).sort();
const plain = ({ rows, sheet, counts, coverage }: Checked) => ({
  rows: rows.map((row) => row && { verdict: row.verdict, findings: texts(row.findings) }),
  sheet: texts(sheet),
  counts,
  coverage,
});
const without = (sheet: Sheet, field: FieldId): Sheet => ({
  ...sheet,
  columns: new Map([...sheet.columns].filter(([id]) => id !== field)),
});
const keysOf = (row: CheckedRow | undefined): string[] =>
  (row?.findings ?? []).map((finding) => `${keyOf(finding)} ${finding.severity}`);

/** Columns that say who leads, which case it is, when it was taken or what stands in for an answer: without them a row is another case. */
const MAKES_THE_CASE: readonly FieldId[] = [
  "childRef",
  "status",
  "lead",
  "leadRole",
  "leadFrom",
  "confirmedOn",
  "advocate",
  "cover",
  "initialMeetingOn",
  "initialMeetingChair",
  "reviewMeetingOn",
  "reviewMeetingChair",
  "finalMeetingOn",
  "finalMeetingChair",
];
const OTHERS = FIELD_IDS.filter((id) => !MAKES_THE_CASE.includes(id));

/** What is said once a sheet moves to another row when its column goes. */
const SAID_ONCE = /^LP-3[123]\//;

describe("one change to a sheet", () => {
  test("columns in another order: the same findings on every row", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, fc.infiniteStream(fc.nat()), (sheet, given, stream) => {
        const fields = [...sheet.columns.keys()]
          .map((id) => ({ id, at: Number(stream.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id);
        const rows = sheet.rows.map((cells) => fields.map((id) => cells[sheet.columns.get(id) ?? -1]));
        expect(plain(check({ ...sheet, columns: columnsOf(fields), rows }, given))).toEqual(plain(check(sheet, given)));
      }),
      runs(400),
    );
  });

  test("a column that maps to no field: nothing changes", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, fc.string(), (sheet, given, note) => {
        const columns = new Map([...sheet.columns].map(([id, column]) => [id, column + 1]));
        const rows = sheet.rows.map((cells) => [note, ...cells]);
        expect(plain(check({ ...sheet, columns, rows }, given))).toEqual(plain(check(sheet, given)));
      }),
      runs(200),
    );
  });

  test("a blank row at the end: no other row changes", () => {
    fc.assert(
      fc.property(
        anySheet(),
        anyGiven,
        fc.array(fc.constantFrom<Cell>("", null, undefined, " \u00A0")),
        (sheet, given, blank) => {
          const before = plain(check(sheet, given));
          expect(plain(check({ ...sheet, rows: [...sheet.rows, blank] }, given))).toEqual({
            ...before,
            rows: [...before.rows, undefined],
          });
        },
      ),
      runs(300),
    );
  });

  test("a row for another child with another lead: nobody becomes eligible by it", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, fc.constantFrom("CIN", "CP", "Closed", ""), (sheet, given, status) => {
        const cells: Partial<Record<FieldId, Cell>> = { childRef: "Z-99", lead: "Zoe Unheardof", status };
        const other = [...sheet.columns.keys()].map((id) => cells[id] ?? "");
        const after = check({ ...sheet, rows: [...sheet.rows, other] }, given);
        check(sheet, given).rows.forEach((row, index) => {
          const barred = (row?.findings ?? []).filter(({ severity }) => severity === "not-eligible");
          expect(texts(after.rows[index]?.findings)).toEqual(expect.arrayContaining(texts(barred)));
        });
      }),
      runs(300),
    );
  });

  test("a column less: a rule that it starts or answers says nothing, or that the column is missing", () => {
    fc.assert(
      fc.property(anySheet(6), anyGiven, fc.constantFrom(...FIELD_IDS), (sheet, given, field) => {
        const needing = CATALOGUE.filter(({ starts, answers }) => [...starts, ...answers].includes(field)).map(
          ({ id }) => id,
        );
        for (const finding of check(without(sheet, field), given).rows.flatMap((row) => row?.findings ?? [])) {
          // An absent lead is spoken of on a sheet that cannot say who covers.
          if (needing.includes(finding.rule)) expect(["no-column", "lead-absent"]).toContain(finding.breach);
        }
      }),
      runs(500),
    );
  });

  test("a column less, unless it makes the case what it is: no row gets worse but for the column that is missing", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, fc.constantFrom(...OTHERS), (sheet, given, field) => {
        // Every row keeps a child ref: without its only filled cell it would be no row at all.
        const rows = sheet.rows.map((cells) => [
          ...cells.slice(0, FIELD_IDS.length),
          ...Array<Cell>(Math.max(0, FIELD_IDS.length - cells.length)).fill(""),
          "C-7",
        ]);
        const full: Sheet = { ...sheet, rows, columns: new Map([...sheet.columns, ["childRef", FIELD_IDS.length]]) };
        const before = check(full, given);
        check(without(full, field), given).rows.forEach((row, index) => {
          const had = keysOf(before.rows[index]);
          const fresh = keysOf(row).filter(
            (key) => !had.includes(key) && !key.includes("/no-column ") && !SAID_ONCE.test(key),
          );
          expect(fresh, `row ${index + 1} without ${FIELDS[field].header}`).toEqual([]);
        });
      }),
      runs(1000),
    );
  });
});
