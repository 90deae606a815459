import { expect, test } from "vitest";
import { readChunk } from "../../../functions/snapshots/chunk.ts";
import { FIELD_IDS, FIELDS } from "../../../rules/fields.ts";
import { everything } from "../support/everything.ts";
import { aRow, ADMIN, aService, type Row } from "./service.ts";

const unpacked = (body: string | Uint8Array): string => {
  if (typeof body === "string") return body;
  const { columns, ...chunk } = readChunk(body);
  return `${JSON.stringify({ ...chunk, columns: [...columns] })} ${Buffer.from(body).toString("latin1")}`;
};

const MARK = "ZQX";

/** A row with the mark in every cell that takes free text. */
const marked = (n: number): Row => {
  const texts = FIELD_IDS.filter(
    (id) => FIELDS[id].kind === "person" || FIELDS[id].kind === "text" || FIELDS[id].kind === "role",
  );
  return aRow(Object.fromEntries(texts.map((id) => [id, `${MARK}${id}${n}`])));
};

test("nothing that a person typed is stored or logged: no reference, no name, no role that the policy does not know", async () => {
  const service = aService();
  const rows = [marked(1), marked(2), marked(1)];
  for (const opening of [{ month: "2024-10", asOf: "2024-10-31" }, {}, {}])
    expect((await service.snapshot(rows, opening)).status).toBe(201);
  await service.send("POST", "/checks?words=1", { rows });
  await service.send("POST", "/leads", { childRefs: [`${MARK}childRef1`] });
  await service.send("GET", "/snapshots/dover/2024-11");
  await service.send("GET", "/snapshots/dover/2024-11/changes");
  await service.send(
    "POST",
    "/snapshots",
    { team: "dover", month: "2024-11", rows: 1, parts: 1 },
    { "idempotency-key": `${MARK}key` },
  );
  await service.send("POST", "/erasures", { childRef: `${MARK}childRef2` }, {}, ADMIN);
  const entries = await everything(service.deps.table);
  expect(entries.length).toBeGreaterThan(20);
  for (const { pk, sk, body } of entries) expect(`${pk} ${sk} ${unpacked(body)}`.toUpperCase()).not.toContain(MARK);
  expect(service.lines.join().toUpperCase()).not.toContain(MARK);
});

test("what is read back names children by hash alone", async () => {
  const service = aService();
  await service.snapshot([marked(1), marked(2)]);
  for (const path of [
    "/snapshots?team=dover",
    "/snapshots/dover/2024-11",
    "/snapshots/dover/2024-11/changes",
    "/measures?from=2024-11&to=2024-11",
  ]) {
    expect((await service.send("GET", path)).text.toUpperCase()).not.toContain(MARK);
  }
});

test("people on the register are kept by staff number, and others by a hash that the same name always has", async () => {
  const service = aService();
  await service.snapshot([
    aRow({ lead: "Sam Assistant" }),
    aRow({ childRef: "C-2", lead: "Una Nowhere", overseer: "NOWHERE, Una", advocate: "Ivo Independent" }),
  ]);
  const parts = (await everything(service.deps.table)).filter(({ sk }) => sk.startsWith("PART#"));
  const columns = parts.map(({ body }) => readChunk(body).columns)[0];
  const [first, second] = columns?.get("lead") ?? [];
  expect(first).toBe("A1");
  expect(second).toMatch(/^~1\.[\w-]{22}$/);
  expect(columns?.get("overseer")).toEqual(["M1", second]);
  expect(columns?.get("advocate")).toEqual([null, "named"]);
});
