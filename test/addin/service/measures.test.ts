import { cells, signedIn } from "./cells.ts";
import { describe, expect, test } from "vitest";
import { aWorld, type World } from "./world.ts";

const measure = async (world: World, id: string, month = "2024-11", team?: string) =>
  (await cells(world, [() => world.service.measure(id, month, team)]))[0];

describe("a measure of a sent snapshot", () => {
  test("is a count, or a share in whole per cent", async () => {
    const world = await signedIn();
    await world.list("dover", [{ childRef: "C-1" }, { childRef: "C-2", overseer: "" }, { childRef: "C-3", lead: "" }]);
    expect(await measure(world, "cases", "2024-11", "Dover")).toBe(3);
    expect(await measure(world, "cases", "2024-11", "dover")).toBe(3);
    expect(await measure(world, "unallocated")).toBe(1);
    expect(await measure(world, "oversight-in-place")).toBe(50);
    expect(world.to("/measures")).toHaveLength(1);
  });

  test("of other teams is as the service shows it: rounded, and no percentage of few", async () => {
    const world = await signedIn();
    await world.list(
      "thanet",
      Array.from({ length: 7 }, (_, index) => ({ childRef: `T-${index}` })),
    );
    expect(await measure(world, "cases", "2024-11", "Thanet")).toBe(5);
    expect(await measure(world, "oversight-in-place", "2024-11", "Thanet")).toBe(
      "“oversight-in-place” for November 2024 is out of fewer than ten, so its percentage is shown to the team alone.",
    );
  });

  test("without a team is that of all one's own, where they can be added up", async () => {
    const world = await signedIn();
    await world.remote.as("admin", "PUT", "/members/oid-dover", {
      body: { teams: ["dover", "ashford"] },
      headers: { "if-match": '"1"' },
    });
    world.service.retry();
    await world.settle();
    expect(world.service.account.value?.teams).toEqual(["dover", "ashford"]);
    await world.list("dover", [{ childRef: "C-1" }, { childRef: "C-2", overseer: "" }, { childRef: "C-3" }]);
    expect(await measure(world, "cases")).toBe("No snapshot of Ashford for November 2024 has been sent.");
    expect(await measure(world, "training-complete")).toBe(
      "Give a team: “training-complete” cannot be added up over several.",
    );
    const opened = await world.remote.as("ofTheTeam", "POST", "/snapshots", {
      body: { team: "ashford", month: "2024-11", rows: 1, parts: 1 },
    });
    await world.remote.as("ofTheTeam", "PUT", `/snapshots/uploads/${String(opened.json.uploadId)}/parts/1`, {
      body: { rows: [{ childRef: "A-1", team: "Ashford", status: "CIN", lead: "A1", overseer: "" }] },
    });
    await world.remote.as("ofTheTeam", "POST", `/snapshots/uploads/${String(opened.json.uploadId)}/commit`);
    await world.advance(5 * 60_000);
    expect(await measure(world, "cases")).toBe(4);
    expect(await measure(world, "oversight-in-place")).toBe(50);
  });

  test("of several months is asked in one request", async () => {
    const world = await signedIn();
    await world.list("dover", [{ childRef: "C-1" }]);
    const asked = ["2024-09", "2024-10", "2024-11"].map(
      (month) => () => world.service.measure("cases", month, "Dover"),
    );
    expect(await cells(world, asked)).toEqual([
      "No snapshot of Dover for September 2024 has been sent.",
      "No snapshot of Dover for October 2024 has been sent.",
      1,
    ]);
    expect(world.to("/measures").map(({ address }) => address)).toEqual([
      "/api/v1/measures?from=2024-09&to=2024-11&limit=2000",
    ]);
  });

  test.each([
    ["no such measure", "case", "2024-11", "Dover", /^There is no such measure\. Give one of cases, .* or feedback\.$/],
    ["no month", "cases", "November", "Dover", /^Give the month as 2024-11/],
    ["no such team", "cases", "2024-11", "Nowhere", /^The policy has no such team\. Give one of Thanet, Dover, /],
    [
      "a measure that compares with the month before",
      "step-ups",
      "2024-11",
      "Dover",
      /^The snapshot of Dover for November 2024 does not have this measure/,
    ],
    ["a share of nothing", "concerns-in-time", "2024-11", "Dover", /nothing was counted/],
  ])("asked for %s, says what to give", async (_, id, month, team, sentence) => {
    const world = await signedIn();
    await world.list("dover", [{ childRef: "C-1" }]);
    expect(await measure(world, id, month, team)).toMatch(sentence);
  });

  test("asks whoever manages no team to give one", async () => {
    expect(await measure(await signedIn({ who: "evaluator" }), "cases")).toBe("Give a team: you manage none yourself.");
  });

  test("asks people who are signed out to sign in", async () => {
    expect(await measure(await aWorld(), "cases")).toBe(
      "Sign in in the Lead Professional pane to get the measures of sent snapshots.",
    );
  });
});
