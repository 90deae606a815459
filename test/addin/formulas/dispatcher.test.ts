import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FUNCTIONS } from "../../../addin/formulas/functions.ts";
import { DisplayError } from "../../../addin/service/service.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { excelClient, type ExcelClient, type HowToCall } from "../../../tools/excel-client/excel-client.ts";
import { aWorkbook, settled } from "./formulas.ts";

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

type Id = keyof typeof FUNCTIONS;

/** What the cells of a call come to: their values, or an error with its sentence. */
async function cells(id: Id, ...values: unknown[]): Promise<unknown> {
  const { cells: found, messages } = await client.call(id, values);
  const shown = found.length === 1 && found[0]?.length === 1 ? found[0][0] : found;
  return messages.length > 0 ? [shown, ...messages] : shown;
}

const one = (value: unknown): unknown[][] => [[value]];

const ofExcel = (code: string) => ({ type: "CustomFunctionError", code });

/** Every result of a streaming call until now. */
function streamed(id: "CHECK" | "WHY", values: readonly unknown[], how?: HowToCall) {
  const { results, cancel } = client.stream(id, values, how);
  return {
    cancel,
    shown: () =>
      results.map(({ cells: found, messages }) => (messages.length > 0 ? [found[0]?.[0], ...messages] : found.flat())),
  };
}

