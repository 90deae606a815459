import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { keyOf, type Severity } from "../../rules/finding.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import { data, only } from "./checked.ts";

/** Eighty cases of six social workers, two assistants and their managers; every registration is shown to 30 November 2026. */
const FILE = fileURLToPath(new URL("../inputs/renewal.xlsx", import.meta.url));

interface Found {
  readonly rule: RuleId;
  readonly breach: string;
  readonly severity: Severity;
  readonly message: string;
  readonly nextStep: string;
}

interface Checked {
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly verdict: string; readonly findings: readonly Found[] }[];
}

const on = (asOf: string, policy = "england-2026"): Checked =>
  only(data(FILE, "--as-of", asOf, "--policy", policy)) as unknown as Checked;

const findingsOf = ({ rows }: Checked): Found[] => rows.flatMap(({ findings }) => findings);

/** How often each finding is made, with its severity. */
function tally(checked: Checked): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const finding of findingsOf(checked)) {
    const key = `${finding.severity} ${keyOf(finding)}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe("a list whose registrations all end on 30 November and are not renewed on paper", () => {
  test.each(["2026-11-26", "2026-11-30"])("on %s, each person is to be asked", (asOf) => {
    const checked = on(asOf);
    expect(tally(checked)).toEqual({ "check LP-35/ending-soon": 7 });
    expect(checked.counts).toEqual({ clear: 73, advice: 0, check: 7, action: 0, "not-eligible": 0 });
  });

  test("on 1 December, the ended registration is the one thing said of a person and of each case", () => {
    const checked = on("2026-12-01");
    expect(tally(checked)).toEqual({
      "action LP-03/registration-ended": 31,
      "check LP-04/not-registered": 31,
      "action LP-08/lapsed": 16,
      "action LP-35/ended": 7,
    });
    expect(checked.counts).toEqual({ clear: 2, advice: 0, check: 30, action: 48, "not-eligible": 0 });
    const ofCases = checked.rows.map(({ findings }) =>
      findings.filter(({ rule }) => rule !== "LP-35").map(({ message }) => message),
    );
    expect(Math.max(...ofCases.map(({ length }) => length))).toBe(1);
    expect(ofCases.flat().filter((message) => !message.includes("shows a registration to 30 Nov 2026"))).toEqual([]);
    const named = findingsOf(checked).flatMap(({ rule, message }) => (rule === "LP-35" ? message : []));
    expect(new Set(named).size).toBe(7);
  });

  test("on 15 December, protection and looked-after cases may not be led, nor assistants' work overseen, by it", () => {
    const checked = on("2026-12-15");
    expect(tally(checked)).toEqual({
      "not-eligible LP-03/registration-ended": 31,
      "action LP-04/not-registered": 31,
      "not-eligible LP-08/lapsed": 16,
      "action LP-35/ended": 7,
      // The two assistants were last supervised on 12 November.
      "action LP-13/overdue": 16,
    });
    expect(checked.counts).toEqual({ clear: 2, advice: 0, check: 0, action: 31, "not-eligible": 47 });
  });

  test.each(["2026-11-26", "2026-11-30", "2026-12-01", "2026-12-15"])(
    "on %s, nobody is told that a social worker was never supervised, signed off or trained",
    (asOf) => {
      const found = ["england-2026", "working-together", "kent-trial-2024"].flatMap((policy) =>
        findingsOf(on(asOf, policy)).map(keyOf),
      );
      const ofAssistants = /^LP-(07|09|10|12|14|15|16|18|24)\/|^LP-13\/never|^LP-08\/(not|own|perhaps)/;
      expect(found.filter((key) => ofAssistants.test(key))).toEqual([]);
    },
  );

  test("under Kent's trial, its end is said of the assistants' cases, and nothing more of the social workers'", () => {
    expect(tally(on("2026-12-01", "kent-trial-2024"))).toEqual({
      "action LP-03/registration-ended": 31,
      "check LP-04/not-registered": 31,
      "action LP-08/lapsed": 16,
      "action LP-35/ended": 7,
      "not-eligible LP-06/allocated-after-end": 16,
    });
  });
});
