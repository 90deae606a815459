import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PaneModel } from "../../../addin/model/pane-model.ts";
import { announce } from "../../../addin/pane/announcements.ts";
import { KENT } from "../support/kent.ts";
import { checkLine } from "../../../addin/pane/check-line.ts";
import type { ServiceState } from "../../../addin/service/service.ts";
import type { Cells } from "../../../rules/example.ts";
import { opened } from "./support/lists.ts";
import { openInputs } from "./support/check-inputs.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function model(rows: readonly Cells[]) {
  const now = signal(opened(rows));
  const current = signal<PaneModel["current"]["value"]>(now.value.list);
  const [findings, checked] = [signal(now.value.findings), signal<PaneModel["checked"]["value"]>(now.value.checked)];
  const state = signal<ServiceState>("none");
  return {
    current,
    findings,
    checked,
    state,
    edit: (after: readonly Cells[]) => {
      findings.value = opened(after).findings;
    },
    // Of the service, only its state is asked for.
    service: { state } as unknown as PaneModel["service"],
  };
}

const uncovered = { cover: "" };

describe("what the pane says by itself", () => {
  it("is how many findings there are, once edits have come to rest", () => {
    const some = model([uncovered]);
    const { announcement } = announce(some);
    expect(announcement.value).toBe("");
    vi.advanceTimersByTime(1_000);
    expect(announcement.value).toBe("1 finding");
    some.edit([{}]);
    vi.advanceTimersByTime(900);
    some.edit([uncovered, { ...uncovered, childRef: "C-2" }, { ...uncovered, childRef: "C-3" }]);
    vi.advanceTimersByTime(999);
    expect(announcement.value).toBe("1 finding");
    vi.advanceTimersByTime(1);
    expect(announcement.value).toBe("3 findings, 2 more");
  });

  it("does not compare one list with another", () => {
    const some = model([uncovered]);
    const { announcement } = announce(some);
    vi.advanceTimersByTime(1_000);
    const [list] = [some.current.value];
    some.current.value = list && { ...list, key: "another" };
    some.edit([{}]);
    vi.advanceTimersByTime(1_000);
    expect(announcement.value).toBe("0 findings");
  });

  it("is nothing before the first check", () => {
    const some = model([uncovered]);
    some.checked.value = undefined;
    const { announcement } = announce(some);
    vi.advanceTimersByTime(5_000);
    expect(announcement.value).toBe("");
  });

  it("is that the service went, and that it came back", () => {
    const some = model([{}]);
    some.state.value = "online";
    const { announcement } = announce(some);
    some.state.value = "offline";
    expect(announcement.value).toBe("The council's service does not answer.");
    some.state.value = "online";
    expect(announcement.value).toBe("The council's service answers.");
  });

  it("ends when it is stopped", () => {
    const some = model([uncovered]);
    const { announcement, stop } = announce(some);
    stop();
    vi.advanceTimersByTime(1_000);
    some.state.value = "offline";
    expect(announcement.value).toBe("");
  });
});

describe("the first line of every result", () => {
  it("says the day, the policy and how much was checked", () => {
    const { checked } = opened([{}]);
    expect(checkLine(openInputs(), checked)).toBe(
      `As of 30 Nov 2024, by the policy 'Kent trial 2024'. ${KENT.reason} ${checked.coverage.summary}.`,
    );
  });

  it("says that the day is today's where the workbook keeps none", () => {
    const inputs = openInputs();
    expect(checkLine({ ...inputs, from: { ...inputs.from, asOf: "today" } }, undefined)).toBe(
      `As of today, 30 Nov 2024, by the policy 'Kent trial 2024'. ${KENT.reason}`,
    );
  });
});
