import { describe, expect, test } from "vitest";
import { circuit, type Line } from "../../client/circuit.ts";
import { testClock } from "./test-clock.ts";

function aCircuit() {
  const { clock, advance, settle } = testClock(new Date(0));
  const lines: Line[] = [];
  const probes: number[] = [];
  let isWell = false;
  const line = circuit({
    clock,
    changed: (to) => {
      lines.push(to);
    },
    probe: () => {
      probes.push(clock.now() / 1_000);
      return Promise.resolve(isWell);
    },
  });
  return {
    line,
    lines,
    probes,
    advance,
    settle,
    well: () => {
      isWell = true;
    },
  };
}

describe("a service that is down", () => {
  test("is asked whether it is back after 5 seconds, then 10, 20, 40, and every minute", async () => {
    const { line, probes, advance } = aCircuit();
    line.lost();
    await advance(300_000);
    expect(probes).toEqual([5, 15, 35, 75, 135, 195, 255]);
  });

  test("is not asked by others until the probe was answered", async () => {
    const { line, lines, advance, well } = aCircuit();
    line.lost();
    line.answered();
    expect(line.line).toBe("lost");
    well();
    await advance(4_999);
    expect(line.line).toBe("lost");
    await advance(1);
    expect(lines).toEqual(["lost", "open"]);
  });

  test("counts as faulty at the third fault in a row, and an answer between begins the count anew", () => {
    const { line } = aCircuit();
    line.faulted();
    line.faulted();
    line.answered();
    line.faulted();
    line.faulted();
    expect(line.line).toBe("open");
    line.faulted();
    expect(line.line).toBe("faulty");
  });

  test("is asked at once when somebody wants to know, once at a time, and not while it is well", async () => {
    const { line, probes, settle, well } = aCircuit();
    line.probeNow();
    expect(probes).toEqual([]);
    line.lost();
    well();
    line.probeNow();
    line.probeNow();
    await settle();
    expect(probes).toEqual([0]);
    expect(line.line).toBe("open");
  });

  test("down again later, begins with the short waits", async () => {
    const { line, probes, advance, settle, well } = aCircuit();
    line.lost();
    await advance(100_000);
    well();
    line.probeNow();
    await settle();
    const before = probes.length;
    line.lost();
    await advance(5_000);
    expect(probes).toHaveLength(before + 1);
  });
});
