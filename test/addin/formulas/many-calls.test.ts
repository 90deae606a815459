import { afterEach, beforeEach, expect, test } from "vitest";
import { FUNCTIONS } from "../../../addin/formulas/functions.ts";
import { excelClient, type ExcelClient } from "../../../tools/excel-client/excel-client.ts";
import { aWorkbook } from "./formulas.ts";

let client: ExcelClient;

let giveBack: () => void = () => undefined;

// One each: a client sends its first results within moments, and later ones only every half second.
beforeEach(() => {
  client = excelClient();
  giveBack = client.asGlobals();
  client.associate(FUNCTIONS);
  aWorkbook();
});

afterEach(() => {
  giveBack();
});

const one = (value: unknown): unknown[][] => [[value]];

test("10,000 calls of LP.ELIGIBLE with differing cases take less than six seconds' work", async () => {
  const leads = ["Sam Assistant", "Kim Socialworker", "SWA", "Lee Lapsed", "Una Nowhere"];
  const before = process.cpuUsage();
  const results = await Promise.all(
    Array.from({ length: 10_000 }, (_, at) =>
      client.call("ELIGIBLE", [
        one(at % 3 === 0 ? "CP" : "CIN"),
        one(leads[at % 5]),
        one("Thanet"),
        one(43_000 + (at % 2_600)),
        one("M1"),
        null,
      ]),
    ),
  );
  // The work done, the client's own included: a busy machine takes longer by the clock.
  const { user, system } = process.cpuUsage(before);
  expect(
    results.every(({ cells: [row] }) => /^(Eligible$|(Not eligible|Action needed|Check): )/.test(String(row?.[0]))),
  ).toBe(true);
  expect((user + system) / 1_000_000).toBeLessThan(6);
});
