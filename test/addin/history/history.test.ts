import { describe, expect, it } from "vitest";
import { createHistory } from "../../../addin/history/create-history.ts";
import { DisplayError } from "../../../addin/service/service.ts";
import type { Ask, ServiceRequest } from "../../../client/requests.ts";
import { ServiceError } from "../../../client/service-error.ts";
import { aRow, aService, rowsOf, THANET, type Row, type Service } from "../../functions/snapshots/service.ts";

/** Asks the service's own routes, and notes what was asked. */
function asking(service: Service, as?: Parameters<Service["send"]>[4]) {
  const asked: ServiceRequest[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    const { status, json } = await service.send(question.method, question.path, question.body, {}, as);
    if (status >= 400) throw new ServiceError("refused", String(json["detail"]));
    return { isUnchanged: false, json, etag: undefined };
  };
  return { ask, asked };
}

const answering =
  (json: unknown): Ask =>
  () =>
    Promise.resolve({ isUnchanged: false, json, etag: undefined });
const OCTOBER = { month: "2024-10", asOf: "2024-10-31" };

async function sent(...months: readonly (readonly [rows: readonly Row[], opening?: Row])[]): Promise<Service> {
  const service = aService();
  for (const [rows, opening] of months) expect((await service.snapshot(rows, opening)).status).toBe(201);
  return service;
}

describe("the months of a team", () => {
  it("are the newest versions in order, each with its measures and how many versions there are", async () => {
    const { ask, asked } = asking(await sent([rowsOf(2)], [rowsOf(1), OCTOBER], [rowsOf(3)]));
    const months = await createHistory(ask).months("dover", "2024-01", "2024-12");
    expect(months).toMatchObject([
      {
        receipt: { team: "dover", month: "2024-10", version: 1, rows: 1, asOf: "2024-10-31" },
        versions: 1,
        measures: { cases: { count: 1 } },
      },
      {
        receipt: { month: "2024-11", version: 2, rows: 3, follows: 1, verdicts: { clear: 3, "not-eligible": 0 } },
        versions: 2,
        measures: { cases: { count: 3 } },
      },
    ]);
    expect(asked.map(({ path }) => path)).toEqual(["/snapshots?team=dover&from=2024-01&to=2024-12&limit=2000"]);
  });

  it("are none before any was sent", async () => {
    expect(await createHistory(asking(await sent()).ask).months("dover", "2024-01", "2024-12")).toEqual([]);
  });

  it.each([
    ["no receipt", { items: [{ isNewest: true, measures: {} }] }],
    [
      "a verdict missing",
      {
        items: [
          {
            team: "dover",
            month: "2024-11",
            version: 1,
            asOf: "2024-11-30",
            rows: 1,
            verdicts: { clear: 1 },
            policyHash: "",
            contentHash: "",
            at: "",
            isNewest: true,
            measures: {},
          },
        ],
      },
    ],
    ["no page at all", "good morning"],
  ])("are not made of an answer with %s", async (_what, json) => {
    await expect(createHistory(answering(json)).months("dover", "2024-01", "2024-12")).rejects.toThrow(DisplayError);
  });
});

