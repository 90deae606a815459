import { describe, expect, test } from "vitest";
import type { PageConnection } from "../../../client/page/connection.ts";
import { openEvaluation } from "../../../web/evaluation/evaluation.ts";
import type { Fetch } from "../../../client/sign-in/sign-in.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";

const EVALUATOR = { name: "Demo Evaluator", roles: ["Evaluator"], teams: [] };

type Answers = Readonly<Record<string, () => Response>>;

const answers = (more: Answers = {}): Answers => ({
  "/me": () => Response.json(EVALUATOR),
  "/policy/versions": () => Response.json({ items: [{ policy: kentTrial2024 }] }),
  "/measures": () =>
    Response.json({ items: [{ team: "dover", month: "2024-11", measures: { cases: { count: 45 } } }] }),
  "/measures.csv": () => new Response("team,month\r\n", { headers: { "content-type": "text/csv" } }),
  "/feedback": () =>
    Response.json({
      items: [
        { theme: "training", text: "Late.", month: "2024-11" },
        { theme: "training", text: "Of another year.", month: "2023-11" },
      ],
    }),
  ...more,
});

async function opened(more: Answers = {}, signIn: Partial<PageConnection["signIn"]> = {}) {
  const asked: string[] = [];
  const fetch: Fetch = (address) => {
    asked.push(address);
    const answer = answers(more)[new URL(address, "http://localhost").pathname.replace("/api/v1", "")];
    return Promise.resolve(answer ? answer() : new Response("", { status: 404 }));
  };
  const connected: PageConnection = {
    api: "/api/v1",
    isDemo: true,
    signIn: {
      token: () => Promise.resolve("a-token"),
      signIn: () => Promise.resolve(),
      signOut: () => Promise.resolve(),
      ...signIn,
    },
  };
  const evaluation = openEvaluation({ connection: Promise.resolve(connected), fetch, month: () => "2026-11" });
  await Promise.resolve();
  return { evaluation, asked, state: () => evaluation.state.value };
}

describe("the evaluation", () => {
  test("asks nothing before somebody signs in", async () => {
    const { state, asked } = await opened();
    expect([state(), asked]).toEqual([{ is: "signed-out", problem: undefined, isDemo: true }, []]);
  });

  test("then shows the months of the trial with what was said in them", async () => {
    const { evaluation, state, asked } = await opened();
    await evaluation.signIn();
    expect(state()).toMatchObject({
      is: "open",
      name: "Demo Evaluator",
      content: { span: { from: "2024-04", to: "2025-03" }, feedback: [{ text: "Late." }] },
    });
    expect(asked).toContain("/api/v1/measures?from=2024-04&to=2025-03&limit=2000");
  });

  test("asks no figures for somebody who is no evaluator", async () => {
    const { evaluation, state, asked } = await opened({
      "/me": () => Response.json({ ...EVALUATOR, name: "Demo Manager", roles: ["Manager"] }),
    });
    await evaluation.signIn();
    expect([state(), asked]).toEqual([{ is: "without-role", name: "Demo Manager" }, ["/api/v1/me"]]);
  });

  test("says why it failed, and looks again when asked to", async () => {
    let isDown = true;
    const { evaluation, state } = await opened({
      "/measures": () =>
        isDown ? Response.json({ detail: "Some fault." }, { status: 500 }) : Response.json({ items: [] }),
    });
    await evaluation.signIn();
    expect(state()).toMatchObject({ is: "failed", sentence: expect.stringContaining("Some fault.") as string });
    isDown = false;
    await evaluation.look();
    expect(state()).toMatchObject({ is: "open", content: { months: [] } });
  });

  test("keeps what it shows where other months cannot be had, and says so", async () => {
    let isDown = false;
    const { evaluation, state } = await opened({
      "/measures": () =>
        isDown ? Response.json({ detail: "Some fault." }, { status: 500 }) : Response.json({ items: [] }),
    });
    await evaluation.signIn();
    isDown = true;
    await evaluation.look({ from: "2025-01", to: "2025-02" });
    expect(state()).toMatchObject({
      is: "open",
      content: {
        span: { from: "2024-04" },
        isLoading: false,
        problem: expect.stringContaining("Some fault.") as string,
      },
    });
  });

  test("shows the months that were chosen last, whichever answer comes first", async () => {
    const waiting: (() => void)[] = [];
    let isSlow = false;
    const { evaluation, state } = await opened(
      {},
      {
        token: async () => {
          if (isSlow)
            await new Promise<void>((resolve) => {
              waiting.push(resolve);
            });
          return "a-token";
        },
      },
    );
    await evaluation.signIn();
    isSlow = true;
    const first = evaluation.look({ from: "2024-01", to: "2024-12" });
    await Promise.resolve();
    isSlow = false;
    await evaluation.look({ from: "2025-01", to: "2025-01" });
    for (const go of waiting) go();
    await first;
    expect(waiting.length).toBeGreaterThan(0);
    expect(state()).toMatchObject({ is: "open", content: { span: { from: "2025-01" }, isLoading: false } });
  });

  test("forgets what it showed when the person signs out", async () => {
    const { evaluation, state } = await opened();
    await evaluation.signIn();
    await evaluation.signOut();
    expect(state()).toEqual({ is: "signed-out", problem: undefined, isDemo: true });
  });

  test("downloads the service's own file of the months shown", async () => {
    const { evaluation, asked } = await opened();
    await evaluation.signIn();
    expect(await (await evaluation.csv({ from: "2024-10", to: "2024-12" })).text()).toBe("team,month\r\n");
    expect(asked.at(-1)).toBe("/api/v1/measures.csv?from=2024-10&to=2024-12");
  });

  test("asks whoever is signed out meanwhile to sign in again", async () => {
    let token: string | undefined = "a-token";
    const { evaluation, state } = await opened({}, { token: () => Promise.resolve(token) });
    await evaluation.signIn();
    token = undefined;
    await expect(evaluation.csv({ from: "2024-10", to: "2024-12" })).rejects.toThrow("You are signed out");
    await evaluation.look();
    expect(state()).toMatchObject({ is: "signed-out", problem: expect.stringContaining("Sign in again") as string });
  });

  test("says in a sentence that there is no service", async () => {
    const { state } = openEvaluation({
      connection: Promise.resolve("There is none."),
      fetch: () => Promise.reject(new Error("asked")),
      month: () => "2026-11",
    });
    await Promise.resolve();
    expect(state.value).toEqual({ is: "no-service", sentence: "There is none." });
  });
});
