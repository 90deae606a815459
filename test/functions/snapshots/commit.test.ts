import { describe, expect, test } from "vitest";
import { headOf, versionsOf, writtenReceipts } from "../../../functions/snapshots/receipts.ts";
import { check } from "../../../rules/check.ts";
import { isoDay } from "../../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { keyOf } from "../../../rules/finding.ts";
import { mapFields } from "../../../rules/headers.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { termsOf } from "../../../rules/terms.ts";
import type { Cell } from "../../../rules/read.ts";
import { FIELD_IDS } from "../../../rules/fields.ts";
import { aRow, aService, rowsOf, who, type Row, type Service } from "./service.ts";

const rowsRead = async (service: Service, query = "") =>
  (await service.send("GET", `/snapshots/dover/2024-11${query}`)).json.items as {
    row: number;
    child: string;
    verdict: string;
    findings: string[];
  }[];

describe("a commit", () => {
  test("answers with a receipt that says what was checked, with which policy, by whom and when", async () => {
    const service = aService();
    const receipt = await service.snapshot([
      aRow(),
      aRow({ childRef: "C-2", overseer: "" }),
      aRow({ childRef: "C-3", lead: "" }),
    ]);
    expect(receipt).toMatchObject({
      status: 201,
      json: {
        team: "dover",
        month: "2024-11",
        version: 1,
        asOf: "2024-11-30",
        rows: 3,
        verdicts: { clear: 1, action: 1, "not-eligible": 1, advice: 0, check: 0 },
        policyHash: termsOf(kentTrial2024).hash,
        by: "oid-dover@tenant",
        at: "2024-11-30T12:00:00.000Z",
      },
    });
    expect(receipt.json.contentHash).toMatch(/^[\w-]{43}$/);
    expect(Object.keys(receipt.json)).not.toContain("measures");
  });

  test("finds what the check finds on the sheet itself, though refs and names are hashes by then", async () => {
    const service = aService();
    const rows: Row[] = [
      aRow(),
      aRow({ lead: "Una Nowhere", leadRole: "SWA" }),
      aRow({ lead: "Una Nowhere", overseer: "UNA  NOWHERE", leadRole: "Wizard" }),
      aRow({ childRef: "C-2", lead: "A1" }),
      aRow({ childRef: " c-2 ", lead: "W1" }),
      aRow({ childRef: "C-3", lead: "Jo Twin" }),
      aRow({ childRef: "C-3", lead: "Jo Twin" }),
      aRow({ childRef: "C-4", lead: "Thanet" }),
      aRow({ childRef: "C-5", lead: "TBC", status: "CP" }),
      aRow({ childRef: { unreadable: true } }),
      aRow({ childRef: "" }),
      aRow({ childRef: "C-6", status: { unreadable: true }, lastSupervision: "2025-06-01", complexity: 3 }),
      aRow({ childRef: "C-7", lead: "A2", advocate: "A2" }),
      aRow({ childRef: "C-8", status: "CLOSED" }),
      aRow({ childRef: "C-9", team: "" }),
      aRow({ childRef: "C-10", team: { unreadable: true }, restricted: { unreadable: true } }),
      aRow({
        childRef: "C-11",
        cover: "A1",
        overseer: "W2",
        concernOn: "2024-11-20",
        concernReviewedOn: "2024-11-25",
        concernReviewedBy: "Zoe Unknown",
      }),
    ];
    await service.snapshot(rows);
    const sheet = { columns: mapFields(FIELD_IDS), rows: rows.map((row) => FIELD_IDS.map((id) => row[id] as Cell)) };
    const checked = check(sheet, {
      asOf: isoDay("2024-11-30"),
      policy: kentTrial2024,
      register: { practitioners: EXAMPLE_REGISTER },
    });
    const read = await rowsRead(service);
    expect(read.map(({ findings }) => findings)).toEqual(checked.rows.map((row) => row?.findings.map(keyOf)));
    expect(read.map(({ verdict }) => verdict)).toEqual(checked.rows.map((row) => row?.verdict));
  });

  test("sees across parts", async () => {
    const service = aService();
    const id = await service.open(2, 2);
    await service.put(id, [aRow({ lead: "A1" })], 1);
    await service.put(id, [aRow({ lead: "W1" })], 2);
    await service.commit(id);
    expect((await rowsRead(service)).map(({ findings }) => findings.includes("LP-02/two-leads"))).toEqual([true, true]);
  });

  test("uses columns that only one of the parts has", async () => {
    const service = aService();
    const id = await service.open(2, 2);
    const { overseer: _, ...bare } = aRow({ childRef: "C-2" });
    expect(_).toBe("M1");
    await service.put(id, [aRow()], 1);
    await service.put(id, [bare], 2);
    await service.commit(id);
    expect((await rowsRead(service))[1]?.findings).toContain("LP-08/not-named");
  });

  test("sent again answers with the same receipt", async () => {
    const service = aService();
    const id = await service.open(1);
    await service.put(id, rowsOf(1));
    const first = await service.commit(id);
    service.world.now = "2024-11-30T13:00:00Z";
    expect(await service.commit(id)).toEqual(first);
    expect((await headOf(service.deps, "dover", "2024-11"))?.versions).toHaveLength(1);
  });

  test("of the same month again makes the next version, linked to the one before, and overwrites nothing", async () => {
    const service = aService();
    await service.snapshot(rowsOf(2));
    expect((await service.snapshot(rowsOf(3, { overseer: "" }))).json).toMatchObject({ version: 2, follows: 1 });
    expect(await rowsRead(service)).toHaveLength(3);
    expect(await rowsRead(service, "?version=1")).toMatchObject([{ verdict: "clear" }, { verdict: "clear" }]);
  });
});

