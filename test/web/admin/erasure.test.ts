import { beforeEach, describe, expect, test } from "vitest";
import type { ErasureDesk } from "../../../web/admin/erasure/erasure-desk.ts";
import { LIMITS } from "../../../functions/dependencies.ts";
import { aRow } from "../../functions/snapshots/service.ts";
import { aService, type Service } from "../../functions/support/service.ts";
import { opened, type Opened } from "./support.ts";

let page: Opened;
let desk: ErasureDesk;
beforeEach(async () => {
  page = await opened();
  desk = page.sections.erasure;
});

/** Has Dover's manager send November's list with these children. */
async function send(service: Service, children: readonly string[]): Promise<void> {
  const { json } = await service.as("ofTheTeam", "POST", "/snapshots", {
    body: { team: "dover", month: "2024-11", asOf: "2024-11-20", rows: children.length, parts: 1 },
  });
  const id = String(json.uploadId);
  await service.as("ofTheTeam", "PUT", `/snapshots/uploads/${id}/parts/1`, {
    body: { rows: children.map((childRef) => aRow({ childRef, team: "Dover" })) },
  });
  expect((await service.as("ofTheTeam", "POST", `/snapshots/uploads/${id}/commit`)).status).toBe(201);
}

const children = async (service: Service): Promise<unknown> =>
  (await service.as("ofTheTeam", "GET", "/snapshots/dover/2024-11")).json.items;

describe("erasing a child", () => {
  test("shows what would go, takes it away, and leaves a certificate that does not say whose it was", async () => {
    await send(page.service, ["C-1", "C-2"]);
    await send(page.service, ["C-1", "C-3"]);
    await desk.look(" c-1 ");
    expect(desk.state.value).toMatchObject({ found: { childRef: "c-1", rows: 2 }, problem: undefined });
    await desk.erase("c-1", "Cy Colleague");
    const { certificate = "", found, busy } = desk.state.value;
    expect({ found, busy }).toEqual({ found: undefined, busy: undefined });
    for (const line of [
      "Day: 30 November 2024",
      "Agreed by: Cy Colleague",
      "Rows found beforehand: 2",
      "Rows erased: 2, in 1 step",
    ])
      expect(certificate).toContain(line);
    expect(certificate).not.toMatch(/c-1/i);
    expect(await children(page.service)).toHaveLength(1);
    await desk.look("C-1");
    expect(desk.state.value.found?.rows).toBe(0);
  });

  test("erases nothing where the reference typed again is another", async () => {
    await send(page.service, ["C-1"]);
    await desk.look("C-1");
    const asked = page.asked.length;
    await desk.erase("C-2", "");
    expect(desk.state.value.problem).toContain("Nothing was erased");
    expect(page.asked).toHaveLength(asked);
    expect(await children(page.service)).toHaveLength(1);
  });

  test("goes through every step, and says how far it came where one fails", async () => {
    const service = await aService({ limits: { ...LIMITS, itemsAStep: 1 } });
    page = await opened(service);
    desk = page.sections.erasure;
    for (const child of ["C-3", "C-4", "C-5"]) await send(service, [child]);
    await send(service, ["C-1", "C-2"]);
    await desk.look("C-1");
    expect(page.asked.filter((one) => one === "POST /erasures").length).toBeGreaterThan(2);
    page.instead.set("POST /erasures", () => Promise.resolve(new Response("{}", { status: 500 })));
    await desk.erase("C-1", "");
    expect(desk.state.value.problem).toMatch(/The erasure broke off, 0 rows into it\. Erase again/);
    await desk.erase("C-1", "");
    expect(desk.state.value.certificate).toMatch(/Rows erased: 1, in \d+ steps/);
    expect(await children(service)).toHaveLength(1);
  });

  test("is not over where a list with the child was sent meanwhile", async () => {
    await send(page.service, ["C-1"]);
    await desk.look("C-1");
    page.instead.set("POST /erasures", async (real) => {
      const answer = await real();
      await send(page.service, ["C-1", "C-2"]);
      return answer;
    });
    await desk.erase("C-1", "");
    expect(desk.state.value).toMatchObject({ found: { rows: 1 }, certificate: undefined });
    expect(desk.state.value.problem).toContain("Meanwhile a list was sent with this child");
    await desk.erase("C-1", "");
    expect(desk.state.value.certificate).toBeDefined();
  });

  test("names a reference that cannot be one, and forgets what was typed when it is left", async () => {
    await desk.look("C".repeat(65));
    expect(desk.state.value.problem).toBeDefined();
    desk.close();
    expect(desk.state.value).toMatchObject({ found: undefined, problem: undefined });
  });
});
