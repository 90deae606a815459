import { describe, expect, test } from "vitest";
import { england2026, kentTrial2024 } from "../../../rules/policies/index.ts";
import { policyProblems } from "../../../rules/policy-check.ts";
import type { Policy } from "../../../rules/policy.ts";
import { termsOf } from "../../../rules/terms.ts";
import { draftFrom, policyOf, type Draft } from "../../../web/admin/policy/draft.ts";
import { newRole, type DraftRole } from "../../../web/admin/policy/named-items.ts";
import { problemsOf, sentencesAbout, sentencesUnder } from "../../../web/admin/policy/problems.ts";
import { readOtherwise } from "../../../web/admin/policy/status-texts.ts";
import { opened, TODAY } from "./support.ts";

const from = (policy: Policy): Draft => draftFrom({ version: 1, hash: termsOf(policy).hash, policy }, TODAY);
const draft = (changes: Partial<Draft> = {}): Draft => ({ ...from(england2026), ...changes });
const typed = (changes: Readonly<Record<string, string>>): Draft => draft({ typed: { ...draft().typed, ...changes } });
const sentencesOf = (of: Draft): readonly string[] => problemsOf(of).map(({ sentence }) => sentence);
const withRole = (role: Partial<DraftRole>): Draft => {
  const { roles } = draft();
  return draft({ roles: [...roles, { ...newRole(roles), ...role }] });
};

const changedName = (roles: readonly DraftRole[], at: number, name: string): readonly DraftRole[] =>
  roles.map((role, index) => (index === at ? { ...role, name } : role));

/** A council that is none of those whose policies ship. */
const sampleton: Policy = {
  ...england2026,
  id: "sampleton-2026",
  title: "Sampleton 2026",
  about: "Restorative practice in clusters.",
  familyHelp: "early-help",
  statuses: [
    { code: "EH", aliases: ["Cluster support"] },
    { code: "CP", aliases: ["Plan B"] },
  ],
  otherTeams: [{ id: "inner-east", name: "Inner East", aliases: ["IE cluster"] }],
  roles: [
    { name: "Cluster Lead", kind: "either", aliases: ["CL lead"] },
    { name: "First Year Worker", kind: "social-worker", aliases: [], timetabled: true, newlyQualified: true },
  ],
  caseWeights: { EH: 0.5, CP: 2 },
  unallocatedDays: 5,
  registrationGraceDays: 7,
  registrationWarnDays: 60,
  snapshotDueDays: 3,
  acceptMonths: 2,
  outOfHours: "the night team",
  serviceManagers: [{ team: "inner-east", name: "Sam Service" }],
};

describe("every setting of a policy", () => {
  test("is in the draft, so that a policy unlike those that ship comes out as it went in", () => {
    expect(policyOf(from(sampleton))).toEqual({ ...sampleton, effectiveFrom: TODAY });
  });

  test("can be typed over another policy, and then means what was typed", () => {
    const { typed: texts, ...chosen } = from(sampleton);
    const made = policyOf({ ...from(kentTrial2024), ...chosen, typed: texts });
    expect(made).toEqual({ ...sampleton, effectiveFrom: TODAY });
    expect(policyProblems(made)).toEqual([]);
    const terms = termsOf(made as Policy);
    expect([terms.statuses("plan b"), terms.role("CL Lead")?.kind, terms.weight("EH"), terms.weight("CIN")]).toEqual([
      ["CP"],
      "either",
      0.5,
      1,
    ]);
  });

  test("is taken by the service as it was typed", async () => {
    const {
      sections: { policy },
    } = await opened();
    await policy.load();
    const newest = policy.state.value.versions?.at(-1);
    if (!newest) throw new Error("There are no versions.");
    policy.begin(newest);
    policy.edit({ ...from(sampleton), from: newest });
    await policy.preview();
    await policy.send("");
    expect(policy.state.value).toMatchObject({ draft: undefined, problem: undefined });
    expect(policy.state.value.versions?.at(-1)?.policy).toEqual({ ...sampleton, effectiveFrom: TODAY });
  });
});

