import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isoDay, toIso } from "../../rules/dates.ts";
import { england2026 } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import { toWire } from "../../rules/wire.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { checkFile } from "../../tools/check/check-file.ts";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import { aService } from "./snapshots/service.ts";
import { months } from "./support/measures.ts";

const FILE = readFileSync(new URL("../inputs/renewal.xlsx", import.meta.url));
const policy: Policy = { ...england2026, otherTeams: [{ id: "dover", name: "Dover", aliases: [] }] };

/** The measures of the list as it stands on a day: eighty cases, and every registration shown to 30 November 2026. */
async function measuredOn(asOf: string) {
  const day = isoDay(asOf);
  const workbook = readWorkbook(new Uint8Array(FILE));
  if (!("sheets" in workbook)) throw new Error("The file cannot be read.");
  const { lists, inputs } = checkFile(workbook, { today: day, asked: { asOf: day, policy } });
  const list = lists[0]?.list;
  if (!list) throw new Error("There is no list.");
  const rows = toWire(sheetOf(list, inputs), inputs).rows.map((row) => ({ ...row, team: "Dover" }));
  const service = aService(
    {},
    { policy, practitioners: inputs.register?.practitioners ?? [], now: `${toIso(isoDay("2026-12-20"))}T12:00:00Z` },
  );
  const month = asOf.slice(0, 7);
  expect((await service.snapshot(rows, { month, asOf })).status).toBe(201);
  return (await months(service, undefined, `?from=${month}&to=${month}`))[0]?.measures ?? {};
}

describe("a date of renewal that nobody has typed yet", () => {
  test("moves no measure of who leads, of oversight or of supervision on 1 December, nor while it may be entered", async () => {
    const ids = ["cases", "led-by-others", "cin-led-by-others", "oversight-in-place", "supervision-in-time"] as const;
    const of = async (asOf: string): Promise<unknown[]> => {
      const measures = await measuredOn(asOf);
      return ids.map((id) => measures[id]);
    };
    const before = await of("2026-11-30");
    expect(before[3]).toMatchObject({ count: 16, of: 16 });
    expect(await of("2026-12-01")).toEqual(before);
    const atTheEnd = await measuredOn("2026-12-14");
    expect(atTheEnd["oversight-in-place"]).toEqual(before[3]);
    const after = await measuredOn("2026-12-15");
    expect(after["oversight-in-place"]).toMatchObject({ count: 0, of: 16 });
  });

  test("is counted among the registrations about to end until its last day, and no longer", async () => {
    expect((await measuredOn("2026-11-30"))["registrations-ending"]).toEqual({ count: 7 });
    expect((await measuredOn("2026-12-01"))["registrations-ending"]).toEqual({ count: 0 });
  });
});
