import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POLICIES, kentTrial2024 } from "../../rules/policies/index.ts";
import { policyProblems } from "../../rules/policy-check.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import type { Policy } from "../../rules/policy.ts";
import { termsOf } from "../../rules/terms.ts";
import { runs } from "./any-cells.ts";
import { anyPolicy } from "./any-policy.ts";

const problemsOf = (changes: Readonly<Record<string, unknown>>): string[] =>
  policyProblems(mergePolicy(kentTrial2024, changes));
const isAccepted = (value: unknown): boolean => {
  try {
    termsOf(value as Policy);
    return true;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith("This policy cannot be used: ")) return false;
    throw error;
  }
};

/** JSON whose keys are sometimes those of a policy, or of every object. */
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.jsonValue(),
    fc.constantFrom("trial", "2024-10-04", "CP", 1, true),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.dictionary(
    fc.constantFrom(
      ...Object.keys(kentTrial2024),
      "id",
      "name",
      "aliases",
      "months",
      "toString",
      "constructor",
      "length",
    ),
    tie("value"),
    { maxKeys: 4 },
  ),
})).value;

describe("a policy", () => {
  test.each(POLICIES.map((policy) => [policy.title, policy] as const))("'%s' can be used", (_title, policy) => {
    expect(policyProblems(policy)).toEqual([]);
  });

  test("with any valid changes can be used", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(policyProblems(policy)).toEqual([]);
      }),
      runs(200),
    );
  });

  test("of any JSON is told good from bad, without an error, as its terms are", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(policyProblems(value).length === 0).toBe(isAccepted(value));
      }),
      runs(500),
    );
  });

  test("with any one setting made anything else is told good from bad, as its terms are", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(kentTrial2024)), anyJson, (key, value) => {
        const changed = { ...kentTrial2024, [key]: value };
        expect(policyProblems(changed).length === 0).toBe(isAccepted(changed));
      }),
      runs(500),
    );
  });

  test("stays as it was where a change is merged over it", () => {
    const merged = mergePolicy(kentTrial2024, {
      trial: { end: "2025-10-04" },
      supervision: { every: { days: 28 } },
      socialWorkerOnly: ["CP"],
    });
    expect(merged.trial).toEqual({ ...kentTrial2024.trial, end: "2025-10-04" });
    expect(merged.supervision).toEqual({ every: { days: 28 }, dueSoonDays: 7 });
    expect(merged.socialWorkerOnly).toEqual(["CP"]);
    expect(kentTrial2024.trial.end).toBe("2025-04-04");
  });
});

