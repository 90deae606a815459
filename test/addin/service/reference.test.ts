import { describe, expect, test } from "vitest";
import { kentTrial2024, workingTogether } from "../../../rules/policies/index.ts";
import { POLICY } from "../../functions/support/requests.ts";
import { aWorld, problemAnswer, type World } from "./world.ts";

const MINUTES = 60_000;
const newPolicy = (world: World, changes: object = {}) =>
  world.remote.as("admin", "PUT", "/policy", {
    body: { policy: { ...POLICY, effectiveFrom: "2024-11-30", ...changes }, reason: "agreed" },
    headers: { "if-match": '"2"' },
  });

describe("the council's policies and register", () => {
  test("come with signing in: the policies in order, the register as the rules take it", async () => {
    const world = await aWorld();
    await newPolicy(world);
    await world.signIn();
    const { policies, register } = world.inputs.service.value;
    expect(policies?.map(({ id }) => id)).toEqual([workingTogether.id, kentTrial2024.id, "kent-2025"]);
    expect(world.inputs.inputs.value).toMatchObject({
      policy: { id: "kent-2025" },
      from: { policy: "service", register: "service" },
    });
    expect(register?.practitioners.find(({ id }) => id === "A1")).toMatchObject({
      name: "Sam Assistant",
      signedOffOn: "2024-10-01",
    });
    expect(JSON.stringify(register)).not.toContain("etag");
  });

  test("say which policies only came with the service, but to whom a team of one of them was given", async () => {
    const [manager, evaluator] = [await aWorld(), await aWorld({ who: "evaluator" })];
    await manager.signIn();
    expect(manager.inputs.service.value.shipped).toEqual([]);
    expect(manager.inputs.inputs.value.from.policy).toBe("service");
    await evaluator.signIn();
    expect(evaluator.inputs.service.value.shipped?.map(({ id }) => id)).toEqual([workingTogether.id, kentTrial2024.id]);
    expect(evaluator.inputs.inputs.value.from.policy).toBe("default");
  });

  test("of more people than a page holds come whole", async () => {
    const practitioners = Array.from({ length: 450 }, (_, index) => ({
      id: `P${index}`,
      name: `Invented Person ${index}`,
      role: "Social Worker",
    }));
    const world = await aWorld({ practitioners });
    await world.signIn();
    expect(world.inputs.service.value.register?.practitioners).toHaveLength(450);
    expect(world.to("/practitioners")).toHaveLength(3);
  });

  test("are fetched anew every ten minutes, and change nothing where they are the same", async () => {
    const world = await aWorld();
    await world.signIn();
    const said = world.inputs.service.value;
    await world.advance(10 * MINUTES);
    expect(world.to("/policy/versions").map(({ headers }) => headers.get("if-none-match"))).toEqual([null, '"2"']);
    expect(world.to("/practitioners")).toHaveLength(2);
    expect(world.inputs.service.value).toBe(said);
  });

  test("are fetched anew when the day changes, and not while nobody is signed in", async () => {
    const world = await aWorld();
    world.inputs.today.value += 1;
    await world.settle();
    expect(world.sent).toEqual([]);
    await world.signIn();
    await newPolicy(world);
    world.inputs.today.value += 1;
    await world.settle();
    expect(world.inputs.inputs.value.policy.id).toBe("kent-2025");
  });

  test("a register that nobody has filled leaves the workbook's own", async () => {
    const world = await aWorld({ practitioners: [] });
    await world.signIn();
    expect(world.inputs.service.value.register).toBeUndefined();
  });

  test("are not asked for where the person may not see the register", async () => {
    const world = await aWorld({ who: "evaluator" });
    await world.signIn();
    expect(world.service.state.value).toBe("online");
    expect(world.to("/practitioners")).toEqual([]);
    expect(world.service.problem.value).toBeUndefined();
  });

  test("a policy that this add-in cannot use leaves the one held before, and is said", async () => {
    const world = await aWorld();
    await world.signIn();
    const before = world.inputs.service.value;
    world.through((address, init) =>
      address.includes("versions")
        ? Promise.resolve(Response.json({ items: [{ version: 1, policy: { ...kentTrial2024, newSetting: 1 } }] }))
        : world.real(address, init),
    );
    world.service.retry();
    await world.settle();
    expect(world.inputs.service.value).toBe(before);
    expect(world.service.problem.value).toMatch(/^The council's policy has a version that this add-in cannot use\./);
  });

  test.each([
    ["/me", { name: 1 }],
    ["/practitioners", { items: [{ id: "A1" }] }],
    ["/practitioners", { items: [{ id: "A1", name: "Sam", role: { a: 1 } }] }],
    ["/practitioners", "none"],
  ])("an odd answer of %s is taken for none", async (path, answer) => {
    const world = await aWorld();
    world.through((address, init) =>
      address.includes(path) ? Promise.resolve(Response.json(answer)) : world.real(address, init),
    );
    await world.signIn();
    expect(world.inputs.service.value.register).toBeUndefined();
    expect(world.service.problem.value).toMatch(/an answer that cannot be read/);
    world.through();
    await world.advance(MINUTES);
    expect(world.inputs.service.value.register).toBeDefined();
    expect(world.service.problem.value).toBeUndefined();
  });

  test("a list whose pages never end is given up", async () => {
    const world = await aWorld();
    world.through((address, init) =>
      address.includes("/practitioners")
        ? Promise.resolve(Response.json({ items: [], next: "A1" }))
        : world.real(address, init),
    );
    await world.signIn();
    expect(world.to("/practitioners")).toHaveLength(2);
  });

  test("broken off midway, come whole at the next try", async () => {
    const world = await aWorld();
    world.through((address, init) =>
      address.includes("/practitioners")
        ? Promise.resolve(problemAnswer(500, "Our fault."))
        : world.real(address, init),
    );
    await world.signIn();
    expect(world.inputs.service.value).toEqual({});
    world.through();
    await world.advance(MINUTES);
    expect(world.inputs.inputs.value.from).toMatchObject({ policy: "service", register: "service" });
  });
});
