import { describe, expect, test } from "vitest";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import { aRow, aService, type Row } from "./snapshots/service.ts";
import { months, type Month } from "./support/measures.ts";

type World = NonNullable<Parameters<typeof aService>[1]>;

async function measured(rows: readonly Row[], world: World = {}): Promise<Month["measures"]> {
  const service = aService({}, world);
  expect((await service.snapshot(rows)).status).toBe(201);
  return (await months(service)).at(-1)?.measures ?? {};
}
const without = (...fields: readonly string[]): Row =>
  Object.fromEntries(Object.entries(aRow({ childRef: "C-1" })).filter(([id]) => !fields.includes(id)));
const withoutColumn = (column: keyof RawPractitioner): RawPractitioner[] =>
  EXAMPLE_REGISTER.map((one) => Object.fromEntries(Object.entries(one).filter(([id]) => id !== column)));
const accepted = { wishesOn: "", accepted: "LP-19", acceptedBy: "M1", acceptedUntil: "2024-12-31" };

describe("accepted findings in a month", () => {
  const rows = [
    aRow({ childRef: "C-1", ...accepted }),
    aRow({ childRef: "C-2", ...accepted, acceptedBy: "W1" }),
    aRow({ childRef: "C-3", wishesOn: "" }),
    aRow({ childRef: "C-4", ...accepted, status: "CLOSED" }),
    aRow({ childRef: "C-5", ...accepted, accepted: "LP-11" }),
  ];

  test("are counted by open row, and only where a manager's decision counts on something found", async () => {
    expect(await measured(rows)).toMatchObject({ accepted: { count: 1 }, cases: { count: 4 }, clear: { count: 1 } });
  });

  test("are kept as rule ids, a staff number and a day, and read back with the row's findings", async () => {
    const service = aService();
    await service.snapshot(rows);
    const { items } = (await service.send("GET", "/snapshots/dover/2024-11?limit=10")).json as { items: unknown[] };
    expect(items[0]).toMatchObject({
      verdict: "clear",
      findings: ["LP-19/not-recorded"],
      accepted: ["LP-19/not-recorded"],
    });
    expect(items[2]).not.toHaveProperty("accepted");
  });

  test("take no words in place of a rule's id", async () => {
    const service = aService();
    const answer = await service.snapshot([aRow({ accepted: "agreed with the family" })]);
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain("agreed");
  });
});

describe("registrations that end", () => {
  const until = (registeredTo: string) =>
    EXAMPLE_REGISTER.map((one) => (one.name === "Pat Supervisor" ? { ...one, registeredTo } : one));
  test.each([
    ["2024-11-29", 0],
    ["2024-11-30", 1],
    ["2025-02-28", 1],
    ["2025-03-01", 0],
  ])("on %s: %i of the overseers of two rows", async (day, count) => {
    const rows = [aRow({ childRef: "C-1" }), aRow({ childRef: "C-2" })];
    expect((await measured(rows, { practitioners: until(day) }))["registrations-ending"]).toEqual({ count });
  });
});

describe("a measure that nothing is recorded for is null, and never 0", () => {
  test.each([
    ["accepted", ["accepted"]],
    ["oversight-in-place", ["overseer"]],
    ["supervision-in-time", ["lastSupervision"]],
    ["concerns-in-time", ["concernOn"]],
    ["concerns-in-time", ["concernReviewedOn"]],
    ["unallocated", ["lead"]],
    ["led-by-others", ["lead"]],
    ["meetings-chaired", ["initialMeetingChair", "reviewMeetingChair", "finalMeetingChair"]],
  ])("%s without the column %s", async (id, fields) => {
    const measures = await measured([without(...fields)]);
    expect(measures).toHaveProperty(id, null);
    expect(measures.cases).toEqual({ count: 1 });
  });

  test("who leads, where nobody named can be told qualified or not", async () => {
    const rows = [aRow({ childRef: "C-1", lead: "M2" }), aRow({ childRef: "C-2", lead: "Una Nowhere", leadRole: "" })];
    expect(await measured(rows)).toMatchObject({
      "led-by-others": null,
      "oversight-in-place": null,
      "training-complete": null,
    });
    expect((await measured([...rows, aRow({ childRef: "C-3", lead: "W1" })]))["led-by-others"]).toEqual({ count: 0 });
    expect((await measured([aRow({ lead: "" })]))["led-by-others"]).toEqual({ count: 0 });
  });

  test("oversight, where no overseer named can be told qualified or not", async () => {
    expect((await measured([aRow({ childRef: "C-1", overseer: "M2" })]))["oversight-in-place"]).toBeNull();
    const rows = [aRow({ childRef: "C-1", overseer: "M2" }), aRow({ childRef: "C-2", overseer: "" })];
    expect((await measured(rows))["oversight-in-place"]).toMatchObject({ count: 0, of: 2 });
  });

  test("training, where the register has no courses or the policy asks for none", async () => {
    const practitioners = withoutColumn("training");
    expect((await measured([aRow()], { practitioners }))["training-complete"]).toBeNull();
    expect((await measured([aRow()], { policy: { ...kentTrial2024, courses: [] } }))["training-complete"]).toBeNull();
  });

  test("registrations, where the register does not say until when", async () => {
    const practitioners = withoutColumn("registeredTo");
    expect((await measured([aRow()], { practitioners }))["registrations-ending"]).toBeNull();
  });

  test("and is a blank in the CSV file", async () => {
    const service = aService();
    await service.snapshot([without("accepted")]);
    const { text } = await service.send("GET", "/measures.csv?from=2024-11&to=2024-11");
    expect(text).toContain("dover,2024-11,2024-11-30,1,accepted,,,,no\r\n");
  });
});
