import { describe, expect, it } from "vitest";
import { aService, type Name, type Service } from "./support/service.ts";

const give = ({ as }: Service, who: Name, text: string, more: object = {}) =>
  as(who, "POST", "/feedback", { body: { theme: "training", text, month: "2024-11", ...more } });
const texts = async ({ as }: Service, who: Name, query = "") =>
  (await as(who, "GET", `/feedback${query}`)).json.items?.map(({ text }) => text);

describe("feedback", () => {
  it("is taken from anyone who is signed in", async () => {
    const service = await aService();
    const { status, json } = await give(service, "withoutRole", "  The course came late. ", { team: "dover" });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.any(String) as string,
      theme: "training",
      text: "The course came late.",
      month: "2024-11",
      team: "dover",
      at: "2024-11-30T12:00:00.000Z",
    });
  });

  it("is read by Evaluators, without who wrote it, and by each person their own", async () => {
    const service = await aService();
    for (const [who, text] of [
      ["ofTheTeam", "one"],
      ["withoutRole", "two"],
      ["ofTheTeam", "three"],
    ] as const)
      await give(service, who, text);
    expect(await texts(service, "evaluator")).toEqual(["one", "two", "three"]);
    expect((await service.as("evaluator", "GET", "/feedback")).text).not.toMatch(/oid-|tenant/);
    expect(await texts(service, "ofTheTeam")).toEqual(["one", "three"]);
    expect(await texts(service, "withoutRole")).toEqual(["two"]);
    expect(await texts(service, "admin")).toEqual([]);
  });

  it("comes in pages, also where most of it is someone else's", async () => {
    const service = await aService();
    for (let n = 0; n < 9; n += 1) await give(service, n % 4 === 0 ? "withoutRole" : "ofTheTeam", `${n}`);
    const first = (await service.as("withoutRole", "GET", "/feedback?limit=2")).json;
    expect(first.items?.map(({ text }) => text)).toEqual(["0", "4"]);
    expect(await texts(service, "withoutRole", `?limit=2&after=${encodeURIComponent(first.next ?? "")}`)).toEqual([
      "8",
    ]);
  });

  it.each([
    ["theme", { theme: "gossip" }],
    ["text", { text: "x".repeat(1001) }],
    ["text", { text: " " }],
    ["month", { month: "2024-13" }],
    ["team", { team: "atlantis" }],
    ["author", { author: "me" }],
  ])("with an odd %s is refused", async (path, odd) => {
    expect((await give(await aService(), "ofTheTeam", "fine", odd)).json).toMatchObject({ status: 422, paths: [path] });
  });
});
