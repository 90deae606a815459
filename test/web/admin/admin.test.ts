import { describe, expect, test } from "vitest";
import { open, opened } from "./support.ts";

describe("the administration's page", () => {
  test("asks nothing before somebody signs in", async () => {
    const { admin, asked } = await open();
    expect([admin.state.value, asked]).toEqual([{ is: "signed-out", problem: undefined, isDemo: true }, []]);
  });

  test("shows nothing to somebody without the role", async () => {
    const { admin, asked } = await open("ofTheTeam");
    await admin.signIn();
    expect([admin.state.value, asked]).toEqual([{ is: "without-role", name: "Max Manager" }, ["GET /me"]]);
  });

  test("keeps what was typed where the sign-in has ended meanwhile, and gives it back", async () => {
    const { admin, sections, instead } = await opened();
    await sections.policy.load();
    const [first] = sections.policy.state.value.versions ?? [];
    if (first) sections.policy.begin(first);
    sections.policy.edit({ overseen: ["EH", "ASSESS", "CIN"] });
    const expired = (): Promise<Response> => Promise.resolve(new Response("{}", { status: 401 }));
    instead.set("GET /audit?limit=50", () => {
      instead.set("GET /audit?limit=50", expired);
      return expired();
    });
    await sections.audit.load();
    expect(admin.state.value).toMatchObject({
      is: "signed-out",
      problem: expect.stringContaining("still here") as string,
    });
    await admin.signIn();
    expect(admin.state.value).toMatchObject({ is: "open", content: { policy: sections.policy } });
    expect(sections.policy.state.value.draft?.overseen).toContain("EH");
  });

  test("keeps nothing of somebody who signs out", async () => {
    const { admin, sections } = await opened();
    await admin.signOut();
    await admin.signIn();
    const state = admin.state.value;
    expect(state.is === "open" && state.content !== sections).toBe(true);
  });

  test("says why it cannot be opened, and opens when asked again", async () => {
    const { admin, instead } = await open();
    instead.set("GET /me", () => Promise.resolve(Response.json({ detail: "Some fault." }, { status: 500 })));
    await admin.signIn();
    expect(admin.state.value).toMatchObject({
      is: "failed",
      sentence: expect.stringContaining("Some fault.") as string,
    });
    await admin.retry();
    expect(admin.state.value.is).toBe("open");
  });
});
