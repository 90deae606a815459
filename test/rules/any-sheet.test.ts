import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check, type Checked } from "../../rules/check.ts";
import { keyOf, SEVERITIES, severityRank } from "../../rules/finding.ts";
import { FIELD_IDS } from "../../rules/fields.ts";
import { DATA_RULE_IDS, RULE_IDS } from "../../rules/rule-ids.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import { termsOf } from "../../rules/terms.ts";
import { textOf } from "../../rules/read.ts";
import { runs } from "./any-cells.ts";
import { anyGiven, anySheet } from "./any-sheet.ts";

const KEYS = new Set(
  CATALOGUE.flatMap((rule) =>
    [...rule.breaches, ...(rule.must ? [rule.noColumn] : [])].map(({ key }) => `${rule.id}/${key}`),
  ),
);

const findingsOf = ({ rows, sheet }: Checked) => [...rows.flatMap((row) => row?.findings ?? []), ...sheet];

describe("whatever a sheet, a register and a policy hold", () => {
  test("a check answers, in words that anyone can read", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, (sheet, given) => {
        for (const finding of findingsOf(check(sheet, given))) {
          const { severity, fields, message, nextStep } = finding;
          const isSound =
            KEYS.has(keyOf(finding)) &&
            SEVERITIES.includes(severity) &&
            fields.every((field) => FIELD_IDS.includes(field));
          const isReadable =
            /\S/.test(message) && /\S/.test(nextStep) && !/undefined|NaN|\[object/.test(message + nextStep);
          if (!isSound || !isReadable) expect.fail(JSON.stringify(finding));
        }
      }),
      runs(1000),
    );
  });

  test("a row's verdict is its worst finding, worst first, and the counts add up to the open rows", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, (sheet, given) => {
        const { rows, counts } = check(sheet, given);
        expect(rows).toHaveLength(sheet.rows.length);
        const kept = rows.filter((row) => row !== undefined);
        for (const { verdict, findings } of kept) {
          const ranks = findings.map(({ severity }) => severityRank(severity));
          expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
          expect(severityRank(verdict)).toBe(Math.max(-1, ...ranks));
        }
        const reader = new SheetReader(sheet, given);
        const open = rows.filter((row, index) => row && !reader.rowAt(index)?.isClosed);
        expect(counts).toEqual(
          Object.fromEntries(
            Object.keys(counts).map((name) => [name, open.filter((row) => row?.verdict === name).length]),
          ),
        );
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(open.length);
      }),
      runs(300),
    );
  });

  test("the same again gives the same again", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, (sheet, given) => {
        const [first, second] = [
          JSON.stringify(check(sheet, given)),
          JSON.stringify(check(structuredClone(sheet), structuredClone(given))),
        ];
        expect(second).toBe(first);
      }),
      runs(300),
    );
  });

  test("a closed row has findings about its data and its concerns alone", () => {
    fc.assert(
      fc.property(anySheet(), anyGiven, (sheet, given) => {
        const status = sheet.columns.get("status") ?? -1;
        check(sheet, given).rows.forEach((row, index) => {
          const cell = sheet.rows[index]?.[status];
          if (termsOf(given.policy).statuses(textOf(cell)).join() !== "CLOSED") return;
          for (const finding of row?.findings ?? []) expect(["LP-28", ...DATA_RULE_IDS]).toContain(finding.rule);
        });
      }),
      runs(500),
    );
  });

  test("the coverage counts every rule in force once, and says a line for each that is not checked", () => {
    fc.assert(
      fc.property(anySheet(4), anyGiven, (sheet, given) => {
        const { checked, of, notChecked } = check(sheet, given).coverage;
        const whole = notChecked.filter(
          ({ rule, breaches }) => breaches === undefined && !DATA_RULE_IDS.includes(rule),
        );
        const all = RULE_IDS.length - DATA_RULE_IDS.length;
        const isOff = ({ why }: (typeof whole)[number]): boolean => why === "switched-off" || why === "not-in-scheme";
        expect(new Set(whole.map(({ rule }) => rule)).size).toBe(whole.length);
        expect(of).toBe(all - whole.filter(isOff).length);
        expect(checked).toBe(all - whole.length);
        for (const { line } of notChecked) {
          expect(line).toMatch(/^\S.*\.$/);
          expect(line).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      runs(300),
    );
  });
});
