import { describe, expect, test } from "vitest";
import { aRow, aService, THANET, who, type Row, type Service } from "./snapshots/service.ts";

const checked = (service: Service, rows: readonly Row[], more: Row = {}, query = "", as = who()) =>
  service.send("POST", `/checks${query}`, { asOf: "2024-11-30", rows, ...more }, {}, as);
const thanetsList = (service: Service, rows: readonly Row[]) =>
  service.snapshot(
    rows.map((row) => aRow({ team: "Thanet", ...row })),
    { team: "thanet", asOf: "2024-11-20" },
    THANET,
  );

describe("what the service knows of other teams", () => {
  test("is who leads the same child there, by the refs as they were sent", async () => {
    const service = aService();
    await thanetsList(service, [
      { childRef: "C-1", lead: "W1" },
      { childRef: "C-2", lead: "Una Nowhere" },
      { childRef: "C-3", lead: "" },
      { childRef: "C-4", lead: "Zoe Other" },
    ]);
    const { json } = await checked(service, [
      aRow({ childRef: " c-1", leadFrom: "2024-11-01" }),
      aRow({ childRef: "C-2", lead: "Nowhere, Una" }),
      aRow({ childRef: "C-3" }),
      aRow({ childRef: "C-4" }),
    ]);
    expect(json.elsewhere).toMatchObject({
      leads: {
        "c-1": { lead: "W1", team: "Thanet", listOf: "2024-11-20" },
        "C-2": { lead: "Nowhere, Una" },
        "C-4": { lead: "a lead not on the register" },
      },
    });
    const keys = (json.rows as { findings: { rule: string; breach: string }[] }[]).map(({ findings }) =>
      findings.some(({ rule, breach }) => `${rule}/${breach}` === "LP-02/elsewhere"),
    );
    expect(keys).toEqual([true, false, false, true]);
  });

  test("is how many further cases their leads have, without restricted children and those of these rows", async () => {
    const service = aService();
    await thanetsList(service, [
      { childRef: "T-1" },
      { childRef: "T-2" },
      { childRef: "T-3", restricted: "yes" },
      { childRef: "T-4", status: "CLOSED" },
      { childRef: "C-1" },
      { childRef: "T-5", lead: "W1" },
    ]);
    const { json } = await checked(service, [
      aRow({ childRef: "C-1", lead: "ASSISTANT, sam" }),
      aRow({ childRef: "C-2", lead: "A2" }),
    ]);
    expect(json.elsewhere).toMatchObject({ cases: { "ASSISTANT, sam": 2 } });
  });

  test("is never told of restricted rows, here or there", async () => {
    const service = aService();
    await thanetsList(service, [
      { childRef: "C-1", lead: "W1", restricted: "yes" },
      { childRef: "C-2", lead: "W1" },
      { childRef: "C-3", lead: "W1" },
    ]);
    const { json } = await checked(service, [
      aRow({ childRef: "C-1" }),
      aRow({ childRef: "C-2", restricted: "yes" }),
      aRow({ childRef: "C-3", restricted: { unreadable: true } }),
    ]);
    expect(json.elsewhere).toEqual({ leads: {}, cases: {} });
  });

  test("leaves out the teams that the rows are of; rows that name none are one's own teams'", async () => {
    const service = aService();
    await thanetsList(service, [{ childRef: "C-1", lead: "W1" }]);
    expect((await checked(service, [aRow({ childRef: "C-1", team: "Thanet" })])).json.elsewhere).toEqual({
      leads: {},
      cases: {},
    });
    expect((await checked(service, [aRow({ childRef: "C-1", team: "" })], {}, "", THANET)).json.elsewhere).toEqual({
      leads: {},
      cases: {},
    });
    expect((await checked(service, [aRow({ childRef: "C-1", team: "" })])).json.elsewhere).toMatchObject({
      leads: { "C-1": { lead: "W1" } },
    });
  });
});
