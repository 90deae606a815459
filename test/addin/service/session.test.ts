import { describe, expect, test } from "vitest";
import { SignInProblem } from "../../../client/sign-in/sign-in.ts";
import { aCheckingWorld, aSheet, aWorld, children, problemAnswer } from "./world.ts";

const REMEMBERED = { "part-LeadProfessional.isSignedIn": "yes" };
const lost = (): Promise<Response> => Promise.reject(new TypeError("network"));

describe("where the person stands with the service", () => {
  test("is nowhere without one: nothing is asked, and signing in says why it cannot be done", async () => {
    const { service, sent, settle } = await aWorld({ opening: { connection: undefined } });
    expect(service.state.value).toBe("none");
    void service.signIn();
    await settle();
    expect(service.problem.value).toBe("This add-in was set up without a council's service.");
    expect(sent).toEqual([]);
  });

  test("says why settings cannot be used", async () => {
    const { service } = await aWorld({ opening: { connection: undefined, problem: "The settings cannot be used." } });
    expect([service.state.value, service.problem.value]).toEqual(["none", "The settings cannot be used."]);
  });

  test("is signed out until they press Sign in, and nothing is asked before", async () => {
    const world = await aWorld();
    expect(world.service.state.value).toBe("signed-out");
    expect(world.sent).toEqual([]);
    await world.signIn();
    expect(world.service.state.value).toBe("online");
    expect(world.service.account.value).toEqual({ name: "Max Manager", roles: ["Manager"], teams: ["dover"] });
  });

  test("is remembered by the browser without any token, so that a reload signs in silently", async () => {
    const world = await aWorld();
    await world.signIn();
    expect([...world.storage]).toContainEqual(["part-LeadProfessional.isSignedIn", "yes"]);
    expect(JSON.stringify([...world.storage])).not.toContain(world.token);
    expect((await aWorld({ stored: Object.fromEntries(world.storage) })).service.state.value).toBe("online");
    expect((await aWorld({ stored: { "LeadProfessional.isSignedIn": "yes" } })).service.state.value).toBe("signed-out");
  });

  test("is signed out, without a complaint, where they would have to be asked", async () => {
    const { service, sent } = await aWorld({ stored: REMEMBERED, signIn: { token: () => Promise.resolve(undefined) } });
    expect([service.state.value, service.problem.value]).toEqual(["signed-out", undefined]);
    expect(sent).toEqual([]);
  });

  test("is offline where a reload finds nobody to ask, and goes on when the service is back", async () => {
    let isThere = false;
    const { service, advance, token } = await aWorld({
      stored: REMEMBERED,
      signIn: { token: () => (isThere ? Promise.resolve(token) : Promise.reject(new TypeError("network"))) },
    });
    await advance(1_000);
    expect(service.state.value).toBe("offline");
    isThere = true;
    await advance(60_000);
    expect(service.state.value).toBe("online");
  });

  test("says why signing in did not work", async () => {
    const world = await aWorld({
      signIn: { signIn: () => Promise.reject(new SignInProblem("The window was closed.")) },
    });
    await world.signIn();
    expect([world.service.state.value, world.service.problem.value]).toEqual(["signed-out", "The window was closed."]);
  });

  test("repeats nothing of a fault that it does not know", async () => {
    const world = await aWorld({ signIn: { signIn: () => Promise.reject(new Error("secret inside")) } });
    await world.signIn();
    expect(world.service.problem.value).toBe("Signing in did not work. Try again.");
  });

  test("is signing in while the window is open, and a second press opens no second one", async () => {
    let windows = 0;
    const world = await aWorld({
      signIn: {
        signIn: () => {
          windows += 1;
          return new Promise(() => undefined);
        },
      },
    });
    await world.signIn();
    await world.signIn();
    expect([world.service.state.value, windows]).toEqual(["signing-in", 1]);
  });

  test("signed out, leaves nothing behind of what the service said", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-1", lead: "W1" }]);
    world.service.validate(aSheet(children(2)));
    await world.advance(1_000);
    expect(world.inputs.service.value).toMatchObject({
      policies: expect.anything() as unknown,
      register: expect.anything() as unknown,
      facts: expect.anything() as unknown,
    });
    await world.service.signOut();
    expect(world.inputs.service.value).toEqual({});
    expect([world.service.state.value, world.service.account.value, world.service.validation.value]).toEqual([
      "signed-out",
      undefined,
      undefined,
    ]);
    expect(world.storage.get("part-LeadProfessional.isSignedIn")).toBe("");
    const before = world.sent.length;
    await world.advance(3_600_000);
    expect(world.sent).toHaveLength(before);
  });

  test("signed in again, the sheet is validated again by itself", async () => {
    const world = await aCheckingWorld();
    world.service.validate(aSheet(children(2)));
    await world.advance(1_000);
    await world.service.signOut();
    await world.signIn();
    await world.advance(1_000);
    expect(world.service.validation.value).toMatchObject({ answered: 2, of: 2 });
  });

  test("is signed out when the service believes no token any more", async () => {
    const world = await aCheckingWorld();
    world.through(() => Promise.resolve(problemAnswer(401, "You are not signed in.")));
    world.service.retry();
    await world.settle();
    expect([world.service.state.value, world.service.problem.value]).toEqual([
      "signed-out",
      "You are signed out of the council's service. Sign in again to go on checking with it.",
    ]);
    expect(world.inputs.service.value).toEqual({});
  });

  test("is turned away with the service's own words", async () => {
    const world = await aWorld();
    world.through(() => Promise.resolve(problemAnswer(403, "Your role does not allow this.")));
    await world.signIn();
    expect([world.service.state.value, world.service.problem.value]).toEqual([
      "signed-out",
      "Your role does not allow this.",
    ]);
  });

  test("is failed while the service answers with faults, and online again after", async () => {
    const world = await aWorld();
    world.through(() => Promise.resolve(problemAnswer(500, "Something went wrong on our side.")));
    await world.signIn();
    expect([world.service.state.value, world.service.problem.value]).toEqual([
      "signing-in",
      "Something went wrong on our side. (Reference id-1.)",
    ]);
    await world.advance(60_000);
    expect(world.service.state.value).toBe("failed");
    world.through();
    world.service.retry();
    await world.settle();
    expect([world.service.state.value, world.service.problem.value]).toEqual(["online", undefined]);
  });

  test("offline, asks only whether the service is there: at once when the network is back or somebody presses Try again", async () => {
    const world = await aWorld();
    world.through(lost);
    await world.signIn();
    await world.advance(1_000);
    expect(world.service.state.value).toBe("offline");
    const before = world.sent.length;
    world.service.retry();
    await world.settle();
    world.page.online();
    await world.settle();
    expect(world.sent.slice(before).map(({ address }) => address)).toEqual(["/api/health", "/api/health"]);
    expect(world.sent.at(-1)?.headers.has("authorization")).toBe(false);
  });

  test("keeps the switch and that it was explained", async () => {
    const world = await aWorld();
    expect([world.service.isChecking.value, world.service.hasExplained.value]).toEqual([false, false]);
    world.service.isChecking.value = true;
    world.service.hasExplained.value = true;
    const again = await aWorld({ stored: Object.fromEntries(world.storage) });
    expect([again.service.isChecking.value, again.service.hasExplained.value]).toEqual([true, true]);
  });

  test("works where the browser keeps nothing", async () => {
    const refuse = (): never => {
      throw new Error("no storage");
    };
    const world = await aWorld({ opening: { storage: { getItem: refuse, setItem: refuse } } });
    await world.signIn();
    expect(world.service.state.value).toBe("online");
  });
});
