import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import type { Finding } from "../../rules/finding.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import { checkRows } from "./sheets.ts";

const of = (rule: RuleId, row: Cells, asOf: string): Finding | undefined =>
  checkRows([row], { asOf: isoDay(asOf) }).rows[0]?.findings.find((finding) => finding.rule === rule);

const stepOf = (rule: RuleId, row: Cells, asOf: string): string => of(rule, row, asOf)?.nextStep ?? "";

describe("a case that waits for a lead", () => {
  const waiting = { lead: "", statusFrom: "2024-11-16" };

  test("says for how long", () => {
    expect(of("LP-01", waiting, "2024-11-17")?.message).toContain("has waited since 16 Nov 2024, 1 day.");
    expect(of("LP-01", waiting, "2024-11-30")?.message).toContain("has waited since 16 Nov 2024, 14 days.");
  });

  test("says nothing of it where the sheet does not", () => {
    expect(of("LP-01", { lead: "", statusFrom: "" }, "2024-11-30")?.message).not.toContain("waited");
    expect(stepOf("LP-01", { lead: "", statusFrom: "" }, "2024-11-30")).toBe(
      "Name one person as lead professional now: the team manager.",
    );
  });

  test("is the team manager's for fourteen days, and then the Service Manager's", () => {
    expect(stepOf("LP-01", waiting, "2024-11-30")).toBe(
      "Name one person as lead professional by 30 Nov 2024: the team manager.",
    );
    expect(stepOf("LP-01", waiting, "2024-12-01")).toMatch(/^Decide today who leads.*: the Service Manager\.$/);
  });

  test("is today's matter where only a social worker may lead", () => {
    const protection = { ...waiting, status: "CP" };
    expect(stepOf("LP-01", protection, "2024-11-30")).toBe(
      "Name a registered social worker as lead today: the team manager.",
    );
    expect(stepOf("LP-01", protection, "2024-12-01")).toBe(
      "Name a registered social worker as lead today: the Service Manager.",
    );
  });
});

test("supervision more than a further month late goes to the Service Manager", () => {
  const late = { lastSupervision: "2024-10-30", leadFrom: "2024-10-14" };
  expect(stepOf("LP-13", late, "2024-12-30")).toMatch(/: the overseer\.$/);
  expect(stepOf("LP-13", late, "2024-12-31")).toMatch(/: the Service Manager\.$/);
});

describe("a concern that nobody has reviewed", () => {
  const concern = { concernOn: "2024-11-20" };

  test("goes to the Service Manager as well after the fifth working day", () => {
    expect(stepOf("LP-28", concern, "2024-11-27")).not.toContain("Service Manager");
    expect(stepOf("LP-28", concern, "2024-11-28")).toContain("Tell the Service Manager as well, today.");
  });

  test("is reviewed now by the team's manager, and the sheet is not a referral", () => {
    expect(stepOf("LP-28", concern, "2024-11-27")).toBe(
      "Review it now, and enter the date: the team's manager, social work qualified. This sheet is not a referral: if the child may be at risk, follow the council's child protection procedures today, and ring 999 at once in danger.",
    );
  });

  test("on a closed case is the front door's", () => {
    expect(stepOf("LP-28", { ...concern, status: "Closed" }, "2024-11-27")).toContain(
      "This sheet is not a referral: ring the council's front door (out of hours, the council's emergency duty team) today, and 999 at once in danger.",
    );
  });
});

test("brothers and sisters of whom one is a social worker's to lead may have two leads, and the words say so", () => {
  const sibling = { childRef: "C-2", lead: "Kim Socialworker" };
  const family = (other: Cells): string => checkRows([{}, other]).rows[0]?.findings[0]?.message ?? "";
  expect(family(sibling)).not.toContain("two leads may be right");
  expect(family({ ...sibling, status: "CP" })).toContain("two leads may be right");
});
