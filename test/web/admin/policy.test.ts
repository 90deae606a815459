import { describe, expect, test } from "vitest";
import { draftFrom, policyOf, type Draft } from "../../../web/admin/policy/draft.ts";
import { problemsOf } from "../../../web/admin/policy/problems.ts";
import type { Version } from "../../../web/admin/policy/versions.ts";
import { kentTrial2024, POLICIES } from "../../../rules/policies/index.ts";
import { termsOf } from "../../../rules/terms.ts";
import { opened, TODAY, type Opened } from "./support.ts";

const shipped = (policy = kentTrial2024): Version => ({ version: 1, hash: termsOf(policy).hash, policy });
const draft = (changes: Partial<Draft> = {}): Draft => ({ ...draftFrom(shipped(), TODAY), ...changes });
const typed = (changes: Readonly<Record<string, string>>): Draft => draft({ typed: { ...draft().typed, ...changes } });
const sentencesOf = (of: Draft): readonly string[] => problemsOf(of).map(({ sentence }) => sentence);

async function began(): Promise<Opened & { readonly newest: Version }> {
  const page = await opened();
  await page.sections.policy.load();
  const newest = page.sections.policy.state.value.versions?.at(-1);
  if (!newest) throw new Error("There are no versions.");
  page.sections.policy.begin(newest);
  return { ...page, newest };
}

/** Another administrator makes a version while the page has its own under way. */
const meanwhile = async ({ service }: Opened): Promise<number> =>
  (
    await service.as("admin", "PUT", "/policy", {
      body: { policy: { ...kentTrial2024, effectiveFrom: "2025-06-01" } },
      headers: { "if-match": '"2"' },
    })
  ).status;

describe("a draft", () => {
  test.each(POLICIES.map((policy) => [policy.title, policy] as const))(
    "of %s makes the same policy again, from today",
    (_, policy) => {
      expect(policyOf(draftFrom(shipped(policy), TODAY))).toEqual({ ...policy, effectiveFrom: TODAY });
    },
  );

  test("carries everything that is typed", () => {
    const made = policyOf({
      ...typed({
        title: " Second year ",
        "trial.end": "2025-10-04",
        "validMonths.signOff": "6",
        frontDoor: "the Front Door",
      }),
      every: { count: "28", unit: "days" },
      rulesOff: ["LP-20"],
      overseen: ["EH", "ASSESS", "CIN"],
    });
    expect(made).toMatchObject({
      title: "Second year",
      trial: { end: "2025-10-04", teams: kentTrial2024.trial.teams },
      validMonths: { signOff: 6, sharing: 12 },
      frontDoor: "the Front Door",
      supervision: { every: { days: 28 }, dueSoonDays: 7 },
      rulesOff: ["LP-20"],
      overseen: ["EH", "ASSESS", "CIN"],
      roles: kentTrial2024.roles,
    });
  });

  test("keeps the id of a team that is renamed or changes sides, and makes a new team's of its name", () => {
    const [first, ...rest] = draft().teams;
    if (!first) throw new Error("There are no teams.");
    const teams = [
      { ...first, name: "Thanet and Coast", isInTrial: false },
      ...rest,
      { id: "", name: "Herne Bay & Whitstable", aliases: "HBW\n\n Coast ", isInTrial: true },
    ];
    expect(policyOf(draft({ teams }))).toMatchObject({
      otherTeams: expect.arrayContaining([
        expect.objectContaining({ id: "thanet", name: "Thanet and Coast" }),
      ]) as unknown,
      trial: {
        teams: expect.arrayContaining([
          { id: "herne-bay-and-whitstable", name: "Herne Bay & Whitstable", aliases: ["HBW", "Coast"] },
        ]) as unknown,
      },
    });
  });
});

