import fc from "fast-check";
import { expect, test } from "vitest";
import { FIELD_IDS, fieldOf, FIELDS, type Kind } from "../../../rules/fields.ts";
import { ADMIN, aRow, aService, type Answer } from "./service.ts";

const ODD_TEXTS = [
  "\u00A0",
  "\u200B",
  "\u0000\u0007",
  "\uD800",
  "👩‍👧",
  ",",
  "=1+1",
  "@SUM(A1)",
  "İ",
  "__proto__",
  "constructor",
  "toString",
  "#N/A",
  "x".repeat(64),
  "~1.AAAA",
  "1.AAAAAAAAAAAAAAAAAAAAAA",
  "\0{}",
  "0001-01-01",
  "9999-12-31",
  "1899-12-31",
  "2024-02-30",
  "named",
  "TBC",
];
const oddCell = fc.oneof(
  fc.constantFrom<unknown>(
    ...ODD_TEXTS,
    null,
    "",
    { unreadable: true },
    { unreadable: false },
    [],
    {},
    true,
    -1,
    0,
    1e308,
    0.5,
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const ALLOWED: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = {
  text: fc.constantFrom("C-1", "c-1 ", "X9"),
  team: fc.constantFrom("Dover", "dover cswt", ""),
  role: fc.oneof(fc.constantFrom("SWA", "Wizard"), fc.constantFrom(...ODD_TEXTS)),
  person: fc.oneof(fc.constantFrom("A1", "Una Nowhere", "Jo Twin"), fc.constantFrom(...ODD_TEXTS)),
  "yes-no": fc.constantFrom("yes", "no"),
  filled: fc.constant("yes"),
  status: fc.constantFrom("CIN", "CP", "CLOSED"),
  service: fc.constantFrom("health", "partner"),
  date: fc.constantFrom("2024-11-01", "9999-12-31", "1000-01-01", "1899-12-31"),
  complexity: fc.constantFrom(1, 2, 3),
  number: fc.constantFrom(0, 9_999),
  rules: fc.constantFrom("LP-13", "LP-13, LP-19", ""),
};
const blankCell = fc.constantFrom<unknown>("", null, { unreadable: true });
const allowedRow = fc.record(
  Object.fromEntries(
    FIELD_IDS.map((id) => [
      id,
      fc.oneof(
        { weight: 4, arbitrary: ALLOWED[FIELDS[id].kind] },
        ...(fieldOf(id).mayBeUndated ? [{ weight: 2, arbitrary: fc.constantFrom("yes", "not able") }] : []),
        { weight: 1, arbitrary: blankCell },
      ),
    ]),
  ),
  { requiredKeys: [] },
);
const hostileRow = fc.oneof(
  { weight: 3, arbitrary: allowedRow },
  fc.record(Object.fromEntries(FIELD_IDS.map((id) => [id, oddCell])), { requiredKeys: [] }),
  fc.dictionary(fc.oneof(fc.constantFrom<string>(...FIELD_IDS, "__proto__", "constructor"), fc.string()), oddCell),
  fc.jsonValue() as fc.Arbitrary<unknown>,
);
const RUNS = { numRuns: 150, seed: 20_241_004 };

const expectNoFault = ({ status, text }: Answer): void => {
  expect([200, 201, 204, 400, 404, 409, 422]).toContain(status);
  expect(text).not.toContain("stack");
};

test("whatever rows are sent, nothing is ever a fault of ours", async () => {
  const service = aService();
  await fc.assert(
    fc.asyncProperty(fc.array(hostileRow, { maxLength: 5 }), async (rows) => {
      const list = rows as Record<string, unknown>[];
      expectNoFault(await service.send("POST", "/checks?words=1", { rows: list }));
      const id = await service.open(Math.max(1, rows.length));
      expectNoFault(await service.put(id, list));
      expectNoFault(await service.commit(id));
      expectNoFault(await service.send("GET", "/snapshots/dover/2024-11?limit=3"));
    }),
    RUNS,
  );
  expect(service.errors.filter(({ name }) => name !== "Error")).toEqual([]);
}, 60_000);

test("rows of allowed cells are always taken, committed and read back, however odd", async () => {
  const service = aService();
  await fc.assert(
    fc.asyncProperty(fc.array(allowedRow, { minLength: 1, maxLength: 5 }), async (rows) => {
      expect((await service.snapshot(rows)).status).toBe(201);
      expect((await service.send("GET", "/snapshots/dover/2024-11")).status).toBe(200);
      expect((await service.send("POST", "/leads", { childRefs: ["C-1"] })).status).toBe(200);
    }),
    { ...RUNS, numRuns: 60 },
  );
}, 60_000);

test("a refusal never repeats a value", async () => {
  const service = aService();
  const secret = "ZQXSECRET";
  const id = await service.open(1);
  for (const field of FIELD_IDS) {
    const answers = [
      await service.put(id, [aRow({ [field]: [secret] })]),
      await service.put(id, [aRow({ [field]: `${secret} ${"x".repeat(200)}` })]),
      await service.put(id, [aRow({ [field]: { unreadable: secret } })]),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(text).toContain(`rows[0].${field}`);
      expect(text).not.toContain(secret);
    }
  }
});

test.each([
  ["POST", "/snapshots"],
  ["PUT", "/snapshots/uploads/x/parts/1"],
  ["POST", "/checks"],
  ["POST", "/leads"],
  ["POST", "/erasures"],
])("%s %s answers any JSON at all, and none", async (method, path) => {
  const service = aService();
  const as = path === "/erasures" ? ADMIN : undefined;
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (body) => {
      expectNoFault(await service.send(method, path, body, {}, as));
    }),
    RUNS,
  );
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    '{"rows":1e999}',
    '{"__proto__":{"rows":[]}}',
    `{"rows":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
  ])
    expectNoFault(await service.send(method, path, body, {}, as));
});

test.each([
  "/snapshots",
  "/snapshots/dover/2024-11",
  "/snapshots/dover/2024-11/changes",
  "/measures",
  "/measures.csv",
  "/snapshots/uploads/x",
])("GET %s answers any query", async (path) => {
  const service = aService();
  await service.snapshot([aRow()]);
  const names = fc.constantFrom("team", "from", "to", "limit", "after", "version", "x");
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("dover", "2024-11", "0", "-1", "1e9", "999999999", "__proto__", "2024-13"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, value)), async (pairs) => {
      const answer = await service.send("GET", `${path}?${new URLSearchParams(pairs).toString()}`);
      expect([200, 403, 404, 422]).toContain(answer.status);
    }),
    RUNS,
  );
});
