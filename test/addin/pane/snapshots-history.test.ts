import { describe, expect, it } from "vitest";
import type { Month, MonthChanges } from "../../../addin/history/history.ts";
import { chartsOf } from "../../../addin/pane/snapshots/history/figures.ts";
import { changesSentence, groupsOf } from "../../../addin/pane/snapshots/history/grouped-changes.ts";
import { RefsOnSheet } from "../../../addin/pane/snapshots/history/refs.ts";
import { findingWords, verdictsLine } from "../../../addin/pane/snapshots/words.ts";
import { opened } from "./support/lists.ts";

const verdicts = { clear: 8, advice: 0, check: 1, action: 0, "not-eligible": 2 };
const aMonth = (month: string, measures: Month["measures"] = {}): Month => ({
  receipt: {
    team: "dover",
    month,
    version: 1,
    asOf: `${month}-28`,
    rows: 11,
    verdicts,
    policyHash: "p",
    contentHash: "c",
    at: "2024-12-01T00:00:00Z",
  },
  measures,
  versions: 1,
});

describe("charts of the months", () => {
  const charts = chartsOf([
    aMonth("2024-11", { "supervision-in-time": { count: 17, of: 20 }, "meetings-chaired": { count: 0, of: 0 } }),
    aMonth("2025-01"),
  ]);

  it("show verdicts, supervision, chairing and training, with each month in between", () => {
    expect(charts.map(({ id }) => id)).toEqual([
      "verdicts",
      "supervision-in-time",
      "meetings-chaired",
      "training-complete",
    ]);
    expect(charts[0]?.points).toEqual([
      { name: "November 2024", short: "Nov", below: "2024" },
      { name: "December 2024", short: "Dec" },
      { name: "January 2025", short: "Jan", below: "2025" },
    ]);
  });

  it("say a share with its counts, and why there is none", () => {
    expect(charts[1]?.series[0]).toMatchObject({
      values: [85, undefined, undefined],
      shown: ["17 of 20 (85 %)", "Not sent", "Not measured"],
    });
    expect(charts[2]?.series[0]).toMatchObject({
      values: [undefined, undefined, undefined],
      shown: ["None to count", "Not sent", "Not measured"],
    });
  });

  it("stack verdicts from clear upwards, with nothing for a month that was not sent", () => {
    expect(charts[0]?.series.map(({ id }) => id)).toEqual(["clear", "advice", "check", "action", "not-eligible"]);
    expect(charts[0]?.series[0]).toMatchObject({ values: [8, undefined, 8], shown: ["8", "Not sent", "8"] });
  });

  it("show the last thirteen months, and none without any", () => {
    const long = chartsOf(
      Array.from({ length: 20 }, (_, n) =>
        aMonth(n < 12 ? `2023-${String(n + 1).padStart(2, "0")}` : `2024-${String(n - 11).padStart(2, "0")}`),
      ),
    );
    expect([long[0]?.points.length, long[0]?.points[0]?.name, long[0]?.points.at(-1)?.name]).toEqual([
      13,
      "August 2023",
      "August 2024",
    ]);
    expect(chartsOf([])[0]?.points).toEqual([]);
  });
});

describe("what changed", () => {
  const refs = new RefsOnSheet(
    opened([{ childRef: "C-1" }, null, { childRef: " c-2 " }, { childRef: "Ann Example" }, { childRef: "C-1" }]).reader,
  );
  const changes: MonthChanges = {
    month: "2024-11",
    since: "2024-10",
    newlyBroken: 3,
    mended: 1,
    stillBroken: 0,
    joined: 1,
    gone: 2,
    children: [
      { childRef: "C-2", newlyBroken: ["LP-08/not-named"], mended: [], stillBroken: [] },
      { childRef: "C-1", newlyBroken: ["LP-13/overdue"], mended: ["LP-08/not-named"], stillBroken: [] },
      { childRef: undefined, newlyBroken: ["LP-01/not-named"], mended: [], stillBroken: [] },
    ],
  };

  it("is asked after by the references on the sheet, each once, and never by what looks like a name", () => {
    expect(refs.all).toEqual(["C-1", "C-2"]);
    expect(new RefsOnSheet(undefined).all).toEqual([]);
  });

  it("leads to each child's row, in the order of the sheet, and counts those who are not on it", () => {
    expect(groupsOf(changes, (ref) => refs.indexOf(ref))).toEqual([
      {
        kind: "newlyBroken",
        findings: 3,
        elsewhere: 1,
        here: [
          { childRef: "C-1", index: 0, findings: ["LP-13/overdue"] },
          { childRef: "C-2", index: 2, findings: ["LP-08/not-named"] },
        ],
      },
      {
        kind: "mended",
        findings: 1,
        elsewhere: 0,
        here: [{ childRef: "C-1", index: 0, findings: ["LP-08/not-named"] }],
      },
      { kind: "stillBroken", findings: 0, elsewhere: 0, here: [] },
    ]);
  });

  it("is said in a sentence, or that there is nothing to compare with", () => {
    expect(changesSentence(changes)).toBe(
      "Since October 2024: 3 findings are new, 1 mended, 0 still there. 1 child joined the list and 2 children left it.",
    );
    expect(changesSentence({ ...changes, newlyBroken: 1, joined: 0, gone: 1 })).toBe(
      "Since October 2024: 1 finding is new, 1 mended, 0 still there. 1 child left it.",
    );
    expect(changesSentence({ ...changes, since: undefined })).toMatch(
      /^There is nothing to compare November 2024 with/,
    );
  });
});

describe("words", () => {
  it("count verdicts, the worst first, and leave out those that no row has", () => {
    expect(verdictsLine(verdicts)).toBe("2 Not eligible, 1 Check and 8 Clear");
    expect(verdictsLine({ clear: 0, advice: 0, check: 0, action: 0, "not-eligible": 0 })).toBe("no rows");
  });

  it("say what a finding's key stands for, and the key itself where the rule is not known here", () => {
    expect(findingWords("LP-08/not-named")).toMatch(/^LP-08 A social-work-qualified .* \(not named\)$/);
    expect(findingWords("LP-99/new-thing")).toBe("LP-99 (new thing)");
  });
});