describe("what changed in a month", () => {
  const twoMonths = (): Promise<Service> =>
    sent(
      [[aRow({ childRef: "C-1" }), aRow({ childRef: "C-2", overseer: "" }), aRow({ childRef: "C-3" })], OCTOBER],
      [[aRow({ childRef: "C-1", overseer: "" }), aRow({ childRef: "C-2" }), aRow({ childRef: "C-4" })]],
    );

  it("names each child by the reference on the sheet, and says nothing of who is not on it", async () => {
    const changes = await createHistory(asking(await twoMonths()).ask).changes("dover", "2024-11", ["C-1", "C-9"]);
    expect(changes).toMatchObject({ month: "2024-11", since: "2024-10", joined: 1, gone: 1 });
    expect(changes.children.find(({ childRef }) => childRef === "C-1")?.newlyBroken).toContain("LP-08/not-named");
    expect(changes.children.find(({ mended }) => mended.includes("LP-08/not-named"))?.childRef).toBeUndefined();
    expect(JSON.stringify(changes)).not.toContain('"child"');
  });

  it("has no month before it where none was sent", async () => {
    const changes = await createHistory(asking(await sent([rowsOf(1)])).ask).changes("dover", "2024-11", ["C-1"]);
    expect(changes).toEqual({
      month: "2024-11",
      since: undefined,
      newlyBroken: 0,
      mended: 0,
      stillBroken: 0,
      joined: 0,
      gone: 0,
      children: [],
    });
  });

  it("sends references in the body alone, 2,000 at a time, and no more of them once every child is known", async () => {
    const { ask, asked } = asking(await twoMonths());
    const many = Array.from({ length: 4_500 }, (_, n) => `K-${n}`);
    const history = createHistory(ask);
    const changes = await history.changes("dover", "2024-11", [
      ...many.slice(0, 2_100),
      "C-1",
      "C-2",
      "C-4",
      ...many.slice(2_100),
    ]);
    expect(changes.children.map(({ childRef }) => childRef).sort()).toEqual(["C-1", "C-2"]);
    expect(asked.map(({ body }) => (body as { childRefs: string[] }).childRefs.length)).toEqual([2_000, 2_000]);
    expect(asked.map(({ path }) => path).join()).not.toMatch(/[CK]-\d/);
  });

  it("asks page after page, and ends where a page would lead nowhere", async () => {
    const page = { since: { month: "2024-10" }, newlyBroken: 2, mended: 0, stillBroken: 0, joined: 0, gone: 0 };
    const child = (name: string) => ({ child: name, newlyBroken: ["LP-01/not-named"], mended: [], stillBroken: [] });
    const pages = [
      { ...page, items: [child("h1")], next: "1" },
      { ...page, items: [child("h2")], next: "1" },
    ];
    const paths: string[] = [];
    const ask: Ask = ({ path }) => {
      paths.push(path);
      return Promise.resolve({ isUnchanged: false, json: pages[paths.length - 1], etag: undefined });
    };
    expect((await createHistory(ask).changes("dover", "2024-11", [])).children).toHaveLength(2);
    expect(paths).toEqual([
      "/snapshots/dover/2024-11/changes?limit=2000",
      "/snapshots/dover/2024-11/changes?limit=2000&after=1",
    ]);
  });
});

describe("feedback", () => {
  it("goes as it was written, with a team or without", async () => {
    const asked: ServiceRequest[] = [];
    const history = createHistory((question) => {
      asked.push(question);
      return Promise.resolve({ isUnchanged: false, json: {}, etag: undefined });
    });
    const feedback = { theme: "training", text: "The course came late.", month: "2024-11" } as const;
    await history.giveFeedback({ ...feedback, team: "dover" });
    await history.giveFeedback({ ...feedback, team: undefined });
    expect(asked).toEqual([
      { method: "POST", path: "/feedback", body: { ...feedback, team: "dover" } },
      { method: "POST", path: "/feedback", body: feedback },
    ]);
  });
});

describe("no answer", () => {
  it("is the service's own sentence for another team's month", async () => {
    await expect(createHistory(asking(await sent(), THANET).ask).months("dover", "2024-01", "2024-12")).rejects.toThrow(
      /not one of yours/,
    );
  });

  it.each([
    [new ServiceError("signed-out", "Signed out."), /^Sign in/],
    [new ServiceError("offline", "It cannot be reached."), "It cannot be reached."],
    [new TypeError("x is undefined"), /^A fault of this add-in/],
  ])("is always a sentence (%s)", async (fault, sentence) => {
    const history = createHistory(() => Promise.reject(fault));
    for (const asked of [
      history.months("dover", "2024-01", "2024-12"),
      history.changes("dover", "2024-11", []),
      history.giveFeedback({ theme: "other", text: "x", month: "2024-11", team: undefined }),
    ]) {
      await expect(asked).rejects.toThrow(DisplayError);
      await expect(asked).rejects.toThrow(sentence);
    }
  });
});
