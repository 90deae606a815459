import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FunctionsMetadata, ParameterMetadata } from "../../../../web/workbench/host/dispatch/metadata.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import { open, type Opened } from "./open.ts";

interface Streaming {
  setResult: (value: unknown) => void;
  onCanceled?: () => void;
  readonly parameterAddresses?: readonly string[];
}

const matrix = (name: string, optional = false): ParameterMetadata => ({
  name,
  type: "any",
  dimensionality: "matrix",
  optional,
});

const METADATA: FunctionsMetadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "KINDS", name: "KINDS", parameters: [matrix("cells"), matrix("more", true)] },
    { id: "TWICE", name: "TWICE", parameters: [{ name: "number", type: "number" }] },
    { id: "ROWS", name: "ROWS", parameters: [matrix("cells")] },
    { id: "BAD", name: "BAD", parameters: [{ name: "how", type: "string" }] },
    {
      id: "LIVE",
      name: "LIVE",
      parameters: [matrix("cells")],
      options: { stream: true, requiresStreamParameterAddresses: true },
    },
    { id: "MISSING", name: "MISSING", parameters: [] },
  ],
};

const shownAs = (value: unknown): string =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? value.map((row: unknown[]) => row.map(shownAs).join(" ")).join(";")
      : value instanceof Error
        ? `error ${String((value as Error & { code?: unknown }).code)}`
        : JSON.stringify(value);

let opened: Opened;
let live: Streaming[];
let cancelled: number;

beforeEach(() => {
  opened = open([{ name: "Sheet1", cells: [["a", 2, "", "#N/A"]] }]);
  live = [];
  cancelled = 0;
  const CustomError = (opened.window["CustomFunctions"] as { Error: new (code: string, message?: string) => Error })
    .Error;
  opened.associate({
    KINDS: (...given: unknown[]) => given.slice(0, -1).map(shownAs).join(" | "),
    TWICE: (number: number) => number * 2,
    ROWS: (cells: unknown[][]) => cells.flat().map((cell) => [cell, new CustomError("#N/A", "not known")]),
    BAD: (how: string): unknown => {
      if (how === "throw") throw new CustomError("#VALUE!", "Give a date.");
      if (how === "plain") throw new Error("a secret");
      if (how === "reject") return Promise.reject(new CustomError("#N/A", "The service does not answer."));
      if (how === "never") return undefined;
      if (how === "infinite") return Infinity;
      if (how === "ragged") return [[1, 2], [3]];
      if (how === "long") return "x".repeat(32_768);
      return { a: 1 };
    },
    LIVE: (cells: unknown[][], invocation: Streaming) => {
      live.push(invocation);
      invocation.onCanceled = () => {
        cancelled += 1;
      };
      invocation.setResult([[cells.flat().length], ["more"]]);
    },
  });
  opened.registerFunctions(METADATA);
});

/** What a formula in F1 comes to. */
async function shown(
  formula: string,
  until: (value: CellValue) => boolean = (value) => value !== "#BUSY!",
): Promise<CellValue> {
  opened.grid.type(opened.first, "F1", [[formula]]);
  return vi.waitFor(() => {
    const value = opened.grid.read(opened.first, "F1")[0]?.[0] ?? "";
    if (!until(value)) throw new Error("not yet");
    return value;
  }, 3000);
}

