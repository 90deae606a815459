import { describe, expect, test } from "vitest";
import type { EventCode } from "../../functions/log.ts";
import { remind, type ReminderDependencies } from "../../functions/snapshots/reminder.ts";
import { keys } from "../../functions/store/keys.ts";
import { memoryTable } from "../../functions/store/memory.ts";
import { england2026, kentTrial2024, workingTogether } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import type { RawPractitioner } from "../../rules/register.ts";

/** A month's reminder with everything that it reaches, at a moment that a test moves on. */
function setUp(at: string, policy: Policy = kentTrial2024, practitioners: readonly RawPractitioner[] = []) {
  const clock = { at: new Date(at) };
  const published: { subject: string; text: string }[] = [];
  const events: EventCode[] = [];
  let isDown = false;
  const deps: ReminderDependencies = {
    table: memoryTable(() => clock.at),
    now: () => clock.at,
    log: (event) => {
      events.push(event);
    },
    policyOn: () => Promise.resolve({ policy }),
    registerOf: () => Promise.resolve(practitioners),
    publish: (subject, text) => {
      if (isDown) return Promise.reject(new Error("the topic is down"));
      published.push({ subject, text });
      return Promise.resolve();
    },
  };
  return {
    deps,
    published,
    events,
    clock,
    sent: (team: string, month: string) => deps.table.put(keys.head(team, month), "{}"),
    topicIsDown: (down: boolean) => {
      isDown = down;
    },
  };
}

describe("after a month's end", () => {
  test("the trial's teams without a snapshot are reminded, by name and of which month", async () => {
    const { deps, published, events, sent } = setUp("2024-12-02T08:00:00Z");
    for (const team of ["thanet", "dover", "gravesend", "sevenoaks"]) await sent(team, "2024-11");
    await sent("north-adolescent", "2024-10");
    await remind(deps);
    expect(published).toHaveLength(1);
    expect(published[0]?.text).toContain("by Tonbridge and Malling and North Adolescent Services.");
    expect(published[0]?.subject).toContain("30 Nov 2024");
    expect(events).toEqual(["reminder-published"]);
  });

  test("they are reminded once a month, however often it runs", async () => {
    const { deps, published, clock } = setUp("2024-12-02T08:00:00Z");
    await remind(deps);
    await remind(deps);
    clock.at = new Date("2024-12-20T08:00:00Z");
    await Promise.all([remind(deps), remind(deps)]);
    expect(published).toHaveLength(1);
    clock.at = new Date("2025-01-02T08:00:00Z");
    await remind(deps);
    expect(published).toHaveLength(2);
  });

  test("two runs at the same time publish once", async () => {
    const { deps, published } = setUp("2024-12-02T08:00:00Z");
    await Promise.all([remind(deps), remind(deps), remind(deps)]);
    expect(published).toHaveLength(1);
  });

  test("a run that broke off is taken up by a later one, not at once", async () => {
    const { deps, published, clock, topicIsDown } = setUp("2024-12-02T08:00:00Z");
    topicIsDown(true);
    await expect(remind(deps)).rejects.toThrow("the topic is down");
    topicIsDown(false);
    await remind(deps);
    expect(published).toHaveLength(0);
    clock.at = new Date("2024-12-02T08:16:00Z");
    await remind(deps);
    await remind(deps);
    expect(published).toHaveLength(1);
  });

  test("nobody is reminded where every team has sent", async () => {
    const { deps, published, events, sent } = setUp("2024-12-02T08:00:00Z");
    for (const { id } of kentTrial2024.trial.teams) await sent(id, "2024-11");
    await remind(deps);
    expect({ published, events }).toEqual({ published: [], events: ["reminder-not-due"] });
  });

  test.each([
    ["the month before the trial", "2024-10-02T08:00:00Z", 0],
    ["the trial's first month", "2024-11-02T08:00:00Z", 1],
    ["the month in which it ends", "2025-05-02T08:00:00Z", 1],
    ["the month after", "2025-06-02T08:00:00Z", 0],
  ])("of %s", async (_name, at, times) => {
    const { deps, published } = setUp(at);
    await remind(deps);
    expect(published).toHaveLength(times);
  });

  test("nobody is reminded where there is no trial", async () => {
    const { deps, published } = setUp("2024-12-02T08:00:00Z", workingTogether);
    await remind(deps);
    expect(published).toEqual([]);
  });
});

describe("registrations that end", () => {
  const person = (id: string, registeredTo: string, team = "dover", registration = "SW100001"): RawPractitioner => ({
    id,
    name: `Invented ${id}`,
    role: "Social Worker",
    team,
    registration,
    registeredTo,
  });
  const STAFF = [
    person("H1", "2026-11-30"),
    person("H2", "2026-11-30", "thanet"),
    person("H3", "2026-11-30"),
    person("H4", "2027-11-30"),
    person("H5", "2026-11-30", "dover", "none"),
  ];

  test("are listed by last day and team, in counts and without a name or staff number", async () => {
    const { deps, published } = setUp("2026-11-02T08:00:00Z", england2026, STAFF);
    await remind(deps);
    expect(published).toEqual([
      {
        subject: "Lead professional: registrations that end",
        text: "3 registrations end on 30 Nov 2026: 2 of dover and 1 of thanet. Have the new dates entered by then.",
      },
    ]);
  });

  test.each([
    ["2026-09-01T08:00:00Z", 1],
    ["2026-08-02T08:00:00Z", 0],
  ])("are listed from ninety days before: on %s, %i time", async (at, times) => {
    const { deps, published } = setUp(at, england2026, STAFF);
    await remind(deps);
    expect(published).toHaveLength(times);
  });

  test("that are shown as ended are said as what the register shows", async () => {
    const { deps, published } = setUp("2026-12-02T08:00:00Z", england2026, STAFF);
    await remind(deps);
    expect(published[0]?.text).toMatch(/^The register shows 3 registrations to 30 Nov 2026 and none since: /);
  });

  test("are listed with the teams that owe a snapshot, by the teams' names, in one message", async () => {
    const staff = [person("H1", "2024-12-31", "dover"), person("H2", "2024-12-31", "")];
    const { deps, published } = setUp("2024-12-02T08:00:00Z", kentTrial2024, staff);
    await remind(deps);
    expect(published).toHaveLength(1);
    expect(published[0]?.text).toContain("has been sent by Thanet");
    expect(published[0]?.text).toContain("2 registrations end on 31 Dec 2024: 1 of Dover and 1 of no team.");
  });
});
