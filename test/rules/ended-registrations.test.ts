import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { checkRows, keysOf } from "./sheets.ts";

const adopted = mergePolicy(kentTrial2024, { scheme: "adopted" });

/** What is found on a row; Lee Lapsed's registration is shown to 29 November 2024. */
const found = (row: Cells, asOf: string, policy = adopted): readonly Finding[] =>
  checkRows([row], { asOf: isoDay(asOf), policy }).rows[0]?.findings ?? [];

const severityOf = (key: string, findings: readonly Finding[]): string | undefined =>
  findings.find((finding) => keyOf(finding) === key)?.severity;

describe("a registration that is shown to have ended, by the day", () => {
  const days = ["2024-11-29", "2024-11-30", "2024-12-13", "2024-12-14"];

  test.each([
    ["LP-03/registration-ended", { status: "CP", lead: "Lee Lapsed" }, ["action", "action", "not-eligible"]],
    ["LP-04/not-registered", { lead: "Lee Lapsed" }, ["check", "check", "action"]],
    ["LP-08/lapsed", { overseer: "Lee Lapsed" }, ["action", "action", "not-eligible"]],
    ["LP-35/ended", { lead: "Lee Lapsed" }, ["action", "action", "action"]],
  ])("%s", (key, row, severities) => {
    expect(days.map((asOf) => severityOf(key, found(row, asOf)))).toEqual([undefined, ...severities]);
  });

  test("the days of grace are the policy's", () => {
    const strict = mergePolicy(adopted, { registrationGraceDays: 0 });
    const row = { status: "CP", lead: "Lee Lapsed" };
    expect(severityOf("LP-03/registration-ended", found(row, "2024-11-30", strict))).toBe("not-eligible");
  });
});

test("a social worker whose registration has ended is asked nothing that is asked of an assistant", () => {
  const bare: Cells = {
    lead: "Lee Lapsed",
    overseer: "",
    lastSupervision: "",
    supervisedBy: "",
    decidedBy: "",
    agenciesAsked: "",
    agreedOn: "",
    complexity: 3,
    cover: "",
    initialMeetingChair: "",
  };
  expect(keysOf(found(bare, "2025-03-31"))).toEqual(["LP-04/not-registered", "LP-35/ended"]);
  expect(keysOf(found({ ...bare, status: "ASSESS" }, "2025-03-31"))).toEqual(["LP-04/not-registered", "LP-35/ended"]);
});

test("the words say what the register here shows and where more is to be seen, within the grace and after it", () => {
  const row = { status: "CP", lead: "Lee Lapsed" };
  const [early] = found(row, "2024-12-13");
  const [late] = found(row, "2024-12-14");
  expect(early?.message).toBe(
    "Lee Lapsed leads this child protection case; the register here shows a registration to 29 Nov 2024 and none since (Social Work England's public register says more).",
  );
  expect(early?.nextStep).toMatch(
    /^Look Lee Lapsed up in Social Work England's public register today .*team manager\.$/,
  );
  expect(late?.message).toBe(early?.message);
  expect(late?.nextStep).toMatch(/^Re-allocate to a registered social worker today, or enter the renewal/);
  const overseen = found({ overseer: "Lee Lapsed" }, "2024-12-14").find(({ rule }) => rule === "LP-08");
  expect(overseen?.nextStep).toMatch(/^Have another qualified manager oversee this case today, or enter the renewal/);
});

test("a registration that the register denies is said as such", () => {
  const [finding] =
    checkRows([{ lead: "Max Manager" }], {
      policy: adopted,
      register: { practitioners: [{ name: "Max Manager", role: "Team Manager", registration: "none" }] },
    }).rows[0]?.findings.filter(({ rule }) => rule === "LP-04") ?? [];
  expect(finding?.message).toBe(
    "Max Manager leads as Team Manager; the register here says that there is no registration.",
  );
});
