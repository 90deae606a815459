import { beforeEach, describe, expect, test } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { aWorkbook, call, column, refusal } from "./formulas.ts";

const SAM = ["Sam Assistant", "Thanet", "2024-10-14", "Pat Supervisor"] as const;

const eligible = (...given: unknown[]): Promise<unknown> => call("ELIGIBLE", ...given);

beforeEach(() => {
  aWorkbook();
});

describe("the date to check on", () => {
  const on = (asOf: unknown) => eligible("CIN", ...SAM, asOf);

  test("moves through the trial's end", async () => {
    expect(await on("2025-04-03")).toBe("Eligible");
    expect(await on("2025-04-04")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("2025-05-01")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("2025-05-02")).toBe("Not eligible: the trial has ended");
  });

  test("moves through the trial's start", async () => {
    const case_ = ["CIN", "Sam Assistant", "Thanet", "2024-10-03", "Pat Supervisor"];
    expect(await eligible(...case_, "2024-10-03")).toBe("Not eligible: the trial has not begun");
    expect(await eligible(...case_, "2024-10-04")).toBe("Action needed: allocated before the trial began");
    expect(await eligible(...case_, "2024-10-05")).toBe("Action needed: allocated before the trial began");
  });

  test("moves through the end of a registration", async () => {
    const lee = (asOf: string) => eligible("CP", "Lee Lapsed", null, null, null, asOf);
    expect([await lee("2024-11-29"), await lee("2024-11-30"), await lee("2024-12-14")]).toEqual([
      "Eligible",
      "Action needed: the lead's registration is shown as ended",
      "Not eligible: the lead's registration is shown as ended",
    ]);
  });

  test("is a serial, an ISO date or day/month/year; the workbook's without one", async () => {
    expect(await on(45751)).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("4/4/2025")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    aWorkbook({ inputs: { checkDate: isoDay("2025-05-02") } });
    expect(await on("")).toBe("Not eligible: the trial has ended");
  });

  test("counts from 1904 in a workbook that does", async () => {
    aWorkbook({ inputs: { date1904: true } });
    expect(await on(45751 - 1462)).toBe("Action needed: the trial has ended; confirm or re-allocate");
  });

  test.each(["tomorrow", "4/13/2025", "n/a", true, -1, 5])("is refused where it is %j", async (asOf) => {
    expect(await refusal("ELIGIBLE", "CIN", ...SAM, asOf)).toMatch(/^#VALUE! 'as_of' (is no date|lies before 1990)/);
  });

  test("is one date for all rows", async () => {
    expect(await refusal("ELIGIBLE", "CIN", ...SAM, column("2024-11-30", "2024-11-29"))).toBe(
      "#VALUE! 'as_of' takes one date for all rows: give a single cell.",
    );
  });
});

describe("columns", () => {
  test("spill, single cells standing beside every row", async () => {
    expect(
      await eligible(
        column("CIN", "CP", "CIN"),
        column("Sam Assistant", "Sam Assistant", "TBC"),
        "Thanet",
        column(45579, 45579, 45579),
        "M1",
      ),
    ).toEqual(
      column("Eligible", "Not eligible: no registration of the lead is shown", "Check: nobody is named as lead"),
    );
  });

  test("of differing heights cannot be put side by side", async () => {
    expect(await refusal("ELIGIBLE", column("CIN", "CP"), column("Sam Assistant", "Sam Assistant", "TBC"))).toBe(
      "#VALUE! 'status' has 2 rows and 'lead' has 3: give as many for each, or a single cell.",
    );
    expect(await refusal("ELIGIBLE", [["CIN", "CP"]], [["Sam Assistant", "SWA", "TBC"]])).toMatch(
      /^#VALUE! 'status' has 2 columns and 'lead' has 3/,
    );
  });

  test("that are whole columns end with their last filled row, and cost next to nothing", async () => {
    const whole = (...cells: unknown[]): unknown[][] => [
      ...column(...cells),
      ...Array.from({ length: 1_048_576 - cells.length }, () => [0]),
    ];
    const [statuses, leads] = [whole("CIN", 0, "CP"), whole("SWA", 0, "SWA", "SWA")];
    const began = performance.now();
    expect(await eligible(statuses, leads, "Thanet", "2024-10-14", "M1")).toEqual(
      column(
        "Eligible",
        "Check: the case status is blank",
        "Not eligible: no registration of the lead is shown",
        "Check: the case status is blank",
      ),
    );
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("that are wholly blank give one blank", async () => {
    expect(await eligible(column(0, 0, 0), column("", "", ""))).toBe("");
  });
});

describe("what LP.ELIGIBLE is not asked", () => {
  test("nothing at all", async () => {
    expect(await refusal("ELIGIBLE")).toMatch(/^#VALUE! Give the case status and the lead/);
  });

  test("something that a host sends as a bare value, or as one row", async () => {
    const { FUNCTIONS } = await import("../../../addin/formulas/functions.ts");
    const bare = FUNCTIONS.ELIGIBLE as unknown as (...args: unknown[]) => Promise<unknown>;
    expect(await bare("CP", "Kim Socialworker", null, null, null, null)).toEqual([["Eligible"]]);
    expect(await bare(["CP", "CIN"], "Kim Socialworker", null, null, null, null)).toEqual([["Eligible", "Eligible"]]);
  });
});

describe("what is kept between calls", () => {
  test("is not kept beyond a change of register or policy", async () => {
    const { service } = aWorkbook();
    expect(await eligible("CP", "Una Nowhere")).toBe("Check: nothing shows the lead's registration");
    service.value = {
      register: {
        practitioners: [{ name: "Una Nowhere", role: "SW", registration: "SW100011", registeredTo: "2025-11-30" }],
      },
    };
    expect(await eligible("CP", "Una Nowhere")).toBe("Eligible");
  });

  test("tells left-out arguments from blank ones, and text from numbers", async () => {
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", "")).toBe(
      "Not eligible: nobody is named to oversee",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", null)).toBe("Check: 'overseer' is not given");
    expect(await eligible("CIN", "Sam Assistant", "Thanet", 45579, "M1")).toBe("Eligible");
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "45579", "M1")).toBe("Check: 'allocated_on' is no date");
  });
});
