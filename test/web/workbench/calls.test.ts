import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GridCall, GridFunction } from "../../../web/workbench/grid.ts";
import { BUSY, keepCalls, type Calls, type Result } from "../../../web/workbench/univer/calls.ts";

const given = (...cells: (string | number)[]): GridCall => ({
  arguments: cells.map((cell) => [[cell]]),
  addresses: cells.map(() => undefined),
});

describe("the calls of formulas", () => {
  let calls: Calls;
  let waiting: (() => void)[];
  let recalculated: string[][];
  let started: {
    readonly call: GridCall;
    readonly answer: (result: Result) => void;
    readonly end: ReturnType<typeof vi.fn<() => void>>;
  }[];
  let fn: GridFunction;
  /** Lets what was put off happen. */
  const wait = (): void => {
    for (const work of waiting.splice(0)) work();
  };
  /** One calculation, in which these cells ask. */
  const calculate = (
    asked: Readonly<Record<string, GridCall>>,
    left: readonly string[] = Object.keys(asked),
  ): Record<string, Result> => {
    calls.begin();
    const shown = Object.fromEntries(Object.entries(asked).map(([cell, call]) => [cell, calls.ask(fn, call, cell)]));
    calls.finish((cell) => left.includes(cell));
    return shown;
  };

  beforeEach(() => {
    [waiting, recalculated, started] = [[], [], []];
    calls = keepCalls(
      (names) => recalculated.push([...names]),
      (work) => {
        waiting.push(work);
      },
    );
    fn = {
      name: "LP.TRY",
      description: "",
      parameters: [],
      start: (call, answer) => {
        const end = vi.fn<() => void>();
        started.push({ call, answer, end });
        return end;
      },
    };
  });

  it("are busy until they are answered, and then ask for one calculation", () => {
    expect(calculate({ A1: given("x") })).toEqual({ A1: BUSY });
    started[0]?.answer([["first"]]);
    wait();
    expect(recalculated).toEqual([["LP.TRY"]]);
    expect(calculate({ A1: given("x") })).toEqual({ A1: [["first"]] });
    expect(started).toHaveLength(1);
  });

  it("show an answer that comes at once without a further calculation", () => {
    fn = { ...fn, start: (_, answer) => (answer([["now"]]), () => undefined) };
    expect(calculate({ A1: given("x") })).toEqual({ A1: [["now"]] });
    wait();
    expect(recalculated).toEqual([]);
  });

  it("gather answers that come together into one calculation", () => {
    calculate({ A1: given(1), A2: given(2) });
    for (const { answer } of started) answer([["done"]]);
    wait();
    expect(recalculated).toHaveLength(1);
  });

  it("are one for formulas that ask the same of the same cells", () => {
    calculate({ A1: given("x"), B7: given("x"), C1: given("X") });
    expect(started.map(({ call }) => call.arguments)).toEqual([[[["x"]]], [[["X"]]]]);
  });

  it("differ by where their cells stand", () => {
    calculate({ A1: given("x"), A2: { ...given("x"), addresses: ["Cases!B2"] } });
    expect(started).toHaveLength(2);
  });

  it('compare large ranges cell by cell, and 1 is not "1"', () => {
    const rows = (last: string | number): GridCall => ({
      arguments: [Array.from({ length: 30 }, (_, row) => [row === 29 ? last : row])],
      addresses: ["Cases!A1:A30"],
    });
    calculate({ A1: rows(1) });
    calculate({ A1: rows(1) });
    expect(started).toHaveLength(1);
    calculate({ A1: rows("1") });
    expect(started).toHaveLength(2);
  });

  it("go on showing the former answer of their formula until there is a new one", () => {
    calculate({ A1: given("x") });
    started[0]?.answer([["for x"]]);
    expect(calculate({ A1: given("y") })).toEqual({ A1: [["for x"]] });
    expect(calculate({ A1: given("z") })).toEqual({ A1: [["for x"]] });
    started[2]?.answer([["for z"]]);
    expect(calculate({ A1: given("z") })).toEqual({ A1: [["for z"]] });
  });

  it("tell two of the same function in one formula apart", () => {
    const ask = (first: string, second: string): Result[] => {
      calls.begin();
      const shown = [first, second].map((cell) => calls.ask(fn, given(cell), "A1"));
      calls.finish(() => true);
      return shown;
    };
    ask("a", "b");
    started[0]?.answer([["for a"]]);
    started[1]?.answer([["for b"]]);
    expect(ask("c", "d")).toEqual([[["for a"]], [["for b"]]]);
  });

  it("are ended when their formula asks for something else, and answers after that count no more", () => {
    calculate({ A1: given("x") });
    calculate({ A1: given("y") });
    wait();
    expect(started.map(({ end }) => end.mock.calls.length)).toEqual([1, 0]);
    recalculated.length = 0;
    started[0]?.answer([["too late"]]);
    wait();
    expect(recalculated).toEqual([]);
  });

  it("are kept while another formula asks for them", () => {
    calculate({ A1: given("x"), A2: given("x") });
    calculate({ A1: given("y") }, ["A1", "A2"]);
    wait();
    expect(started[0]?.end).not.toHaveBeenCalled();
  });

  it("are kept for a formula that has only moved", () => {
    calculate({ A1: given("x") });
    calls.finish(() => false);
    calculate({ A2: given("x") });
    wait();
    expect(started).toHaveLength(1);
    expect(started[0]?.end).not.toHaveBeenCalled();
  });

  it("are ended when their formula is gone, and started anew when it comes back", () => {
    calculate({ A1: given("x") });
    calls.finish(() => false);
    wait();
    expect(started[0]?.end).toHaveBeenCalledTimes(1);
    expect(calculate({ A1: given("x") })).toEqual({ A1: BUSY });
    expect(started).toHaveLength(2);
  });

  it("are errors where the function cannot even be started, or answers with nothing", () => {
    const fails: GridFunction = {
      ...fn,
      name: "LP.FAILS",
      start: () => {
        throw new Error("It fails.");
      },
    };
    calls.begin();
    expect(calls.ask(fails, given("x"), "A1")).toEqual([["#VALUE!"]]);
    calculate({ A2: given("x") });
    started[0]?.answer([]);
    expect(calculate({ A2: given("x") })).toEqual({ A2: [["#VALUE!"]] });
  });

  it("do not ask for a calculation when the answer is the same again", () => {
    calculate({ A1: given("x") });
    started[0]?.answer([["same"]]);
    wait();
    started[0]?.answer([["same"]]);
    wait();
    expect(recalculated).toHaveLength(1);
  });

  it("are made anew when everything is to be calculated anew, and show what they showed until then", () => {
    calculate({ A1: given("x") });
    started[0]?.answer([["#N/A"]]);
    wait();
    expect(calculate({ A1: given("x") })).toEqual({ A1: [["#N/A"]] });
    calls.renew();
    expect(calculate({ A1: given("x") })).toEqual({ A1: [["#N/A"]] });
    expect(started).toHaveLength(2);
    wait();
    expect(started[0]?.end).toHaveBeenCalledOnce();
    started[1]?.answer([["Ann"]]);
    wait();
    expect(calculate({ A1: given("x") })).toEqual({ A1: [["Ann"]] });
  });

  it("are all ended together", () => {
    calculate({ A1: given("x"), A2: given("y") });
    calls.endAll();
    expect(started.map(({ end }) => end.mock.calls.length)).toEqual([1, 1]);
  });
});
