import { describe, expect, test } from "vitest";
import { check } from "../../../rules/check.ts";
import { keyOf } from "../../../rules/finding.ts";
import type { Cells } from "../../../rules/example.ts";
import { aCheckingWorld, aSheet, aWorld, children, type World } from "./world.ts";

/** Time enough for the typing to stop, and for one further try. */
const SOON = 1_500;

const MINUTES = 60_000;

async function validated(world: World, rows: readonly Cells[]): Promise<void> {
  world.service.validate(aSheet(rows));
  await world.advance(SOON);
}

const facts = ({ inputs }: World) => inputs.service.value.facts;

describe("checking with the service", () => {
  test("sends the whole sheet once, as it may leave the workbook, and nothing again that has not changed", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(3));
    expect(world.to("/checks").map(({ body }) => body)).toMatchObject([
      { asOf: "2024-11-30", rows: [{ childRef: "C-1", lead: "A1" }, {}, {}] },
    ]);
    expect(world.to("/checks")[0]?.body).not.toHaveProperty("isPart");
    expect(world.service.validation.value).toEqual({ answered: 3, of: 3, heldBack: [], differences: [] });
    await validated(world, children(3));
    await world.advance(5 * MINUTES);
    expect(world.checked()).toHaveLength(1);
  });

  test("sends a row that was edited, and not the others", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(40));
    await validated(world, children(40).with(30, { childRef: "C-31", status: "CP" }));
    // C-1 goes along for its team's sake alone.
    expect(world.checked().at(-1)).toEqual(["C-1", "C-31"]);
    expect(world.to("/checks").at(-1)?.body).toMatchObject({ isPart: true });
    expect(world.service.validation.value).toMatchObject({ answered: 40, of: 40 });
  });

  test("asks about fewer rows where one answer cannot hold what is said of all of them", async () => {
    const world = await aCheckingWorld({ answerBytes: 4_000 });
    await validated(world, children(40));
    await world.advance(MINUTES);
    expect(world.service.validation.value).toMatchObject({ answered: 40, of: 40 });
    const asked = world.checked().map(({ length }) => length);
    expect(asked.slice(0, 2)).toEqual([40, 20]);
    expect(asked.length).toBeLessThan(20);
    expect(world.service.problem.value).toBeUndefined();
  });

  test("waits until the typing stops", async () => {
    const world = await aCheckingWorld();
    for (const wishesOn of ["2024-11-01", "2024-11-02", "2024-11-03"]) {
      world.service.validate(aSheet(children(2, { wishesOn })));
      await world.advance(300);
    }
    expect(world.checked()).toEqual([]);
    await world.advance(200);
    expect(world.checked()).toHaveLength(1);
  });

  test("brings what other teams' lists say, which the check here then takes", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [
      { childRef: "C-1", lead: "W1" },
      { childRef: "T-2", lead: "A1" },
    ]);
    await validated(world, children(2, { leadFrom: "2024-11-01" }));
    expect(facts(world)).toEqual({
      leads: { "C-1": { lead: "W1", team: "Thanet", listOf: "2024-11-20" } },
      cases: { A1: 1 },
      returns: [{ team: "Dover", hasSnapshot: false, hasFeedback: false }],
    });
    const { rows } = check(aSheet(children(2, { leadFrom: "2024-11-01" })), world.inputs.inputs.value);
    expect(rows.map((row) => row?.findings.map(keyOf))).toEqual([["LP-02/elsewhere"], []]);
  });

  test("ends: facts that change what is checked with have nothing sent again", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-1", lead: "W1" }]);
    const sheet = aSheet(children(5));
    // As the pane does: whenever what it is checked with changes the sheet is checked and handed over again.
    world.inputs.inputs.subscribe(() => {
      world.service.validate({ ...sheet });
    });
    await world.advance(9 * MINUTES);
    expect(world.checked()).toHaveLength(1);
  });

  test("asks everything anew after ten minutes, and sooner once the check date changes", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(3));
    world.inputs.workbook.value = { ...world.inputs.workbook.value, checkDate: world.inputs.today.value - 1 };
    await world.advance(SOON);
    expect(world.to("/checks").map(({ body }) => (body as { asOf: string }).asOf)).toEqual([
      "2024-11-30",
      "2024-11-29",
    ]);
    await world.advance(10 * MINUTES);
    expect(world.checked().at(-1)).toHaveLength(3);
    expect(world.checked()).toHaveLength(3);
  });

  test("asks nothing by itself while the pane is hidden, and makes up for it when it is shown", async () => {
    const world = await aCheckingWorld();
    await validated(world, children(3));
    world.page.hide();
    await world.advance(60 * MINUTES);
    expect(world.checked()).toHaveLength(1);
    world.page.show();
    await world.advance(SOON);
    expect(world.checked()).toHaveLength(2);
  });

  test("holds back rows whose child ref is blank or looks like a name, and says which", async () => {
    const world = await aCheckingWorld();
    world.service.validate(
      aSheet([{ childRef: "C-1" }, { childRef: "Ann Example" }, { childRef: "" }], { rowNumbers: [5, 6, 9] }),
    );
    await world.advance(SOON);
    expect(world.service.validation.value).toMatchObject({ answered: 1, of: 3, heldBack: [6, 9] });
    expect(JSON.stringify(world.sent)).not.toContain("Ann");
  });

  test("leaves out a row that the service does not take, says where, and goes on with the others", async () => {
    const world = await aCheckingWorld();
    const long = "Invented ".repeat(20).trim();
    world.service.validate(
      aSheet([{ childRef: "C-1" }, { childRef: "C-2", lead: long }, { childRef: "C-3" }], { rowNumbers: [5, 6, 7] }),
    );
    await world.advance(SOON);
    expect(world.checked()).toEqual([
      ["C-1", "C-2", "C-3"],
      ["C-1", "C-3"],
    ]);
    expect(world.service.problem.value).toBe(
      "Row 6 is not checked by the council's service: what stands in the column 'Lead professional' is too long or of the wrong form. Correct it.",
    );
    expect(world.service.validation.value).toMatchObject({ answered: 2, of: 3 });
    await validated(world, children(3));
    expect(world.service.problem.value).toBeUndefined();
  });

  test("is for managers: for others nothing is sent", async () => {
    const world = await aCheckingWorld({ who: "evaluator" });
    await validated(world, children(3));
    expect(world.checked()).toEqual([]);
    expect(world.service.problem.value).toBeUndefined();
  });

  test("is off until it is switched on", async () => {
    const world = await aWorld();
    await world.signIn();
    await validated(world, children(3));
    expect(world.checked()).toEqual([]);
    world.service.isChecking.value = true;
    await world.advance(SOON);
    expect(world.checked()).toHaveLength(1);
  });

  test("switched off takes the other teams' facts away at once; switched on they come back by themselves", async () => {
    const world = await aCheckingWorld();
    await world.list("thanet", [{ childRef: "C-1", lead: "W1" }]);
    await validated(world, children(2));
    const before = facts(world);
    expect(before?.leads).toHaveProperty("C-1");
    world.service.isChecking.value = false;
    expect(facts(world)).toBeUndefined();
    expect(world.service.validation.value).toBeUndefined();
    expect(world.inputs.inputs.value.from.register).toBe("service");
    world.service.isChecking.value = true;
    await world.advance(SOON);
    expect(facts(world)).toEqual(before);
    expect(world.checked()).toHaveLength(1);
  });
});