describe("a policy is refused, naming the setting,", () => {
  test.each([
    ["no object", "policy must be a set of named values", null],
    ["a list", "policy must be a set of named values", []],
    ["a text", "policy must be a set of named values", "trial"],
  ])("that is %s", (_what, problem, value) => {
    expect(policyProblems(value)).toEqual([problem]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ["an unknown setting", "colour is not a setting of a policy", { colour: "blue" }],
    ["a blank title", "title must be a text", { title: " " }],
    ["a title too long", "title must be a text", { title: "x".repeat(201) }],
    ["a date that does not exist", "trial.end must be a date", { trial: { end: "2025-02-30" } }],
    ["a date with a time", "effectiveFrom must be a date", { effectiveFrom: "2024-10-04T00:00" }],
    ["an end before the start", "trial.end must be after trial.start", { trial: { end: "2024-10-04" } }],
    ["an unknown scheme", "scheme must be one of trial, adopted", { scheme: "pilot" }],
    ["a scheme that is a list", "scheme must be one of", { scheme: ["trial"] }],
    ["a scheme that no text can be made of", "scheme must be one of", { scheme: { toString: 1 } }],
    ["a status that is a list", "socialWorkerOnly[0] must be one of", { socialWorkerOnly: [["CP"]] }],
    ["an unknown status", "socialWorkerOnly[1] must be one of", { socialWorkerOnly: ["CP", "banana"] }],
    ["statuses that are no list", "socialWorkerOnly must be a list", { socialWorkerOnly: "CP" }],
    ["a negative number of days", "trial.graceDays must be a whole number", { trial: { graceDays: -1 } }],
    ["half a month", "validMonths.signOff must be a whole number", { validMonths: { signOff: 0.5 } }],
    ["yes for true", "assessmentByOthers must be true or false", { assessmentByOthers: "yes" }],
    [
      "a kind of role nobody knows",
      "roles[0].kind must be one of",
      { roles: [{ name: "Wizard", kind: "magic", aliases: [], timetabled: false }] },
    ],
    ["a pattern that is none", "childRefPattern must be a regular expression", { childRefPattern: "(" }],
    ["a pattern that refers back to a group", "childRefPattern must not refer back", { childRefPattern: "^(a)\\1$" }],
    ["a blank pattern", "childRefPattern must be a text", { childRefPattern: "" }],
    [
      "an interval of months and days",
      "supervision.every must be either months or days",
      { supervision: { every: { months: 1, days: 28 } } },
    ],
    ["an interval of neither", "supervision.every must be either months or days", { supervision: { every: {} } }],
    ["a data rule switched off", "rulesOff[0] must be a rule that can be switched off", { rulesOff: ["LP-31"] }],
    ["an unknown rule switched off", "rulesOff[0] must be a rule", { rulesOff: ["LP-99"] }],
    [
      "one team id twice",
      'otherTeams[0].id repeats the team id "thanet" of trial.teams[0]',
      { otherTeams: [{ id: "thanet", name: "Elsewhere", aliases: [] }] },
    ],
    [
      "one team name twice",
      'otherTeams[0].aliases[0] repeats the team name "dover" of trial.teams[1]',
      { otherTeams: [{ id: "x", name: "X", aliases: ["DOVER"] }] },
    ],
    [
      "one role name twice",
      `roles[${kentTrial2024.roles.length}].aliases[0] repeats the role name "sw" of roles[2]`,
      { roles: [...kentTrial2024.roles, { name: "Star Worker", kind: "partner", aliases: ["SW"] }] },
    ],
    [
      "one text for two statuses",
      'statuses[1].aliases[0] repeats the status text "stepdown" of statuses[0]',
      {
        statuses: [
          { code: "CIN", aliases: ["Step down", "step-down"] },
          { code: "EH", aliases: ["STEP DOWN"] },
        ],
      },
    ],
    [
      "one course twice",
      'courses[1].name repeats the course "chairing" of courses[0]',
      { courses: ["Chairing", "chairing"].map((name) => ({ name, from: "2024-10-04" })) },
    ],
    [
      "a Service Manager of no team",
      'serviceManagers[0].team names a team "atlantis"',
      { serviceManagers: [{ team: "atlantis", name: "Mo Servicemanager" }] },
    ],
    [
      "a role whose name has neither letter nor digit",
      "roles[0]",
      { roles: [{ name: "—", kind: "manager", aliases: [] }] },
    ],
    [
      "a team whose name has neither letter nor digit",
      "otherTeams[0]",
      { otherTeams: [{ id: "x", name: "??", aliases: [] }] },
    ],
    ["an about of more than a thousand characters", "about must be a text", { about: "x".repeat(1001) }],
    ["another meaning of family help", "familyHelp must be one of early-help, own-status", { familyHelp: "none" }],
    [
      "a text for a status that there is not",
      "statuses[0].code must be one of",
      { statuses: [{ code: "X", aliases: [] }] },
    ],
    [
      "one text for two statuses",
      'statuses[1].aliases[0] repeats the status text "tier4" of statuses[0]',
      {
        statuses: [
          { code: "CIN", aliases: ["Tier 4"] },
          { code: "CP", aliases: ["tier-4"] },
        ],
      },
    ],
    ["closed cases overseen", "overseen[0] must be one of", { overseen: ["CLOSED"] }],
    ["the setting that 'overseen' has replaced", "overseeEarlyHelp is not a setting", { overseeEarlyHelp: true }],
    ["acceptance for no month", "acceptMonths must be a whole number from 1", { acceptMonths: 0 }],
    ["half a day of grace", "registrationGraceDays must be a whole number", { registrationGraceDays: 0.5 }],
    [
      "a case that weighs less than nothing",
      "caseWeights.CIN must be a number from 0 to 100",
      { caseWeights: { CIN: -1 } },
    ],
    ["a weight for closed cases", "caseWeights.CLOSED is not a setting", { caseWeights: { CLOSED: 1 } }],
    ["nobody to ring at night", "outOfHours must be a text", { outOfHours: "" }],
    [
      "a role newly qualified by half",
      "roles[0].newlyQualified must be true or false",
      { roles: [{ name: "NQSW", kind: "social-worker", aliases: [], newlyQualified: "partly" }] },
    ],
    ["closed cases kept for social workers", "socialWorkerOnly[0]", { socialWorkerOnly: ["CLOSED"] }],
  ])("with %s", (_what, problem, changes) => {
    expect(problemsOf(changes).join("\n")).toContain(problem);
  });

  test("once for each setting that is missing", () => {
    expect(policyProblems({})).toHaveLength(Object.keys(kentTrial2024).length);
  });
});

test("a role need not say whether it is bound to a timetable", () => {
  expect(problemsOf({ roles: [{ name: "Wizard", kind: "partner", aliases: [] }] })).toEqual([]);
});
