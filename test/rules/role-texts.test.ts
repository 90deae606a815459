import { describe, expect, test } from "vitest";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { termsOf } from "../../rules/terms.ts";

const terms = termsOf(kentTrial2024);

describe("a role", () => {
  test.each([
    ["Social Worker - Level 2", "Social Worker"],
    ["Social Worker Level 2", "Social Worker"],
    ["Social Worker, Grade K", "Social Worker"],
    ["SW (Agency)", "Social Worker"],
    ["Team Manager (Acting) (0.8 FTE)", "Team Manager"],
    ["Family Support Worker (part-time)", "Family Support Worker"],
    ["SW (ASYE)", "Newly Qualified Social Worker"],
    ["Social Worker (ASYE)", "Newly Qualified Social Worker"],
    ["Senior/Advanced Social Worker", "Senior Social Worker"],
    ["Advanced/Senior/Consultant Practitioner", "Advanced Practitioner"],
    ["Assistant/Deputy Team Manager", "Assistant Team Manager"],
    ["Family Support Worker/Practitioner", "Family Support Worker"],
    ["SSW/Advanced Social Worker", "Senior Social Worker"],
    ["FHLP", "Family Help Lead Practitioner"],
    ["HoS", "Head of Service"],
  ])("'%s' is %s", (text, name) => {
    expect(terms.role(text)?.name).toBe(name);
  });

  test.each([
    "Social Worker (Student)",
    "Social Worker - Apprentice",
    "SW/ATM",
    "SW/Wizard",
    "Wizard (Agency)",
    "/",
    "Level 2",
    "Principal Social Worker",
  ])("'%s' is none that anybody knows", (text) => {
    expect(terms.role(text)).toBeUndefined();
  });

  test("of a policy's own may have two names with a slash between, and another role's own name counts first", () => {
    const own = termsOf(
      mergePolicy(kentTrial2024, {
        roles: [
          { name: "Case Lead/Holder", kind: "social-worker", aliases: [] },
          { name: "Case Holder", kind: "assistant", aliases: [] },
        ],
      }),
    );
    expect([own.role("Case Lead")?.kind, own.role("case holder")?.kind]).toEqual(["social-worker", "assistant"]);
  });

  test("misspelt is offered the nearest, never read as it; a short code is near to too many", () => {
    expect([terms.role("Social Wroker"), terms.nearestRole("Social Wroker")]).toEqual([undefined, "Social Worker"]);
    expect([terms.nearestRole("PA"), terms.nearestStatus("CPX"), terms.nearestRole("Wizard")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
