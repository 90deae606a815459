import { beforeEach, describe, expect, test, vi } from "vitest";
import { DisplayError } from "../../../addin/service/service.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { aWorkbook, call, column, refusal } from "./formulas.ts";

const serial = (iso: string): number => toSerial(isoDay(iso));

beforeEach(() => {
  aWorkbook();
});

describe("LP.LEAD", () => {
  test("asks the service for each child and leaves blanks blank", async () => {
    const asked: string[] = [];
    aWorkbook({
      service: {
        lead: (ref) => {
          asked.push(ref);
          return Promise.resolve(`led: ${ref}`);
        },
      },
    });
    expect(await call("LEAD", column("C-1", 0, "C-2", ""))).toEqual(column("led: C-1", "", "led: C-2"));
    expect(asked).toEqual(["C-1", "C-2"]);
  });

  test("gives #N/A with the service's sentence, each child by itself", async () => {
    aWorkbook({
      service: {
        lead: (ref) =>
          ref === "C-1" ? Promise.resolve("Restricted") : Promise.reject(new DisplayError("Sign in first.")),
      },
    });
    expect(await refusal("LEAD", "C-2")).toBe("#N/A Sign in first.");
    expect(await call("LEAD", column("C-1", "C-2"))).toEqual([
      ["Restricted"],
      [expect.objectContaining({ code: "#N/A", message: "Sign in first." })],
    ]);
  });

  test("settles whatever the service does", async () => {
    aWorkbook({ service: { lead: () => Promise.reject(new TypeError("Failed to fetch C-1")) } });
    expect(await refusal("LEAD", "C-1")).toBe(
      "#N/A The council's service could not be asked. Recalculate the cell to ask again.",
    );
    aWorkbook({
      service: {
        lead: () => {
          throw new TypeError("C-1");
        },
      },
    });
    expect(await refusal("LEAD", "C-1")).toMatch(/^#N\/A The council's service could not be asked/);
    vi.useFakeTimers();
    try {
      aWorkbook({ service: { lead: () => new Promise(() => undefined) } });
      const answer = refusal("LEAD", "C-1");
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await answer).toBe(
        "#N/A The council's service did not answer in time. Recalculate the cell to ask again.",
      );
    } finally {
      vi.useRealTimers();
    }
  });

  test("says what to give where nothing is given", async () => {
    expect(await refusal("LEAD")).toMatch(/^#VALUE! Give a child ref/);
  });
});

describe("LP.MEASURE", () => {
  const asked: unknown[][] = [];
  beforeEach(() => {
    asked.length = 0;
    aWorkbook({
      service: {
        measure: (...given) => {
          asked.push(given);
          return Promise.resolve(7);
        },
      },
    });
  });

  test.each(["2024-11", "2024-11-30", "1/11/2024", 45597, 45626])("takes %j for November 2024", async (month) => {
    expect(await call("MEASURE", "Cases", month)).toBe(7);
    expect(asked).toEqual([["cases", "2024-11", undefined]]);
  });

  test("takes the days around a month's end for what they are", async () => {
    await call("MEASURE", "cases", column(serial("2024-11-30"), serial("2024-12-01")), "Dover");
    expect(asked).toEqual([
      ["cases", "2024-11", "Dover"],
      ["cases", "2024-12", "Dover"],
    ]);
  });

  test("spills down measures and across months, blanks staying blank", async () => {
    expect(await call("MEASURE", column("cases", 0, "clear"), [["2024-10", "2024-11", 0]])).toEqual([
      [7, 7, ""],
      ["", "", ""],
      [7, 7, ""],
    ]);
  });

  test("says what is wrong with its arguments", async () => {
    expect(await refusal("MEASURE")).toMatch(/^#VALUE! Give a measure and a month/);
    expect(await refusal("MEASURE", "cases")).toMatch(/^#VALUE! Give a measure and a month/);
    for (const month of ["November", "2024-13", 202411, "11/2024", "n/a", true])
      expect(await refusal("MEASURE", "cases", month), String(month)).toMatch(/^#VALUE! 'month' is no/);
    expect(asked).toEqual([]);
  });

  test("gives #N/A with the service's sentence", async () => {
    aWorkbook({
      service: { measure: () => Promise.reject(new DisplayError("The council's service cannot be reached.")) },
    });
    expect(await refusal("MEASURE", "cases", "2024-11")).toBe("#N/A The council's service cannot be reached.");
  });
});