describe("two managers who send the same month at once", () => {
  test("both get a receipt; both versions are kept, and one is newest", async () => {
    const service = aService();
    const other = who({ oid: "oid-second" });
    const [one, two] = [await service.open(1), await service.open(2, 1, {}, other)];
    await service.put(one, rowsOf(1));
    await service.put(two, rowsOf(2), 1, other);
    const receipts = await Promise.all([service.commit(one), service.commit(two, other)]);
    expect(receipts.map(({ status }) => status)).toEqual([201, 201]);
    expect(receipts.map(({ json }) => json.version).sort()).toEqual([1, 2]);
    const versions = await versionsOf(service.deps, "dover", "2024-11", "2024-11");
    expect(versions.map(({ isNewest }) => isNewest)).toEqual([false, true]);
    const newest = versions.at(-1)?.receipt;
    expect(await rowsRead(service)).toHaveLength(newest?.rows ?? 0);
  });

  test("one commit sent twice at once is one version", async () => {
    const service = aService();
    const id = await service.open(1);
    await service.put(id, rowsOf(1));
    const receipts = await Promise.all([service.commit(id), service.commit(id), service.commit(id)]);
    expect(receipts.map(({ status, json }) => [status, json.version])).toEqual([
      [201, receipts[0].json.version],
      [201, receipts[0].json.version],
      [201, receipts[0].json.version],
    ]);
    expect((await headOf(service.deps, "dover", "2024-11"))?.versions).toHaveLength(1);
    expect(await writtenReceipts(service.deps, "dover", "2024-11")).toHaveLength(1);
  });
});

describe("a snapshot", () => {
  test("is kept as long as the policy says, and a week more", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1));
    service.world.now = "2030-12-06T23:00:00Z";
    expect(await rowsRead(service)).toHaveLength(1);
    service.world.now = "2030-12-07T00:00:01Z";
    expect((await service.send("GET", "/snapshots/dover/2024-11")).status).toBe(404);
    expect((await service.send("GET", "/snapshots?team=dover")).json.items).toEqual([]);
  });
});
