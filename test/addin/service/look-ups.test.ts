import { cells, signedIn, SOON } from "./cells.ts";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../functions/dependencies.ts";
import { aWorld, problemAnswer, type World } from "./world.ts";

const lost = (): Promise<Response> => Promise.reject(new TypeError("network"));

const never = (): Promise<Response> => new Promise(() => undefined);

const leads = (world: World, ...refs: string[]) =>
  cells(
    world,
    refs.map((ref) => () => world.service.lead(ref)),
  );

describe("who leads for a child", () => {
  test("is one line: the lead, the team, since when, and the date of the list", async () => {
    const world = await signedIn();
    await world.list("thanet", [
      { childRef: "C-1", lead: "W1", leadFrom: "2024-10-14" },
      { childRef: "C-2", lead: "Una Nowhere", leadFrom: "" },
      { childRef: "C-3", lead: "" },
      { childRef: "C-4", restricted: "yes" },
    ]);
    expect(await leads(world, "C-1", " c-2 ", "C-3", "C-4", "C-99")).toEqual([
      "Kim Socialworker, Thanet, since 14 Oct 2024, list of 20 Nov 2024",
      "a lead not on the register, Thanet, list of 20 Nov 2024",
      "No lead recorded",
      "Restricted",
      "No lead recorded",
    ]);
  });

  test("of thousands of cells asks one request, each child once, and keeps the answers for some minutes", async () => {
    const world = await signedIn();
    const refs = Array.from({ length: 10_000 }, (_, index) => `${index % 2 ? "c" : "C"}-${index % 40}`);
    expect(new Set(await leads(world, ...refs))).toEqual(new Set(["No lead recorded"]));
    expect(world.to("/leads").map(({ body }) => (body as { childRefs: string[] }).childRefs.length)).toEqual([40]);
    await leads(world, ...refs);
    expect(world.to("/leads")).toHaveLength(1);
    await world.advance(5 * 60_000);
    await leads(world, "C-1");
    expect(world.to("/leads")).toHaveLength(2);
  });

  test("of more children than a request takes asks several requests, one after the other", async () => {
    const world = await signedIn();
    let [atOnce, most] = [0, 0];
    world.through(async (address, init) => {
      most = Math.max(most, (atOnce += 1));
      return world.real(address, init).finally(() => {
        atOnce -= 1;
      });
    });
    expect(await leads(world, ...Array.from({ length: 900 }, (_, index) => `C-${index}`))).toHaveLength(900);
    expect(world.to("/leads").map(({ body }) => (body as { childRefs: string[] }).childRefs.length)).toEqual([
      500, 400,
    ]);
    expect(most).toBe(1);
  });

  test("says that the day's look-ups are used up, in the service's words", async () => {
    const world = await signedIn();
    Object.assign(world.remote.deps.limits, { ...LIMITS, lookUpsADay: 1 });
    expect(await leads(world, "C-1", "C-2")).toEqual(
      Array(2).fill("Only 1 children a day can be looked up by one person. The count starts anew at midnight."),
    );
  });

  test("never sends what looks like a name, nor says it again", async () => {
    const world = await signedIn();
    const [said] = await leads(world, "Ann Example");
    expect(said).toBe(
      "This does not look like a child ref, so it was not sent. Give the reference that the case system uses.",
    );
    expect(world.to("/leads")).toEqual([]);
  });

  test("has no child in any address", async () => {
    const world = await signedIn();
    await leads(world, "C-77");
    expect(world.sent.map(({ address }) => address).join()).not.toContain("77");
  });

  test("asks people who are signed out to sign in, and those without a service for nothing", async () => {
    expect(await leads(await aWorld(), "C-1")).toEqual(["Sign in in the Lead Professional pane to look up who leads."]);
    expect(await leads(await aWorld({ opening: { connection: undefined } }), "C-1")).toEqual([
      "This add-in was set up without a council's service.",
    ]);
  });

  test("calculated while the page opens, is answered once it is known who is signed in", async () => {
    let letIn: (token: string) => void = () => undefined;
    const token = new Promise<string>((resolve) => {
      letIn = resolve;
    });
    const world = await aWorld({
      stored: { "part-LeadProfessional.isSignedIn": "yes" },
      signIn: { token: () => token },
    });
    expect(world.service.state.value).toBe("signing-in");
    const answer = world.service.lead("C-1");
    await world.advance(1_000);
    letIn(world.token);
    await world.advance(1_000);
    expect(await answer).toBe("No lead recorded");
  });

  test.each([
    ["never answers", never, 8_000, "The council's service did not answer in time. Calculate the cell again."],
    [
      "cannot be reached",
      lost,
      2_000,
      "The council's service cannot be reached. Calculate the cell again when it is back.",
    ],
    [
      "refuses",
      () => Promise.resolve(problemAnswer(403, "Your role does not allow this.")),
      SOON,
      "Your role does not allow this.",
    ],
    ["fails", () => Promise.resolve(problemAnswer(500, "Our fault.")), SOON, "Our fault. (Reference id-1.)"],
    [
      "answers with a page",
      () => Promise.resolve(new Response("<html>")),
      SOON,
      "The council's service gave an answer that cannot be read. If this goes on, tell whoever administers it.",
    ],
    [
      "answers oddly",
      () => Promise.resolve(Response.json({ leads: [{ lead: "A" }] })),
      SOON,
      "The council's service gave an answer that cannot be read. If this goes on, tell whoever administers it.",
    ],
    [
      "leaves one out",
      () => Promise.resolve(Response.json({ leads: [] })),
      SOON,
      "The council's service left this one out of its answer. Calculate the cell again.",
    ],
  ])("always comes to something: a service that %s", async (_, wire, wait, sentence) => {
    const world = await signedIn();
    world.through(wire);
    expect(await cells(world, [() => world.service.lead("C-1"), () => world.service.lead("C-2")], wait)).toEqual([
      sentence,
      sentence,
    ]);
  });

  test("hanging, holds up later cells no longer than the first ones waited", async () => {
    const world = await signedIn();
    world.through(never);
    const first = world.service.lead("C-1").catch(() => undefined);
    await world.advance(7_000);
    world.through();
    expect(await cells(world, [() => world.service.lead("C-2")], 2_000)).toEqual(["No lead recorded"]);
    await first;
  });

  test("fails no cell for good: asked again it is answered", async () => {
    const world = await signedIn();
    world.through(() => Promise.resolve(problemAnswer(500, "Our fault.")));
    await leads(world, "C-1");
    world.through();
    expect(await leads(world, "C-1")).toEqual(["No lead recorded"]);
  });

  test("of cells that still wait when the person signs out is settled at once, and forgotten", async () => {
    const world = await signedIn();
    world.through(never);
    const waiting = world.service.lead("C-1").catch((error: unknown) => (error as Error).message);
    await world.advance(SOON);
    await world.service.signOut();
    expect(await waiting).toBe("You have signed out of the council's service.");
    expect(await leads(world, "C-1")).toEqual(["Sign in in the Lead Professional pane to look up who leads."]);
  });
});
