import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import { canonicalJson, sha256 } from "../../rules/hash.ts";
import { kentTrial2024, workingTogether } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { termsOf } from "../../rules/terms.ts";

const terms = termsOf(kentTrial2024);

describe("the terms of a policy", () => {
  test("are worked out once", () => {
    expect(termsOf(kentTrial2024)).toBe(terms);
  });

  test("carry the hash of its canonical JSON, the same for an equal policy", () => {
    expect(terms.hash).toBe(sha256(canonicalJson(kentTrial2024)));
    expect(termsOf(structuredClone(kentTrial2024)).hash).toBe(terms.hash);
    expect(termsOf(workingTogether).hash).not.toBe(terms.hash);
  });

  test("give the trial's days: six months from its start, its grace after, its warning before", () => {
    expect(terms.trial).toEqual({
      start: isoDay("2024-10-04"),
      end: isoDay("2025-04-04"),
      graceEnd: isoDay("2025-05-02"),
      warnFrom: isoDay("2025-03-07"),
    });
  });

  test("refuse what is no policy, in a sentence", () => {
    expect(() => termsOf(mergePolicy(kentTrial2024, { scheme: "pilot", title: "" }))).toThrow(
      /^This policy cannot be used: title .*; scheme .*\.$/,
    );
  });

  test("know each team by name and alias, and whether it is in the trial", () => {
    expect(terms.team("gravesham")).toMatchObject({ isTrial: true, team: { id: "gravesend" } });
    expect(terms.team("Shepway")).toMatchObject({ isTrial: false, team: { id: "folkestone-and-hythe" } });
    for (const text of ["Atlantis", "", "__proto__", "constructor"]) expect(terms.team(text), text).toBeUndefined();
    expect([terms.nearestTeam("Thannet"), terms.nearestTeam("Atlantis")]).toEqual(["Thanet", undefined]);
  });

  test("have no trial team once there is no trial", () => {
    expect(termsOf(workingTogether).isTrial).toBe(false);
    expect(termsOf(workingTogether).team("Thanet")?.isTrial).toBe(false);
  });

  test.each([
    ["SW", "social-worker"],
    ["nqsw", "social-worker"],
    ["SSW", "social-worker"],
    ["Agency social worker", "social-worker"],
    ["PS", "manager"],
    ["ATM", "manager"],
    ["TM", "manager"],
    ["SM", "manager"],
    ["SWA", "assistant"],
    ["social care assistant", "assistant"],
    ["senior SWA", "assistant"],
    ["EHP", "early-help"],
    ["EHW", "early-help"],
    ["FSW", "early-help"],
    ["youth worker", "early-help"],
    ["DSL", "education"],
    ["SENCO", "education"],
    ["HV", "health"],
    ["midwife", "health"],
    ["Police", "partner"],
  ])("know '%s' as a role of kind %s", (text, kind) => {
    expect(terms.role(text)?.kind).toBe(kind);
  });

  test("know no role by a blank or by a name that every object has", () => {
    for (const text of ["", "—", "__proto__", "toString"]) expect(terms.role(text), text).toBeUndefined();
  });

  test("say when supervision is due: a month on, or so many days", () => {
    const from = isoDay("2025-01-31");
    expect(terms.supervisionDue(from)).toBe(isoDay("2025-02-28"));
    expect(termsOf(mergePolicy(kentTrial2024, { supervision: { every: { days: 28 } } })).supervisionDue(from)).toBe(
      from + 28,
    );
  });

  test("name a team's Service Manager where the policy does", () => {
    const named = termsOf(
      mergePolicy(kentTrial2024, { serviceManagers: [{ team: "thanet", name: "Sue Servicemanager" }] }),
    );
    expect([named.serviceManager("thanet"), named.serviceManager("dover"), named.serviceManager(undefined)]).toEqual([
      "Sue Servicemanager",
      undefined,
      undefined,
    ]);
  });

  test("tell a reference from a name", () => {
    for (const text of ["C-1001", "1234567", "x1", `${"C".repeat(23)}1`])
      expect(terms.isChildRef(text), text).toBe(true);
    for (const text of ["Ann Example", "Ann", "C 1", `${"C".repeat(24)}1`, ""])
      expect(terms.isChildRef(text), text).toBe(false);
  });

  test("have early help overseen where the policy says so", () => {
    expect(terms.overseen).toEqual(["ASSESS", "CIN"]);
    expect(termsOf(mergePolicy(kentTrial2024, { overseen: ["EH", "ASSESS", "CIN"] })).overseen).toContain("EH");
  });
});
