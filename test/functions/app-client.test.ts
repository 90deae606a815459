import { hc } from "hono/client";
import { describe, expect, it } from "vitest";
import type { Api } from "../../functions/app.ts";
import { aService, PEOPLE } from "./support/service.ts";
import { tokenFor } from "./support/tokens.ts";

describe("the typed client", () => {
  it("knows the routes, what they take and what they answer", async () => {
    const { app } = await aService();
    const client = hc<Api>("http://localhost", {
      headers: { authorization: `Bearer ${await tokenFor(PEOPLE.ofTheTeam)}` },
      fetch: (input: RequestInfo | URL, init?: RequestInit) =>
        app.request(input instanceof Request ? input : String(input), init),
    });
    const me = await (await client.api.v1.me.$get()).json();
    const teams: readonly string[] = me.teams;
    expect(teams).toEqual(["dover"]);
    const given = await client.api.v1.feedback.$post({ json: { theme: "training", text: "Good.", month: "2024-11" } });
    const { id } = await given.json();
    expect(id).toMatch(/^id-/);
    const { items } = await (await client.api.v1.practitioners.$get({ query: {} })).json();
    expect(items.map(({ team }) => team)).toEqual([]);
    const { policy } = await (await client.api.v1.policy.$get({ query: { on: "2024-11-30" } })).json();
    expect(policy.trial.teams).toHaveLength(6);
    expect((await client.api.health.$get()).ok).toBe(true);
  });
});
