import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkExample } from "../../rules/example-check.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { POLICIES } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import type { StatusCode } from "../../rules/status.ts";
import { termsOf } from "../../rules/terms.ts";

/** Texts as English councils write them, one a line below a header. */
const textsOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../inputs/${name}.csv`, import.meta.url), "utf8")
    .split(/\r?\n/)
    .slice(1)
    .filter((text) => text !== "");
const STATUSES = textsOf("status-texts");
const TITLES = textsOf("role-titles");
const HEADERS = textsOf("headers");

interface Counts {
  readonly read: number;
  readonly offered: number;
  readonly unknown: number;
}

/** How many are read, offered where they are not, and known in no way. */
function counted(
  texts: readonly string[],
  isRead: (text: string) => boolean,
  isOffered: (text: string) => boolean,
): Counts {
  const others = texts.filter((text) => !isRead(text));
  const offered = others.filter(isOffered).length;
  return { read: texts.length - others.length, offered, unknown: others.length - offered };
}

/** What a text speaks of that only a social worker may lead: whatever else it says. */
const OF_PROTECTION =
  /\b(child protection|cp|icpc|s\.?47|section 47|strategy|pre-proceedings|plo|supervision order|care order|s\.?31|s20|section 20|lac|cla|cic|child(ren)? in care)\b/i;
const PROTECTION: readonly StatusCode[] = ["S47", "CP", "PP", "CLA"];

const council = POLICIES.map((policy) => [policy.title, policy] as const);

describe("status texts of real lists", () => {
  test.each(council)("are read, offered or asked about by '%s'", (_title, policy) => {
    const terms = termsOf(policy);
    const counts = counted(
      STATUSES,
      (text) => terms.statuses(text).length === 1,
      (text) => terms.offeredStatus(text) !== undefined,
    );
    expect(counts).toEqual({ read: 38, offered: 8, unknown: 18 });
  });

  test.each(council)(
    "that name child protection, section 47, pre-proceedings or care are never read as less by '%s'",
    (_title, policy) => {
      const terms = termsOf(policy);
      const named = STATUSES.filter((text) => OF_PROTECTION.test(text));
      expect(named.length).toBeGreaterThan(15);
      for (const text of named) {
        const meanings = terms.statuses(text);
        const readings = meanings.length === 1 ? meanings : [];
        expect([text, readings.filter((code) => !PROTECTION.includes(code))]).toEqual([text, []]);
        const offered = terms.offeredStatus(text) ?? "CP";
        expect([text, PROTECTION.includes(offered)]).toEqual([text, true]);
      }
    },
  );

  test.each(council)("that name them are never Clear where an assistant leads, by '%s'", (_title, policy) => {
    const verdictOf = (status: string, changes: Policy): string | undefined =>
      checkExample({ name: status, set: { status }, policy: { ...changes }, expect: [] }).rows[0]?.verdict;
    // The row breaks nothing else: its own status is Clear, or is spoken of by no worse than advice.
    expect(["clear", "advice"]).toContain(verdictOf("CIN", policy));
    for (const text of STATUSES.filter((one) => OF_PROTECTION.test(one)))
      expect([text, verdictOf(text, policy)]).not.toEqual([text, "clear"]);
    // Nor is any that nobody can tell.
    for (const text of STATUSES.filter((one) => termsOf(policy).statuses(one).length !== 1))
      expect([text, verdictOf(text, policy)]).not.toEqual([text, "clear"]);
  });

  test("closed is read where a text says closed, and nowhere else", () => {
    for (const policy of POLICIES)
      expect(STATUSES.filter((text) => termsOf(policy).statuses(text).includes("CLOSED"))).toEqual(["Closed", "NFA"]);
  });
});

describe("job titles of real lists", () => {
  test.each(council)("are read, offered or asked about by '%s'", (_title, policy) => {
    const terms = termsOf(policy);
    const counts = counted(
      TITLES,
      (text) => terms.role(text) !== undefined,
      (text) => terms.nearestRole(text) !== undefined,
    );
    expect(counts).toEqual({ read: 34, offered: 0, unknown: 14 });
  });

  test.each(council)("are social workers or managers by '%s' only where they say so", (_title, policy) => {
    const terms = termsOf(policy);
    const qualified = TITLES.filter((text) => ["social-worker", "manager"].includes(terms.role(text)?.kind ?? ""));
    for (const text of qualified)
      expect(text).toMatch(/social worker|SW|manager|practitioner|LCPP|head of service|IRO|chair|ASYE|supported year/i);
    for (const text of TITLES.filter((one) => /assistant|student|apprentice|family|support worker|youth/i.test(one)))
      expect([text, qualified.includes(text)]).toEqual([text, false]);
  });
});

describe("headers of real lists", () => {
  test("are read, offered or asked about", () => {
    const counts = counted(
      HEADERS,
      (text) => mapHeaders([text]).columns.size > 0,
      (text) => mapHeaders([text]).suggestions.length > 0,
    );
    expect(counts).toEqual({ read: 60, offered: 1, unknown: 8 });
  });
});