describe("a formula's call through Microsoft's dispatcher", () => {
  test("hands over cells, blanks and errors as Excel does, and null for what is left out", async () => {
    expect(await shown("=LP.KINDS(A1:D1)")).toBe('"a" 2 0 error #N/A | null');
    expect(await shown('=LP.KINDS("",{})')).toBe("#NAME?");
    expect(await shown('=LP.KINDS("",TRUE)')).toBe('"" | true');
    expect(await shown("=lp.kinds(A1,)")).toBe('"a" | null');
  });

  test.each([
    ["null", '"a" 2 null | null'],
    ["text", '"a" 2 "" | null'],
  ] as const)("hands over blanks as %s where a platform does", async (blank, expected) => {
    opened.registerFunctions(METADATA, blank);
    expect(await shown("=LP.KINDS(A1:C1)")).toBe(expected);
  });

  test("is not made with a text for a number, an error where none is taken, or the wrong arguments", async () => {
    expect(await shown("=LP.TWICE(B1)")).toBe(4);
    for (const [formula, error] of [
      ["=LP.TWICE(A1)", "#VALUE!"],
      ["=LP.TWICE(D1)", "#N/A"],
      ["=LP.TWICE(A1:B1)", "#VALUE!"],
      ["=LP.TWICE()", "#VALUE!"],
      ["=LP.TWICE(1,2)", "#VALUE!"],
    ] as const) {
      expect(await shown(formula)).toBe(error);
    }
  });

  test.each([
    ["throw", "#VALUE!", "Give a date."],
    ["reject", "#N/A", "The service does not answer."],
  ])("%s shows its error and keeps what was said", async (how, error, message) => {
    expect(await shown(`=LP.BAD("${how}")`)).toBe(error);
    expect(opened.said).toEqual([{ name: "LP.BAD", messages: [message] }]);
  });

  test.each([
    ["plain", "#VALUE!"],
    ["never", 0],
    ["infinite", "#NUM!"],
    ["ragged", "#VALUE!"],
    ["long", "#VALUE!"],
    ["object", "#VALUE!"],
  ])("%s shows %j and nothing is said", async (how, value) => {
    expect(await shown(`=LP.BAD("${how}")`)).toBe(value);
    expect(opened.said).toEqual([]);
  });

  test("of a function that nobody associated is an error, and so is one that nobody knows", async () => {
    expect(await shown("=LP.MISSING()")).toBe("#VALUE!");
    expect(await shown("=LP.UNKNOWN()")).toBe("#NAME?");
  });

  test("spills its rows, with errors among them", async () => {
    await shown("=LP.ROWS(A1:B1)");
    expect(opened.grid.read(opened.first, "F1:G2")).toEqual([
      ["a", "#N/A"],
      [2, "#N/A"],
    ]);
    expect(opened.said).toEqual([{ name: "LP.ROWS", messages: ["not known", "not known"] }]);
  });

  test("is not counted among the add-in's round trips", async () => {
    await shown("=LP.TWICE(B1)");
    expect(opened.syncs()).toBe(0);
  });
});

describe("a streaming function", () => {
  test("knows where its arguments stand, and gives one result after another", async () => {
    expect(await shown("=LP.LIVE(A1:B1)")).toBe(2);
    expect(live[0]?.parameterAddresses).toEqual(["Sheet1!A1:B1"]);
    live[0]?.setResult([["later"]]);
    await vi.waitFor(() => {
      expect(opened.grid.read(opened.first, "F1:F2")).toEqual([["later"], [""]]);
    }, 3000);
  });

  test("is begun anew when its cells change, and the former call is cancelled and heard no more", async () => {
    await shown("=LP.LIVE(A1:B1)");
    opened.grid.type(opened.first, "A1", [["b"]]);
    await vi.waitFor(() => {
      expect([live.length, cancelled]).toEqual([2, 1]);
    });
    live[1]?.setResult([["new"]]);
    live[0]?.setResult([["old"]]);
    await vi.waitFor(() => {
      expect(opened.grid.read(opened.first, "F1")).toEqual([["new"]]);
    }, 3000);
  });

  test("is cancelled when its formula is written over", async () => {
    await shown("=LP.LIVE(A1:B1)");
    opened.grid.type(opened.first, "F1", [["gone"]]);
    await vi.waitFor(() => {
      expect(cancelled).toBe(1);
    });
    expect(opened.grid.read(opened.first, "F1:F2")).toEqual([["gone"], [""]]);
  });
});

test("ten thousand calls are dispatched within the time that Excel's client gives them", async () => {
  const results = await Promise.all(Array.from({ length: 10_000 }, (_, number) => opened.call("TWICE", [number])));
  expect(results[9_999]).toEqual({ cells: [[19_998]], messages: [] });
});
