import { describe, expect, test } from "vitest";
import { keys } from "../../functions/store/keys.ts";
import { aRow, aService, rowsOf, type Row } from "./snapshots/service.ts";
import { months, type Month } from "./support/measures.ts";

const UNREADABLE = { unreadable: true };
const measured = async (rows: readonly Row[], before?: readonly Row[]): Promise<Month["measures"]> => {
  const service = aService();
  if (before) await service.snapshot(before, { month: "2024-10", asOf: "2024-10-31" });
  expect((await service.snapshot(rows)).status).toBe(201);
  return (await months(service)).at(-1)?.measures ?? {};
};

/** Worked out by hand, row by row; A1 and A2 are social work assistants, E1 early help, M1 a registered manager, W1 a social worker. */
const NOVEMBER: readonly Row[] = [
  aRow({ childRef: "C-1", reviewMeetingOn: "2024-11-20", reviewMeetingChair: "M1" }),
  aRow({ childRef: "C-2", overseer: "" }),
  // Supervision was due on 20 November; one meeting of the month was badly chaired, one is still to come.
  aRow({
    childRef: "C-3",
    lastSupervision: "2024-10-20",
    reviewMeetingOn: "2024-11-21",
    reviewMeetingChair: "E1",
    finalMeetingOn: "2024-12-03",
    finalMeetingChair: "M1",
  }),
  aRow({
    childRef: "C-4",
    status: "ASSESS",
    lead: "A2",
    lastSupervision: UNREADABLE,
    reviewMeetingOn: "2024-11-20",
    reviewMeetingChair: "M1",
  }),
  aRow({ childRef: "C-5", status: "EH", lead: "E1" }),
  aRow({ childRef: "C-6", status: "CP", lead: "W1" }),
  aRow({ childRef: "C-7", lead: "" }),
  aRow({ childRef: "C-8", status: "CLOSED" }),
  aRow({
    childRef: "C-9",
    lead: "W1",
    concernOn: "2024-11-05",
    concernReviewedOn: "2024-11-06",
    concernReviewedBy: "M1",
  }),
  // A Friday's concern, reviewed on the Tuesday after: one working day late.
  aRow({
    childRef: "C-10",
    status: "EH",
    lead: "W1",
    concernOn: "2024-11-08",
    concernReviewedOn: "2024-11-12",
    concernReviewedBy: "M1",
  }),
  aRow({
    childRef: "C-11",
    status: "EH",
    lead: "W1",
    concernOn: "2024-11-18",
    concernReviewedOn: "2024-11-19",
    concernReviewedBy: "W1",
  }),
  aRow({
    childRef: "C-12",
    status: "EH",
    lead: "W1",
    concernOn: "2024-10-30",
    concernReviewedOn: "2024-10-31",
    concernReviewedBy: "M1",
  }),
  aRow({ childRef: "C-13", overseer: UNREADABLE }),
];

describe("the measures of a month", () => {
  test("are those that a person comes to by hand", async () => {
    expect(await measured(NOVEMBER)).toMatchObject({
      cases: { count: 12 },
      "led-by-others": { count: 6 },
      "cin-led-by-others": { count: 4 },
      "eh-led-by-others": { count: 1 },
      "oversight-in-place": { count: 3, of: 5, percent: 60 },
      "supervision-in-time": { count: 3, of: 4, percent: 75 },
      "meetings-chaired": { count: 1, of: 2, percent: 50 },
      "training-complete": { count: 2, of: 3, percent: 67 },
      "concerns-in-time": { count: 1, of: 3, percent: 33 },
      unallocated: { count: 1 },
      "not-checked": { count: 0 },
      feedback: { count: 0 },
    });
  });

  test("count rows by verdict", async () => {
    const rows = [
      aRow({ childRef: "C-1" }),
      aRow({ childRef: "C-2", overseer: "" }),
      aRow({ childRef: "C-3", lead: "" }),
      aRow({ childRef: "C-4", cover: "" }),
      aRow({ childRef: "C-5", status: "" }),
    ];
    expect(await measured(rows)).toMatchObject({
      clear: { count: 1 },
      advice: { count: 1 },
      check: { count: 1 },
      action: { count: 1 },
      "not-eligible": { count: 1 },
    });
  });

  test("say nothing of supervision and meetings where the sheet has no such columns", async () => {
    const gone = new Set(["lastSupervision", "initialMeetingOn", "reviewMeetingOn", "finalMeetingOn", "escalatedOn"]);
    const rows = NOVEMBER.map((row) => Object.fromEntries(Object.entries(row).filter(([id]) => !gone.has(id))));
    expect(await measured(rows)).toMatchObject({
      "supervision-in-time": null,
      "meetings-chaired": null,
      // LP-13, LP-14 (which asks for that supervision), LP-16 and LP-27.
      "not-checked": { count: 4 },
    });
  });

  test("compare each child with the month before", async () => {
    const before = [
      aRow({ childRef: "C-1" }),
      aRow({ childRef: "C-2", status: "ASSESS" }),
      aRow({ childRef: "C-3", lead: "W1" }),
      aRow({ childRef: "C-4" }),
      aRow({ childRef: "C-5", lead: "" }),
      aRow({ childRef: "C-6", status: "EH", lead: "E1" }),
      aRow({ childRef: "C-7" }),
    ];
    const now = [
      // Stepped up, and led by somebody else.
      aRow({ childRef: "c-1", status: "CP", lead: "W1" }),
      // Stepped up, with the same lead.
      aRow({ childRef: "C-2", status: "S47" }),
      // Led by a social worker before: no step up.
      aRow({ childRef: "C-3", status: "CP", lead: "W1" }),
      // Another lead.
      aRow({ childRef: "C-4", lead: "A2" }),
      // Nobody led before.
      aRow({ childRef: "C-5" }),
      // Early help before: another lead, no step up from child in need.
      aRow({ childRef: "C-6", status: "CP", lead: "W1" }),
      aRow({ childRef: "C-7", status: "CLOSED", lead: "W1" }),
      aRow({ childRef: "C-8" }),
    ];
    expect(await measured(now, before)).toMatchObject({ "step-ups": { count: 2 }, "lead-changes": { count: 3 } });
  });

  test("leave out what cannot be compared, rather than call it none", async () => {
    expect(Object.keys(await measured(NOVEMBER))).not.toContain("step-ups");
  });

  test("count the feedback that there is when they are asked for", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1));
    for (const [id, team] of [
      ["a", "dover"],
      ["b", "dover"],
      ["c", "thanet"],
    ]) {
      await service.deps.table.put(keys.feedback("2024-11", String(id)), JSON.stringify({ month: "2024-11", team }));
    }
    expect((await months(service))[0]?.measures.feedback).toEqual({ count: 2 });
  });
});
