import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check } from "../../rules/check.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import { runs } from "./any-cells.ts";
import { anyGiven, anySheet } from "./any-sheet.ts";
import { checkRows, GIVEN } from "./sheets.ts";

/** Rules that keep silent about what another rule has said of the same cell. */
const LISTENERS = ["LP-32"];

const of = (id: string, findings: readonly Finding[] = []): string[] =>
  findings.filter(({ rule }) => rule === id).map((finding) => `${keyOf(finding)} ${finding.message}`);

test("a rule alone finds what it finds in company, whatever facts across rows it asks for", () => {
  fc.assert(
    fc.property(
      anySheet(),
      anyGiven,
      fc.constantFrom(...CATALOGUE.filter(({ id }) => !LISTENERS.includes(id))),
      (sheet, given, rule) => {
        const company = check(sheet, given);
        const alone = check(sheet, { ...given, rules: [rule] });
        expect(alone.rows.map((row) => of(rule.id, row?.findings))).toEqual(
          company.rows.map((row) => of(rule.id, row?.findings)),
        );
        expect(of(rule.id, alone.sheet)).toEqual(of(rule.id, company.sheet));
      },
    ),
    runs(400),
  );
});

test("a column that is filled often enough early on is not counted to the end, and means the same", () => {
  const agreed = CATALOGUE.filter(({ id }) => id === "LP-11");
  const rows = Array.from({ length: 40 }, (_, index) => ({
    childRef: `C-${index}`,
    agreedOn: index < 4 ? "2024-10-11" : "",
  }));
  expect(checkRows(rows, { ...GIVEN, rules: agreed }).counts).toMatchObject({ clear: 4, advice: 36 });
  expect(checkRows(rows.with(0, { childRef: "C-0", agreedOn: "" }), { ...GIVEN, rules: agreed }).counts).toMatchObject({
    clear: 40,
  });
});