const SENTENCE = /^[A-Z'].{20,}\.$/;

const HEADERS = [
  ["Child ref", "Case status", "Lead professional", "Overseen by", "Team", "Allocated on", "Last supervision"],
];

const CASE = ["C-1", "CP", "Sam Assistant", "Pat Supervisor", "Thanet", 45579, 45608];

describe("through Microsoft's own dispatcher", () => {
  test("every function answers", async () => {
    aWorkbook({ service: { lead: (ref) => Promise.resolve(`led: ${ref}`), measure: () => Promise.resolve(7) } });
    const plain = Promise.all([
      cells("ELIGIBLE", one("CP"), one("Kim Socialworker"), null, null, null, null),
      cells("NEXTSUPERVISION", one(45608), null),
      cells("RULE", one("LP-01"), null),
      cells("LEAD", [["C-1"], ["C-2"]]),
      cells("MEASURE", one("cases"), one("2024-11"), null),
    ]);
    const [check, why] = [streamed("CHECK", [HEADERS, [CASE], null]), streamed("WHY", [HEADERS, [CASE], null])];
    await vi.waitFor(() => {
      expect([check.shown(), why.shown()]).toEqual([
        [["Not eligible"]],
        [[expect.stringMatching(/^LP-03: Sam Assistant leads/)]],
      ]);
    }, 3_000);
    expect(await plain).toEqual([
      "Eligible",
      toSerial(isoDay("2024-12-12")),
      "Every open case names its lead professional",
      [["led: C-1"], ["led: C-2"]],
      7,
    ]);
  });

  test("is called by its id in any case of letters, as Excel stores it", async () => {
    expect((await client.call("eligible", [one("CP"), one("SWA"), null, null, null, null])).cells).toEqual([
      ["Not eligible: no registration of the lead is shown"],
    ]);
  });

  test.each([
    ["0, as Windows and Mac send it", 0],
    ["null, as the web may send it", null],
    ["an empty text", ""],
  ])("a blank cell is blank when it comes as %s", async (_, blank) => {
    const eligible = cells(
      "ELIGIBLE",
      [["CIN"], [blank], ["CP"]],
      [[blank], [blank], ["SWA"]],
      null,
      null,
      null,
      one(blank),
    );
    const others = Promise.all([
      cells("NEXTSUPERVISION", one(blank), one(blank)),
      cells("RULE", one(blank), one(blank)),
      cells("LEAD", one(blank)),
      cells("MEASURE", one(blank), one(blank), one(blank)),
    ]);
    const check = streamed("CHECK", [HEADERS, [CASE, CASE.map(() => blank), [...CASE.slice(0, 6), blank]], one(blank)]);
    await vi.waitFor(() => {
      expect(check.shown()).toEqual([["Not eligible", "", "Not eligible"]]);
    }, 3_000);
    expect(await eligible).toEqual([
      ["Check: nobody is named as lead"],
      [""],
      ["Not eligible: no registration of the lead is shown"],
    ]);
    expect(await others).toEqual(["", "", "", ""]);
  });

  test("a left-out argument is told from a blank cell", async () => {
    const sam = [one("CIN"), one("Sam Assistant"), one("Thanet"), one(45579)];
    expect(await Promise.all([cells("ELIGIBLE", ...sam, null, null), cells("ELIGIBLE", ...sam, one(0), null)])).toEqual(
      ["Check: 'overseer' is not given", "Not eligible: nobody is named to oversee"],
    );
  });

  test("error cells reach the functions", async () => {
    const plain = Promise.all([
      cells("ELIGIBLE", one(ofExcel("#N/A")), one("SWA"), null, null, null, null),
      cells("NEXTSUPERVISION", one(ofExcel("#REF!")), null),
    ]);
    const why = streamed("WHY", [HEADERS, [[...CASE.slice(0, 6), ofExcel("#REF!")]], null]);
    await vi.waitFor(() => {
      expect(why.shown().flat()).toEqual([expect.stringMatching(/'Last supervision' .*#REF!/)]);
    }, 3_000);
    expect(await plain).toEqual([
      "Check: 'status' cannot be read",
      ["#VALUE!", "'last_supervision' is no date: give a date cell, or text such as 30/11/2024."],
    ]);
  });

  test("whatever cannot be used is #VALUE! with a sentence", async () => {
    const bad: readonly (readonly [id: Id, ...values: unknown[]])[] = [
      ["ELIGIBLE", null, null, null, null, null, null],
      ["ELIGIBLE", [["CP"], ["CP"]], [["SWA"], ["SWA"], ["SWA"]], null, null, null, null],
      ["ELIGIBLE", one("CP"), one("SWA"), null, null, null, one("soon")],
      ["ELIGIBLE", one("CP"), one("SWA"), null, null, null, [[45600], [45601]]],
      ["NEXTSUPERVISION", null, null],
      ["NEXTSUPERVISION", one("31/09/2024"), null],
      ["NEXTSUPERVISION", one(true), null],
      ["RULE", null, null],
      ["RULE", one("LP-99"), null],
      ["RULE", one("LP-01"), one("colour")],
      ["LEAD", null],
      ["MEASURE", null, null, null],
      ["MEASURE", one("cases"), one("2024-13"), null],
    ];
    const results = await Promise.all(bad.map(([id, ...values]) => cells(id, ...values)));
    for (const [at, result] of results.entries())
      expect(result, JSON.stringify(bad[at])).toEqual(["#VALUE!", expect.stringMatching(SENTENCE)]);
  });

  test("a list that cannot be used is #VALUE! with a sentence", async () => {
    const bad: readonly (readonly [id: "CHECK" | "WHY", ...values: unknown[]])[] = [
      ["CHECK", null, null, null],
      ["WHY", HEADERS, null, null],
      ["CHECK", [...HEADERS, ...HEADERS], [CASE], null],
      ["CHECK", HEADERS, [CASE.slice(1)], null],
      ["WHY", [["Colour"]], [["red"]], null],
      ["CHECK", HEADERS, [CASE], one("soon")],
      ["WHY", HEADERS, Array.from({ length: 2_001 }, () => CASE), null],
    ];
    const results = bad.map(([id, ...values]) => streamed(id, values));
    await vi.waitFor(() => {
      for (const { shown } of results) expect(shown()).toEqual([["#VALUE!", expect.stringMatching(SENTENCE)]]);
    }, 3_000);
  });

  test("what the service does not answer is #N/A with its sentence, cell by cell", async () => {
    aWorkbook({
      service: {
        lead: (ref) =>
          ref === "C-1" ? Promise.resolve("Restricted") : Promise.reject(new DisplayError("Sign in first.")),
      },
    });
    expect(await Promise.all([cells("LEAD", one("C-2")), cells("LEAD", [["C-1"], ["C-2"]])])).toEqual([
      ["#N/A", "Sign in first."],
      [[["Restricted"], ["#N/A"]], "Sign in first."],
    ]);
  });

  test("a fault of our own is #VALUE! with a sentence, never a plain exception", async () => {
    aWorkbook({
      service: {
        validate: () => {
          throw new TypeError("a fault");
        },
      },
    });
    const { shown } = streamed("CHECK", [HEADERS, [CASE], null]);
    await vi.waitFor(() => {
      expect(shown()).toEqual([["#VALUE!", expect.stringMatching(/^This could not be worked out/)]]);
    }, 3_000);
  });
});

describe("a streaming function through the dispatcher", () => {
  test("names rows by the address that Excel gives of them", async () => {
    const twice = [CASE, [...CASE.slice(0, 2), "Kim Socialworker", ...CASE.slice(3)]];
    const at = (...addresses: (string | null)[]) => streamed("WHY", [HEADERS, twice, null], { addresses });
    const [known, unknown] = [at("Cases!A4:G4", "Cases!A5:G6", null), at(null, null, null)];
    await vi.waitFor(() => {
      expect([known.shown()[0]?.[0], unknown.shown()[0]?.[0]]).toEqual([
        expect.stringContaining("row 6"),
        expect.stringContaining("row 2"),
      ]);
    }, 3_000);
  });

  test("answers again when something changes, until it is cancelled", async () => {
    const { service } = aWorkbook();
    const [before, after] = [
      streamed("CHECK", [HEADERS, [CASE], null]),
      streamed("CHECK", [HEADERS, [[...CASE]], null]),
    ];
    await vi.waitFor(() => {
      expect(after.shown()).toEqual([["Not eligible"]]);
    }, 3_000);
    before.cancel();
    await settled();
    service.value = {
      register: {
        practitioners: [{ name: "Sam Assistant", role: "SW", registration: "SW100012", registeredTo: "2025-11-30" }],
      },
    };
    await vi.waitFor(() => {
      expect(after.shown()).toEqual([["Not eligible"], ["Advice"]]);
    }, 3_000);
    expect(before.shown()).toEqual([["Not eligible"]]);
  });
});
