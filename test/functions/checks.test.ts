import { describe, expect, test } from "vitest";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { FIELD_IDS } from "../../rules/fields.ts";
import { mapFields } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Cell } from "../../rules/read.ts";
import { termsOf } from "../../rules/terms.ts";
import { LIMITS } from "../../functions/dependencies.ts";
import {
  aRow,
  aService,
  ADMIN,
  EVALUATOR,
  EXAMPLE_REGISTER,
  rowsOf,
  who,
  type Row,
  type Service,
} from "./snapshots/service.ts";

const checked = (service: Service, rows: readonly Row[], more: Row = {}, query = "", as = who()) =>
  service.send("POST", `/checks${query}`, { asOf: "2024-11-30", rows, ...more }, {}, as);

describe("a check by the service", () => {
  test("answers with the policy, and with verdict and findings of each row in order", async () => {
    const service = aService();
    const { status, json } = await checked(service, [
      aRow({ team: "Dover" }),
      {},
      aRow({ childRef: "C-2", overseer: "" }),
    ]);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      asOf: "2024-11-30",
      policy: { id: "kent-trial-2024", version: 3, hash: termsOf(kentTrial2024).hash },
      rows: [
        { verdict: "clear", findings: [] },
        null,
        {
          verdict: "not-eligible",
          findings: [{ rule: "LP-08", breach: "not-named", severity: "not-eligible", fields: ["overseer"] }],
        },
      ],
    });
    expect(JSON.stringify(json.rows)).not.toContain("message");
  });

  test("finds what the check finds where the rows come from", async () => {
    const service = aService();
    const rows = [
      aRow(),
      aRow({ lead: "W1", concernOn: "2024-11-20" }),
      aRow({ childRef: "C-2", lead: "Una Nowhere", leadRole: "SWA" }),
      aRow({ childRef: "C-3", status: "" }),
    ];
    const { json } = await checked(service, rows);
    const here = check(
      { columns: mapFields(FIELD_IDS), rows: rows.map((row) => FIELD_IDS.map((id) => row[id] as Cell)) },
      {
        asOf: isoDay("2024-11-30"),
        policy: kentTrial2024,
        register: { practitioners: EXAMPLE_REGISTER },
        service: { returns: [{ team: "Dover", hasSnapshot: false, hasFeedback: false }] },
      },
    );
    const shown = (one: (typeof here.rows)[number]) =>
      one && {
        verdict: one.verdict,
        findings: one.findings.map(({ rule, breach, severity, fields }) => ({ rule, breach, severity, fields })),
      };
    expect(json.rows).toEqual(here.rows.map(shown));
    expect(json.coverage).toEqual(here.coverage);
  });

  test("that would be larger than what can be carried back is refused, with how many rows may be asked about", async () => {
    const service = aService({ limits: { ...LIMITS, answerBytes: 20_000 } });
    const rows = Array.from({ length: 40 }, (_, at) => aRow({ childRef: `C-${at}`, overseer: "", status: "" }));
    const { status, json } = await checked(service, rows, {}, "?words=1");
    expect(status).toBe(413);
    const atMost = json["atMost"] as number;
    expect(atMost).toBeGreaterThan(1);
    expect(atMost).toBeLessThan(40);
    expect(json["detail"]).toContain(
      `on these 40 rows is larger than one answer can be. Ask about ${atMost} rows at most`,
    );
    const fewer = await checked(service, rows.slice(0, atMost), {}, "?words=1");
    expect(fewer.status).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(fewer.text))).toBeLessThan(20_000);
  });

  test("of as many rows as are taken, with everything wrong and all the words, is refused where Lambda could not carry it", async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => ({
      ...Object.fromEntries(FIELD_IDS.map((id) => [id, { unreadable: true }])),
      childRef: `C-${at}`,
      status: "CIN",
      team: "Dover",
      // A quotation mark takes four bytes on the way: it is escaped in the answer, and that again by Lambda.
      lead: `Una ${'"'.repeat(90)}`,
      leadRole: "SWA",
      overseer: `Ola ${'"'.repeat(90)}`,
    }));
    const { status, text, json } = await checked(aService(), rows, {}, "?words=1");
    // As AWS carries it: a JSON text with the body in it as a text.
    const carried = Buffer.byteLength(JSON.stringify({ statusCode: status, body: text, isBase64Encoded: false }));
    expect(carried).toBeLessThan(6 * 2 ** 20);
    expect(status).toBe(413);
    expect(json["atMost"]).toBeGreaterThan(200);
  });

  test("gives the words only where they are asked for", async () => {
    const { json } = await checked(aService(), [aRow({ overseer: "" })], {}, "?words=1");
    expect(json.rows).toMatchObject([
      {
        findings: [
          {
            message: expect.stringContaining("Sam Assistant") as string,
            nextStep: expect.stringContaining("today") as string,
          },
        ],
      },
    ]);
  });

  test("checks as of today unless told otherwise, and leaves rules across rows out for part of a sheet", async () => {
    const service = aService({}, { now: "2024-12-31T12:00:00Z" });
    expect((await service.send("POST", "/checks", { rows: [aRow()] })).json).toMatchObject({
      asOf: "2024-12-31",
      rows: [{ verdict: "action" }],
    });
    const two = [aRow(), aRow({ lead: "W1" })];
    expect(JSON.stringify((await checked(service, two)).json.rows)).toContain("two-leads");
    expect(JSON.stringify((await checked(service, two, { isPart: true })).json.rows)).not.toContain("two-leads");
  });

  test("keeps nothing but a line of the audit trail", async () => {
    const service = aService();
    await checked(service, rowsOf(3));
    const { entries } = await service.deps.table.scan();
    expect(entries.map(({ pk, body }) => [pk, JSON.parse(String(body)) as unknown])).toEqual([
      ["AUDIT", { at: "2024-11-30T12:00:00.000Z", by: "oid-dover@tenant", what: "POST /checks", count: 3 }],
    ]);
  });

  test("is for managers, of up to 2,000 rows whose refs are none that might be names", async () => {
    const service = aService();
    for (const other of [EVALUATOR, ADMIN]) expect((await checked(service, [aRow()], {}, "", other)).status).toBe(403);
    expect((await checked(service, rowsOf(2_001))).status).toBe(422);
    expect((await checked(service, rowsOf(2_000))).status).toBe(200);
    expect(await checked(service, [aRow(), aRow({ childRef: "Ann Example" })])).toMatchObject({
      status: 422,
      json: { paths: ["rows[1].childRef"] },
    });
  });

  test("says which of last month's returns the team owes", async () => {
    const service = aService({}, { now: "2024-12-10T12:00:00Z" });
    const owed = async () =>
      ((await checked(service, [aRow()], { asOf: "2024-12-10" })).json.sheet as { rule: string }[]).map(
        ({ rule }) => rule,
      );
    expect(await owed()).toEqual(["LP-29", "LP-30"]);
    await service.snapshot(rowsOf(1));
    expect(await owed()).toEqual(["LP-30"]);
    // The same as facts, for whoever checks where the rows are.
    expect((await checked(service, [aRow()], { asOf: "2024-12-10" })).json.returns).toEqual([
      { team: "Dover", hasSnapshot: true, hasFeedback: false },
    ]);
  });
});