describe("what is wrong", () => {
  const count = england2026.roles.length + 1;

  test.each<readonly [string, Draft, string, string]>([
    [
      "a role without a kind",
      withRole({ name: "Star Worker" }),
      `roles[${count - 1}].kind`,
      `Role ${count}, “Star Worker”, its kind, must be chosen.`,
    ],
    [
      "a role without a name",
      withRole({ kind: "partner" }),
      `roles[${count - 1}].name`,
      `Role ${count}, its name, must be a text with a letter or digit, of at most 200 characters.`,
    ],
    [
      "another name that a role has already",
      withRole({ name: "Star Worker", kind: "partner", aliases: "\nSW" }),
      `roles[${count - 1}].aliases[0]`,
      `Role ${count}, “Star Worker”, one of its other names, repeats the role name "sw" of role 3, “Social Worker”.`,
    ],
    [
      "a text of two statuses",
      draft({ statuses: { EH: "Cluster", CP: "Plan B\n\ncluster" } }),
      "statuses[1].aliases[1]",
      'Text 2 of “child protection” repeats the status text "cluster" of “early help”.',
    ],
    [
      "a text of nothing but signs",
      draft({ statuses: { CP: "??" } }),
      "statuses[0].aliases[0]",
      "Text 1 of “child protection” must be a text with a letter or digit, of at most 200 characters.",
    ],
    [
      "a weight with a comma",
      typed({ "caseWeights.CP": "1,5" }),
      "caseWeights.CP",
      "“Weight of child protection” must be a number from 0 to 100.",
    ],
    [
      "months of acceptance that are none",
      typed({ acceptMonths: "0" }),
      "acceptMonths",
      "“Months for which a finding may be accepted” must be a whole number from 1 to 1000.",
    ],
    [
      "nobody out of hours",
      typed({ outOfHours: " " }),
      "outOfHours",
      "“Out of hours” must be a text of 1 to 200 characters.",
    ],
    [
      "a service manager of a team that was taken away",
      draft({ serviceManagers: [{ team: "gone", name: "Sam Service" }] }),
      "serviceManagers[0].team",
      'Service manager 1, its team, names a team "gone" that the policy does not have.',
    ],
  ])("is said in the words of the form and beside its field: %s", (_, of, path, sentence) => {
    expect(sentencesOf(of)).toEqual([sentence]);
    expect(sentencesAbout(problemsOf(of), path)).toEqual([sentence]);
  });

  test("of one role is not said beside another whose number begins alike", () => {
    const { roles } = draft();
    const first = changedName(roles, 10, "—");
    expect(sentencesUnder(problemsOf(draft({ roles: first })), "roles[1].")).toEqual([]);
    expect(sentencesUnder(problemsOf(draft({ roles: first })), "roles[10].")).toHaveLength(1);
  });
});

describe("a text that the product reads otherwise", () => {
  test("is taken as the council says, and how it was read before is said beside it", () => {
    const of = draft({ statuses: { EH: "Cluster support\nCP plan", CP: "CPP" } });
    expect(readOtherwise(of, "EH")).toEqual(["Without this line, “CP plan” is read as child protection."]);
    expect(readOtherwise(of, "CP")).toEqual([]);
  });
});

describe("a draft under way", () => {
  const began = async () => {
    const page = await opened();
    const { policy } = page.sections;
    await policy.load();
    const [oldest, newest] = policy.state.value.versions ?? [];
    if (!oldest || !newest) throw new Error("There are no versions.");
    policy.begin(newest);
    return { ...page, policy, oldest };
  };

  test("is not given up for another that is begun", async () => {
    const { policy, oldest } = await began();
    policy.edit({ overseen: ["EH"] });
    policy.begin(oldest);
    expect(policy.state.value).toMatchObject({
      draft: { overseen: ["EH"] },
      problem: expect.stringContaining("Send it or discard it first") as string,
    });
  });

  test("makes way for another while nothing of it is changed", async () => {
    const { policy, oldest } = await began();
    policy.begin(oldest);
    expect(policy.state.value.draft?.from.version).toBe(oldest.version);
  });

  test("keeps what is typed while it is looked at, and has to be looked at again", async () => {
    const { policy } = await began();
    const looking = policy.preview();
    policy.edit({ overseen: ["EH"] });
    await looking;
    expect(policy.state.value).toMatchObject({ draft: { overseen: ["EH"] }, preview: undefined, busy: undefined });
  });

  test("keeps what is typed while it is sent, for another version", async () => {
    const { policy } = await began();
    await policy.preview();
    const sending = policy.send("");
    policy.edit({ overseen: ["EH"] });
    await sending;
    expect(policy.state.value).toMatchObject({
      draft: { overseen: ["EH"] },
      busy: undefined,
      done: expect.stringContaining("is not part of it") as string,
    });
  });
});