describe("what is wrong with a draft", () => {
  test("is nothing at first", () => {
    expect(sentencesOf(draft())).toEqual([]);
  });

  test.each<readonly [string, Draft, string]>([
    [
      "a number that is none",
      typed({ "trial.graceDays": "four" }),
      "“Days after the end to confirm in” must be a whole number from 0 to 1000.",
    ],
    [
      "a number below none",
      typed({ jointVisitWorkingDays: "-1" }),
      "“Working days for a joint visit” must be a whole number from 0 to 1000.",
    ],
    ["a blank date", typed({ effectiveFrom: "" }), "“In force from” must be a date such as 2024-10-04."],
    [
      "a trial that ends before it starts",
      typed({ "trial.end": "2024-10-01" }),
      "“Trial ends” must be after “Trial starts”.",
    ],
    [
      "an interval of nothing",
      draft({ every: { count: "0", unit: "months" } }),
      "How often supervision is due must be a whole number from 1 to 1000.",
    ],
    [
      "a pattern that is none",
      typed({ childRefPattern: "(" }),
      "“Pattern of child refs” must be a regular expression: a bracket is not closed.",
    ],
    [
      "a new team without a name",
      draft({ teams: [...draft().teams, { id: "", name: " ", aliases: "", isInTrial: false }] }),
      "Other team 8, its name, must be a text with a letter or digit, of at most 200 characters.",
    ],
    [
      "a name that two teams have",
      draft({ teams: [...draft().teams, { id: "", name: "NAS", aliases: "", isInTrial: false }] }),
      'Other team 8, its name, repeats the team name "nas" of the trial\'s team 6.',
    ],
    [
      "a course with no day",
      draft({ courses: [{ name: "Leading", from: "" }] }),
      "Course 1, the day from which it is asked for, must be a date such as 2024-10-04.",
    ],
    [
      "a service manager of no team",
      draft({ serviceManagers: [{ team: "gone", name: "Sam Service" }] }),
      'Service manager 1, its team, names a team "gone" that the policy does not have.',
    ],
  ])("is said in the words of the form: %s", (_, of, sentence) => {
    expect(sentencesOf(of)).toEqual([sentence]);
  });

  test("names the setting that it stands beside", () => {
    expect(problemsOf(typed({ "trial.end": "" }))[0]?.path).toBe("trial.end");
  });
});

describe("a new version", () => {
  test("is sent only once it was previewed as it stands", async () => {
    const {
      sections: { policy },
      asked,
    } = await began();
    await policy.send("");
    await policy.preview();
    policy.edit({ overseen: ["EH", "ASSESS", "CIN"] });
    await policy.send("");
    expect(asked.filter((one) => one.startsWith("PUT"))).toEqual([]);
    await policy.preview();
    await policy.send("");
    expect(policy.state.value).toMatchObject({
      draft: undefined,
      problem: undefined,
      done: expect.stringContaining("Version 3") as string,
    });
    expect(policy.state.value.versions?.at(-1)).toMatchObject({
      version: 3,
      by: "oid-admin@tenant",
      policy: { overseen: ["EH", "ASSESS", "CIN"], effectiveFrom: TODAY },
    });
  });

  test("is asked for a reason where it begins in the past, and keeps it", async () => {
    const {
      sections: { policy },
    } = await began();
    policy.edit({ typed: { ...policy.state.value.draft?.typed, effectiveFrom: "2024-11-01" } });
    await policy.preview();
    expect(policy.state.value.needsReason).toBe(true);
    await policy.send("  ");
    expect(policy.state.value).toMatchObject({ problem: expect.stringContaining("Say why") as string, preview: [] });
    await policy.send("The letter came late.");
    expect(policy.state.value.versions?.at(-1)?.reason).toBe("The letter came late.");
  });

  test("that somebody forestalled is not sent and not lost, and can be sent after another look", async () => {
    const page = await began();
    const { policy } = page.sections;
    policy.edit({ overseen: ["EH", "ASSESS", "CIN"] });
    await policy.preview();
    expect(await meanwhile(page)).toBe(201);
    await policy.send("");
    expect(policy.state.value).toMatchObject({
      draft: { overseen: ["EH", "ASSESS", "CIN"] },
      preview: undefined,
      problem: expect.stringContaining("another version") as string,
      versions: { length: 3 },
    });
    await policy.preview();
    await policy.send("");
    expect(policy.state.value.versions?.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  test("whose answer was lost is known by its content when it is refused the second time", async () => {
    const {
      sections: { policy },
      instead,
    } = await began();
    policy.edit({ overseen: ["EH", "ASSESS", "CIN"] });
    await policy.preview();
    instead.set("PUT /policy", async (real) => {
      await real();
      throw new TypeError("The line broke.");
    });
    await policy.send("");
    expect(policy.state.value).toMatchObject({
      draft: undefined,
      done: expect.stringContaining("Version 3") as string,
      versions: { length: 3 },
    });
  });

  test("that the service refuses stays, with what the service says of it", async () => {
    const {
      sections: { policy },
    } = await began();
    policy.edit({
      teams: [...(policy.state.value.draft?.teams ?? []), { id: "", name: "Uploads", aliases: "", isInTrial: false }],
    });
    await policy.preview();
    expect(policy.state.value).toMatchObject({
      preview: undefined,
      problem: expect.stringContaining("not a policy") as string,
      sentences: [expect.stringContaining("team's id")],
    });
    expect(policy.state.value.draft).toBeDefined();
  });
});

test("who made a version is told to administrators alone", async () => {
  const page = await began();
  await meanwhile(page);
  const newest = async (who: "admin" | "ofTheTeam") =>
    (await page.service.as(who, "GET", "/policy/versions")).json.items?.at(-1);
  expect([(await newest("admin"))?.by, (await newest("ofTheTeam"))?.by]).toEqual(["oid-admin@tenant", undefined]);
});
