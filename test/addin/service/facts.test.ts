import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergedFacts } from "../../../addin/service/checking/facts.ts";
import type { Limits } from "../../../addin/service/checking/next-batch.ts";
import type { Cells } from "../../../rules/example.ts";
import { aCheckingWorld, aSheet, children, type World } from "./world.ts";

const SOON = 1_500;
const facts = ({ inputs }: World) => inputs.service.value.facts;

async function validated(world: World, rows: readonly Cells[]): Promise<void> {
  world.service.validate(aSheet(rows));
  await world.advance(SOON);
}

describe("a lead's further cases", () => {
  test("are counted as for the whole sheet when only one of their rows was edited", async () => {
    const world = await aCheckingWorld();
    // Thanet has Sam lead four children, two of whom are on this sheet.
    await world.list(
      "thanet",
      ["C-1", "C-2", "T-1", "T-2"].map((childRef) => ({ childRef, lead: "A1" })),
    );
    await validated(world, children(6));
    expect(facts(world)?.cases).toEqual({ A1: 2 });
    await validated(world, children(6).with(5, { childRef: "C-6", status: "CP" }));
    expect(facts(world)?.cases).toEqual({ A1: 2 });
    expect(world.checked().at(-1)).toEqual(["C-1", "C-6"]);
  });

  test("are asked for with every row that bears on them when a row comes to name that lead", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [
      { childRef: "C-1", lead: "W1" },
      { childRef: "T-1", lead: "W1" },
    ]);
    await validated(world, children(5));
    expect(facts(world)?.cases).toEqual({});
    await validated(world, children(5).with(4, { childRef: "C-5", lead: "Kim Socialworker" }));
    // C-1 is led by Sam here, but by Kim on Thanet's list: without its row Kim would seem to have one case more. Sam's rows have changed by one.
    expect(facts(world)?.cases).toEqual({ W1: 1 });
  });

  test("grow when a child of another team's list leaves the sheet", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-3", lead: "A1" }]);
    await validated(world, children(3));
    expect(facts(world)?.cases).toEqual({});
    await validated(world, children(2));
    expect(facts(world)?.cases).toEqual({ A1: 1 });
  });

  const STAYING = ["S-1", "S-2", "S-3", "S-4"];
  const REFS = ["C-1", "C-2", "C-3"];
  const LEADS = ["Sam Assistant", "Kim Socialworker", "Noa Newcomer"];
  const IDS = ["A1", "W1", "A2"];
  const said = {
    lead: fc.constantFrom(...LEADS, ""),
    team: fc.constantFrom("Dover", "Dover", "Ashford"),
    status: fc.constantFrom("CIN", "CP", "EH"),
  };
  const staying = fc.tuple(...STAYING.map((childRef) => fc.record({ childRef: fc.constant(childRef), ...said })));
  const coming = fc.uniqueArray(fc.record({ childRef: fc.constantFrom(...REFS), ...said }), {
    selector: ({ childRef }) => childRef,
  });
  const others = ["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"].map((childRef) => ({ childRef, lead: "Max Manager" }));
  const sheet = fc.tuple(staying, coming).map((rows): Cells[] => [...rows.flat(), ...others]);
  const listed = fc.uniqueArray(
    fc.record({ childRef: fc.constantFrom(...REFS, ...STAYING, "T-1", "T-2"), lead: fc.constantFrom(...IDS) }),
    { selector: ({ childRef }) => childRef, minLength: 1 },
  );

  const afterEdits = (limits: Limits | undefined, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(listed, fc.array(sheet, { minLength: 2, maxLength: 4 }), async (list, edits) => {
        const world = await aCheckingWorld(limits ? { limits } : {});
        await world.list("thanet", list);
        for (const rows of edits) await validated(world, rows);
        const fresh = await aCheckingWorld();
        await fresh.list("thanet", list);
        await validated(fresh, edits.at(-1) ?? []);
        expect(facts(world)).toEqual(facts(fresh));
      }),
      { numRuns, seed: 20_241_130 },
    );

  test("are left out where a lead has more rows than a request takes: no count is better than a wrong one", async () => {
    const world = await aCheckingWorld({ limits: { rows: 3, characters: 1_000_000 } });
    await world.list("thanet", [
      { childRef: "C-5", lead: "A1" },
      { childRef: "T-1", lead: "W1" },
    ]);
    await validated(world, [...children(5), { childRef: "C-6", lead: "Kim Socialworker" }]);
    expect(facts(world)?.cases).toEqual({ W1: 1 });
    expect(Object.keys(facts(world)?.leads ?? {})).toEqual(["C-5"]);
    expect(world.service.validation.value).toMatchObject({ answered: 6, of: 6 });
  });

  test("and all other facts are, after any edits, those that the whole sheet brings", () => afterEdits(undefined, 40));
  test("and so they are where a request takes only some of the rows", () =>
    afterEdits({ rows: 9, characters: 1_000_000 }, 25));
});

describe("several lists of one workbook", () => {
  test("have their facts shown together, and do not have each other asked about for ever", async () => {
    const world = await aCheckingWorld({ teams: ["dover", "thanet"] });
    await world.list("thanet", [
      { childRef: "C-1", lead: "W1" },
      { childRef: "T-9", lead: "A1" },
    ]);
    await world.list("dover", [
      { childRef: "T-1", lead: "A2" },
      { childRef: "D-8", lead: "A1" },
      { childRef: "D-9", lead: "A1" },
    ]);
    const [dover, thanet] = [
      aSheet(children(2)),
      aSheet([
        { childRef: "T-1", team: "Thanet" },
        { childRef: "T-2", team: "Thanet" },
      ]),
    ];
    world.inputs.inputs.subscribe(() => {
      world.service.validate({ ...dover });
      world.service.validate({ ...thanet });
    });
    await world.advance(5 * 60_000);
    expect(world.checked()).toHaveLength(2);
    expect(Object.keys(facts(world)?.leads ?? {})).toEqual(["C-1", "T-1"]);
    // Seen from Dover's list Sam has one further case, from Thanet's two: never more than there are.
    expect(facts(world)?.cases).toEqual({ A1: 1 });
    expect(facts(world)?.returns?.map(({ team }) => team)).toEqual(["Dover", "Thanet"]);
  });

  test("part of a list that is known is not validated by itself", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(4));
    world.service.validate(aSheet(children(2, { status: "CP" }), { isPart: true }));
    await world.advance(SOON);
    expect(world.checked()).toHaveLength(1);
    expect(world.service.validation.value).toMatchObject({ of: 4 });
  });

  test("come to the same whatever order they are taken in", () => {
    const one = {
      leads: { "C-1": { lead: "W1", team: "Thanet", listOf: "2024-11-20" } },
      cases: { A1: 3 },
      returns: [{ team: "Dover", hasSnapshot: true, hasFeedback: true }],
    };
    const other = {
      leads: { "C-1": { lead: "A2", team: "Ashford", listOf: "2024-11-25" } },
      cases: { A1: 1, A2: 2 },
      returns: [],
    };
    expect(mergedFacts([one, other])).toEqual(mergedFacts([other, one]));
    expect(mergedFacts([one, other])).toEqual({ leads: other.leads, cases: { A1: 1, A2: 2 }, returns: one.returns });
    expect(mergedFacts([])).toBeUndefined();
  });
});
