import { describe, expect, test } from "vitest";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { canonicalJson, sha256 } from "../../rules/hash.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import type { Policy } from "../../rules/policy.ts";
import { checkRows, GIVEN, keysByRow, keysOf, sheetOf } from "./sheets.ts";

describe("a check", () => {
  test("says by which policy and on which day it was made", () => {
    expect(checkRows([{}])).toMatchObject({
      asOf: isoDay("2024-11-30"),
      policy: { id: "kent-trial-2024", title: "Kent trial 2024", hash: sha256(canonicalJson(kentTrial2024)) },
    });
  });

  test("gives a verdict for each row, nothing for a blank one, and counts them", () => {
    const { rows, counts } = check(
      {
        ...sheetOf([{}, {}, { childRef: "C-2", overseer: "" }]),
        rows: [[], ...sheetOf([{}, { childRef: "C-2", overseer: "" }]).rows],
      },
      GIVEN,
    );
    expect(rows.map((row) => row?.verdict)).toEqual([undefined, "clear", "not-eligible"]);
    expect(counts).toEqual({ clear: 1, advice: 0, check: 0, action: 0, "not-eligible": 1 });
  });

  test("of no rows finds nothing", () => {
    expect(checkRows([])).toMatchObject({ rows: [], sheet: [], counts: { clear: 0 } });
  });

  test("runs the rules that it is given", () => {
    expect(keysByRow(checkRows([{ overseer: "", lead: "" }], { rules: [] }))).toEqual([[]]);
  });

  test("leaves out the rules that the policy has switched off", () => {
    expect(
      keysByRow(checkRows([{ overseer: "" }], { policy: mergePolicy(kentTrial2024, { rulesOff: ["LP-08"] }) })),
    ).toEqual([[]]);
  });

  test("refuses what is no policy", () => {
    expect(() => checkRows([{}], { policy: {} as Policy })).toThrow("This policy cannot be used");
  });

  test("names other rows by the numbers that the sheet shows", () => {
    const rows = [{}, { lead: "Kim Socialworker" }];
    const message = (rowNumbers?: readonly number[]) =>
      checkRows(rows, {}, rowNumbers && { rowNumbers }).rows[0]?.findings[0]?.message;
    expect([message(), message([7, 12]), message([7])]).toEqual(
      [2, 12, 2].map((row) => expect.stringContaining(`row ${row} `) as unknown),
    );
  });

  test("reads dates as the workbook counts them", () => {
    const on1904 = {
      lastSupervision: 44_146,
      leadFrom: 44_117,
      statusFrom: 44_100,
      agreedOn: 44_117,
      initialMeetingOn: 44_130,
      wishesOn: 44_130,
      advocateOfferedOn: 44_130,
      assessmentOn: 44_100,
      sharingOn: 44_100,
    };
    expect(keysByRow(checkRows([on1904], {}, { date1904: true }))).toEqual([[]]);
  });

  test("ends each finding with whom the team asks first, where the policy names them", () => {
    const policy = mergePolicy(kentTrial2024, { serviceManagers: [{ team: "thanet", name: "Sue Servicemanager" }] });
    const [thanet, dover] = checkRows([{ overseer: "" }, { childRef: "C-2", overseer: "", team: "Dover" }], {
      policy,
    }).rows;
    expect(thanet?.findings[0]?.nextStep).toMatch(
      /: the team manager\. Questions go to Sue Servicemanager \(Service Manager\) first\.$/,
    );
    expect(dover?.findings[0]?.nextStep).toMatch(/: the team manager\.$/);
  });
});

describe("what only the service knows", () => {
  test("shows another team's lead, and cases led elsewhere", () => {
    const service = { leads: { "c-1001": { lead: "W1", team: "Dover", listOf: "2024-11-29" } }, cases: { A1: 8 } };
    expect(keysByRow(checkRows([{}], { service }))).toEqual([["LP-25/over-limit", "LP-02/elsewhere"]]);
  });

  test("shows which teams owe last month's return", () => {
    expect(
      keysOf(
        checkRows([], { service: { returns: [{ team: "Dover", hasSnapshot: false, hasFeedback: false }] } }).sheet,
      ),
    ).toEqual(["LP-29/missing", "LP-30/none"]);
  });
});

describe("a cell that cannot be read", () => {
  test("silences every rule that rests on it, and no other", () => {
    expect(keysByRow(checkRows([{ lastSupervision: "last week", overseer: "" }]))).toEqual([
      ["LP-08/not-named", "LP-31/unreadable"],
    ]);
  });

  test("is no blank: an advocate that cannot be read is not one that was never offered", () => {
    expect(keysByRow(checkRows([{ advocateOfferedOn: "", advocate: { unreadable: true } }]))).toEqual([
      ["LP-32/unreadable-value"],
    ]);
  });

  test("of the confirmation does not hide that the trial is over", () => {
    const keys = keysByRow(checkRows([{ confirmedOn: "yes" }], { asOf: isoDay("2025-06-01") }))[0];
    expect(keys).toContain("LP-06/trial-ended");
  });
});

describe("past the end of the bank-holiday list", () => {
  const ways = [
    "LP-15/not-made",
    "LP-24/lead-absent",
    "LP-27/not-escalated",
    "LP-28/not-reviewed",
    "LP-28/reviewed-late",
  ];
  const row = {
    partnerActionDue: "2027-11-01",
    concernOn: "2027-11-01",
    concernReviewedOn: "2027-11-30",
    concernReviewedBy: "Pat Supervisor",
    jointVisitAskedOn: "2027-11-01",
  };
  const found = (asOf: string) =>
    checkRows([row], {
      asOf: isoDay(asOf),
      register: { practitioners: [{ name: "Sam Assistant", role: "SWA", absentFrom: "2027-11-01" }] },
    });

  test.each(["2028-01-01", "2028-02-01"])(
    "on %s what counts working days is not looked for, as the coverage says",
    (asOf) => {
      const { rows, sheet, coverage } = found(asOf);
      const lines = coverage.notChecked
        .filter(({ why }) => why === "past-calendar")
        .flatMap(({ rule, breaches = [] }) => breaches.map((key) => `${rule}/${key}`));
      expect(lines.toSorted()).toEqual(ways);
      expect(keysOf(rows[0]?.findings).filter((key) => ways.includes(key))).toEqual([]);
      expect(keysOf(sheet)).toContain("LP-31/holidays-end");
    },
  );

  test("and on the list's last day it is", () => {
    expect(keysByRow(found("2027-12-31"))[0]).toEqual(
      expect.arrayContaining(["LP-15/not-made", "LP-27/not-escalated", "LP-28/reviewed-late"]),
    );
  });
});

test("a planned joint visit is not spoken of as made", () => {
  const messages =
    checkRows([{ jointVisitOn: "2024-12-20", jointVisitWith: "Noa Newcomer" }]).rows[0]?.findings.map(
      ({ message }) => message,
    ) ?? [];
  for (const message of messages) expect(message).not.toContain("20 Dec 2024 was with");
});
