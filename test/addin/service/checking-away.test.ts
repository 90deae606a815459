import { describe, expect, test } from "vitest";
import type { Cells } from "../../../rules/example.ts";
import { aCheckingWorld, aSheet, children, problemAnswer, type World } from "./world.ts";

/** Time enough for the typing to stop, and for one further try. */
const SOON = 1_500;

const MINUTES = 60_000;

async function validated(world: World, rows: readonly Cells[]): Promise<void> {
  world.service.validate(aSheet(rows));
  await world.advance(SOON);
}

const facts = ({ inputs }: World) => inputs.service.value.facts;

describe("checking with the service while it is away, or never settles", () => {
  test("keeps the facts while the service is away, for a day", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-1", lead: "W1" }]);
    await validated(world, children(2));
    world.through(() => Promise.reject(new TypeError("network")));
    await validated(world, children(3));
    expect(world.service.state.value).toBe("offline");
    expect(facts(world)?.leads).toHaveProperty("C-1");
    await world.advance(23 * 60 * MINUTES);
    expect(facts(world)?.leads).toHaveProperty("C-1");
    await world.advance(2 * 60 * MINUTES);
    expect(facts(world)).toBeUndefined();
  });

  test("goes on with what was pending when the service is back", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(2));
    world.through(() => Promise.reject(new TypeError("network")));
    await validated(world, children(3));
    expect(world.service.validation.value).toMatchObject({ answered: 2, of: 3 });
    world.through();
    world.page.online();
    await world.advance(SOON);
    expect(world.service.state.value).toBe("online");
    expect(world.service.validation.value).toMatchObject({ answered: 3, of: 3 });
  });

  test("broken off in the middle of many requests, asks only what is left", async () => {
    const world = await aCheckingWorld({ limits: { rows: 10, characters: 1_000_000 } });
    let requests = 0;
    world.through((address, init) => {
      if (address.endsWith("/checks")) requests += 1;
      return requests > 2 ? Promise.reject(new TypeError("network")) : world.real(address, init);
    });
    await validated(
      world,
      Array.from({ length: 40 }, (_, index) => ({ childRef: `C-${index}`, lead: `Invented Person ${index}` })),
    );
    const { answered } = world.service.validation.value ?? { answered: 0 };
    expect(answered).toBeGreaterThan(10);
    expect(answered).toBeLessThan(40);
    world.through();
    await world.advance(MINUTES);
    expect(world.service.validation.value).toMatchObject({ answered: 40, of: 40 });
    const rows = world.checked();
    expect(Math.max(...rows.map(({ length }) => length))).toBe(10);
    // The first row goes along with each request for its team's sake; of the others none was sent twice but those of the broken request.
    expect(rows.flat().filter((ref) => ref !== "C-0")).toHaveLength(39 + 2 * 9);
  });

  test("does not go round for ever where the answers never settle", async () => {
    const world = await aCheckingWorld();
    let count = 0;
    world.through(async (address, init) => {
      const answer = await world.real(address, init);
      if (!address.endsWith("/checks")) return answer;
      const json = (await answer.json()) as { elsewhere: { leads: Record<string, unknown> } };
      json.elsewhere.leads = {
        [`C-${((count += 1) % 3) + 1}`]: { lead: count % 2 === 0 ? "W1" : "A1", team: "Thanet", listOf: "2024-11-20" },
      };
      return Response.json(json);
    });
    await validated(world, [{ childRef: "C-1", lead: "Kim Socialworker" }, { childRef: "C-2" }, { childRef: "C-3" }]);
    await world.advance(5 * MINUTES);
    expect(world.checked().length).toBeLessThanOrEqual(100);
  });

  test.each([
    ["not JSON", () => new Response("<html>Welcome to the hotel</html>")],
    ["of another shape", () => Response.json({ rows: "none" })],
    [
      "short of rows",
      () =>
        Response.json({
          asOf: "2024-11-30",
          policy: { id: "p", version: 1, hash: "h" },
          rows: [],
          elsewhere: { leads: {}, cases: {} },
          returns: [],
        }),
    ],
    ["a fault", () => problemAnswer(500, "Something went wrong on our side.")],
  ])("takes nothing from an answer that is %s, and recovers", async (_, garbage) => {
    const world = await aCheckingWorld();
    world.through((address, init) =>
      address.endsWith("/checks") ? Promise.resolve(garbage()) : world.real(address, init),
    );
    await validated(world, children(2));
    expect(facts(world)).toBeUndefined();
    expect(world.service.problem.value).toMatch(/^(The council's service|Something went wrong)/);
    expect(world.service.validation.value).toMatchObject({ answered: 0, of: 2 });
    world.through();
    await world.advance(MINUTES);
    expect(world.service.validation.value).toMatchObject({ answered: 2, of: 2 });
    expect(world.service.problem.value).toBeUndefined();
  });

  test("drops an answer that comes after the person has signed out", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-1", lead: "W1" }]);
    let release = (): void => undefined;
    world.through(async (address, init) => {
      const answer = await world.real(address, init);
      if (address.endsWith("/checks"))
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      return answer;
    });
    await validated(world, children(2));
    await world.service.signOut();
    release();
    await world.settle();
    expect(world.inputs.service.value).toEqual({});
    expect(world.service.validation.value).toBeUndefined();
  });
});
