import { describe, expect, test } from "vitest";
import { createCircuitBreaker, type CircuitState } from "../../client/circuit-breaker.ts";
import { testClock } from "./test-clock.ts";

function aCircuit() {
  const { clock, advance, settle } = testClock(new Date(0));
  const states: CircuitState[] = [];
  const probes: number[] = [];
  let isWell = false;
  const breaker = createCircuitBreaker({
    clock,
    changed: (to) => {
      states.push(to);
    },
    probe: () => {
      probes.push(clock.now() / 1_000);
      return Promise.resolve(isWell);
    },
  });
  return {
    breaker,
    states,
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
    const { breaker, probes, advance } = aCircuit();
    breaker.unreachable();
    await advance(300_000);
    expect(probes).toEqual([5, 15, 35, 75, 135, 195, 255]);
  });

  test("is not asked by others until the probe was answered", async () => {
    const { breaker, states, advance, well } = aCircuit();
    breaker.unreachable();
    breaker.success();
    expect(breaker.state).toBe("unreachable");
    well();
    await advance(4_999);
    expect(breaker.state).toBe("unreachable");
    await advance(1);
    expect(states).toEqual(["unreachable", "closed"]);
  });

  test("counts as faulty at the third fault in a row, and an answer between begins the count anew", () => {
    const { breaker } = aCircuit();
    breaker.fault();
    breaker.fault();
    breaker.success();
    breaker.fault();
    breaker.fault();
    expect(breaker.state).toBe("closed");
    breaker.fault();
    expect(breaker.state).toBe("faulty");
  });

  test("is asked at once when somebody wants to know, once at a time, and not while it is well", async () => {
    const { breaker, probes, settle, well } = aCircuit();
    breaker.probeNow();
    expect(probes).toEqual([]);
    breaker.unreachable();
    well();
    breaker.probeNow();
    breaker.probeNow();
    await settle();
    expect(probes).toEqual([0]);
    expect(breaker.state).toBe("closed");
  });

  test("down again later, begins with the short waits", async () => {
    const { breaker, probes, advance, settle, well } = aCircuit();
    breaker.unreachable();
    await advance(100_000);
    well();
    breaker.probeNow();
    await settle();
    const before = probes.length;
    breaker.unreachable();
    await advance(5_000);
    expect(probes).toHaveLength(before + 1);
  });
});
