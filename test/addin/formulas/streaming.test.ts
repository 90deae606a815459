import { describe, expect, test, vi } from "vitest";
import { NO_CHOICES } from "../../../addin/workbook/choices.ts";
import { isoDay } from "../../../rules/dates.ts";
import { EXAMPLE_REGISTER, EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS, headerOf } from "../../../rules/fields.ts";
import type { Cells } from "../../../rules/example.ts";
import { aWorkbook, settled, stream } from "./formulas.ts";

const HEADERS = [FIELD_IDS.map(headerOf)];

const row = (changes: Cells = {}): unknown[] => FIELD_IDS.map((id) => ({ ...EXAMPLE_ROW, ...changes })[id] ?? "");

const CLEAR = row();

const CP = row({ childRef: "C-1002", status: "CP" });

describe("a streaming call", () => {
  test("waits for the workbook to be read, for its policy and register", async () => {
    let read: () => void = () => undefined;
    aWorkbook({
      ready: new Promise<void>((resolve) => {
        read = resolve;
      }),
    });
    const check = stream("CHECK", HEADERS, [CLEAR]);
    await settled();
    expect(check.results).toEqual([]);
    read();
    await settled();
    expect(check.shown).toEqual(["Clear"]);
  });

  test.each(["never ends", "fails"])("waits two seconds at most for a reading that %s", async (how) => {
    vi.useFakeTimers();
    try {
      aWorkbook({
        ready: how === "fails" ? Promise.reject(new Error("cell edit mode")) : new Promise(() => undefined),
      });
      const check = stream("CHECK", HEADERS, [CLEAR]);
      await vi.advanceTimersByTimeAsync(how === "fails" ? 0 : 1_999);
      expect(check.results).toHaveLength(how === "fails" ? 1 : 0);
      await vi.advanceTimersByTimeAsync(1);
      expect(check.shown).toEqual(["Clear"]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("answers again when day, policy or register change, and only when the answer does", async () => {
    const { workbook, service, today } = aWorkbook();
    await settled();
    const check = stream("CHECK", HEADERS, [CLEAR]);
    today.value = isoDay("2024-12-01");
    expect(check.results).toHaveLength(1);
    today.value = isoDay("2024-12-13");
    expect(check.shown).toEqual(["Action needed"]);
    workbook.value = { ...workbook.value, checkDate: isoDay("2024-11-30") };
    expect(check.shown).toEqual(["Clear"]);
    service.value = { register: { practitioners: EXAMPLE_REGISTER.filter(({ name }) => name !== "Pat Supervisor") } };
    expect(check.shown).toEqual(["Check"]);
  });

  test("answers again when the service knows another team's lead", async () => {
    const { service } = aWorkbook();
    await settled();
    const check = stream("CHECK", HEADERS, [CLEAR]);
    service.value = {
      ...service.value,
      facts: { leads: { "C-1001": { lead: "Kim Socialworker", team: "Dover", listOf: "2024-11-30" } } },
    };
    expect(check.shown).toEqual(["Check"]);
  });

  test("recovers when what kept it from answering has gone", async () => {
    const { workbook } = aWorkbook();
    await settled();
    const check = stream("CHECK", [["Who", "CIN/CP", "District"]], [["Sam Assistant", "CP", "Dover"]]);
    expect(check.shown).toMatch(/^#VALUE!/);
    workbook.value = { ...workbook.value, choices: { ...NO_CHOICES, columns: { Who: "lead" } } };
    expect(check.shown).toEqual(["Not eligible"]);
  });

  test("says nothing more once cancelled, and its replacement goes on", async () => {
    const { today } = aWorkbook();
    await settled();
    const before = stream("CHECK", HEADERS, [CLEAR]);
    const after = stream("CHECK", HEADERS, [CP]);
    before.cancel();
    today.value = isoDay("2024-12-13");
    expect(before.results).toHaveLength(1);
    today.value = isoDay("2025-05-02");
    expect(after.results.length + before.results.length).toBe(2);
    expect(after.shown).toEqual(["Not eligible"]);
  });

  test("cancelled while it waits never answers", async () => {
    aWorkbook();
    const check = stream("CHECK", HEADERS, [CLEAR]);
    check.cancel();
    await settled();
    expect(check.results).toEqual([]);
  });
});
