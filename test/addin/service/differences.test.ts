import { describe, expect, test } from "vitest";
import { keys } from "../../../functions/store/keys.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import type { Cells } from "../../../rules/example.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { POLICY } from "../../functions/support/requests.ts";
import { aCheckingWorld, aSheet, children, type World } from "./world.ts";

const SOON = 1_500;
async function validated(world: World, rows: readonly Cells[]): Promise<readonly string[]> {
  world.service.validate(aSheet(rows, { rowNumbers: rows.map((_, index) => index + 5) }));
  await world.advance(SOON);
  return world.service.validation.value?.differences ?? [];
}
/** Puts another verdict in the place of the service's on rows of these children. */
const saying = (world: World, verdict: string, ...refs: string[]): void => {
  world.through(async (address, init) => {
    const answer = await world.real(address, init);
    if (!address.endsWith("/checks")) return answer;
    const asked = (JSON.parse(init.body as string) as { rows: { childRef: string }[] }).rows;
    const json = (await answer.json()) as { rows: { verdict: string }[] };
    json.rows.forEach((row, index) => {
      if (refs.includes(asked[index]?.childRef ?? "")) row.verdict = verdict;
    });
    return Response.json(json);
  });
};

describe("where the service differs", () => {
  test("nothing is said while both come to the same", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [
      { childRef: "C-2", lead: "W1" },
      { childRef: "T-2", lead: "A1" },
    ]);
    expect(
      await validated(world, [
        ...children(12),
        { childRef: "C-20", overseer: "" },
        { childRef: "C-21", lead: "Una Nowhere", leadRole: "SWA", status: "see notes" },
      ]),
    ).toEqual([]);
    expect(world.to("/policy/versions")).toHaveLength(1);
  });

  test("names the rows, and fetches policy and register anew at once and only once", async () => {
    const world = await aCheckingWorld();
    saying(world, "not-eligible", "C-2", "C-4");
    expect(await validated(world, children(4))).toEqual([
      expect.stringMatching(/^The council's service comes to another verdict on rows 6 and 8\./),
    ]);
    await world.advance(60_000);
    expect(world.to("/policy/versions")).toHaveLength(2);
    expect(world.checked()).toHaveLength(1);
  });

  test("takes a difference back once the row comes out the same", async () => {
    const world = await aCheckingWorld();
    saying(world, "not-eligible", "C-2");
    expect(await validated(world, children(4))).toHaveLength(1);
    world.through();
    expect(await validated(world, children(4).with(1, { childRef: "C-2", wishesOn: "2024-11-01" }))).toEqual([]);
  });

  test("does not compare rows that name somebody of another team, of whom the service shows less", async () => {
    const world = await aCheckingWorld();
    const sam = EXAMPLE_REGISTER.find(({ id }) => id === "A1");
    await world.remote.deps.table.put(keys.practitioner("A1"), JSON.stringify({ ...sam, team: "thanet" }));
    world.service.retry();
    await world.settle();
    expect(world.inputs.service.value.register?.practitioners[0]).not.toHaveProperty("signedOffOn");
    expect(await validated(world, children(2, { complexity: 3 }))).toEqual([]);
  });

  test("a policy that the council has changed is fetched at once, and the sheet checked by it", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(2));
    const policy = { ...POLICY, effectiveFrom: "2024-11-30" };
    expect(
      (
        await world.remote.as("admin", "PUT", "/policy", {
          body: { policy, reason: "agreed" },
          headers: { "if-match": '"2"' },
        })
      ).status,
    ).toBe(201);
    await validated(world, children(2).with(1, { childRef: "C-2", wishesOn: "2024-11-01" }));
    await world.advance(SOON);
    expect(world.inputs.inputs.value.policy.id).toBe("kent-2025");
    expect(world.service.validation.value).toMatchObject({ answered: 2, differences: [] });
  });

  test("a workbook that asks for another policy is told so, with what to do", async () => {
    const world = await aCheckingWorld();
    world.inputs.workbook.value = { ...world.inputs.workbook.value, policyId: "working-together" };
    const [sentence] = await validated(world, children(2));
    expect(sentence).toMatch(
      /^The council's service checks by version \d of its policy \(kent-trial-2024\), this workbook by “Working Together/,
    );
    expect(world.to("/policy/versions")).toHaveLength(2);
  });

  test("texts of the sheet that were mapped to teams and roles are no difference", async () => {
    const world = await aCheckingWorld();
    const { workbook } = world.inputs;
    workbook.value = {
      ...workbook.value,
      choices: {
        ...workbook.value.choices,
        teams: { "Dover CSWT 1": "dover" },
        roles: { "LP worker": "Social Work Assistant" },
      },
    };
    expect(await validated(world, children(2, { team: "Dover CSWT 1", leadRole: "LP worker" }))).toEqual([]);
    expect(world.to("/checks")[0]?.body).toMatchObject({
      rows: [{ team: "Dover", leadRole: "Social Work Assistant" }, {}],
    });
  });

  test("the service's own copy of the policy that ships here is ours, so that the answer after the trial holds", async () => {
    const world = await aCheckingWorld();
    expect(world.inputs.inputs.value.basePolicy).toBe(kentTrial2024);
    expect(world.inputs.inputs.value.from.policy).toBe("service");
  });
});
