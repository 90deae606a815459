import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell } from "../../rules/csv.ts";
import { blurred, exact } from "../../functions/snapshots/team-measures.ts";
import { ADMIN, aRow, aService, EVALUATOR, rowsOf, THANET, who } from "./snapshots/service.ts";
import { FROM_TO, months } from "./support/measures.ts";

describe("outside one's own team", () => {
  const many = [
    ...rowsOf(13),
    ...rowsOf(3, { overseer: "" }).map((row, index) => ({ ...row, childRef: `X-${index}` })),
  ];

  test.each([
    ["another manager", THANET],
    ["an evaluator", EVALUATOR],
    ["an evaluator on the team's list", { ...EVALUATOR, teams: ["dover"] }],
  ])("%s sees counts rounded to 5", async (_, as) => {
    const service = aService();
    await service.snapshot(many);
    expect(await months(service, as)).toMatchObject([
      {
        team: "dover",
        isRounded: true,
        measures: {
          cases: { count: 15 },
          action: { count: 15 },
          "not-eligible": { count: 5 },
          "oversight-in-place": { count: 15, of: 15, percent: 80 },
        },
      },
    ]);
  });

  test("the team's own manager sees them as they are", async () => {
    const service = aService();
    await service.snapshot(many);
    expect(await months(service)).toMatchObject([
      {
        isRounded: false,
        measures: {
          cases: { count: 16 },
          action: { count: 13 },
          "oversight-in-place": { count: 13, of: 16, percent: 81 },
        },
      },
    ]);
  });

  test("a percentage is shown only over ten or more, to the nearest ten, 0 and 100 only where they are true", () => {
    expect(blurred({ count: 3, of: 9 })).toEqual({ count: 5, of: 10 });
    expect(blurred({ count: 7, of: 12 })).toEqual({ count: 5, of: 10, percent: 60 });
    expect(blurred({ count: 1, of: 200 })).toMatchObject({ percent: 10 });
    expect(blurred({ count: 199, of: 200 })).toMatchObject({ percent: 90 });
    expect(exact({ count: 3, of: 9 })).toEqual({ count: 3, of: 9, percent: 33 });
    expect(exact({ count: 0, of: 0 })).toEqual({ count: 0, of: 0 });
    const share = fc.nat(300).chain((of) => fc.record({ of: fc.constant(of), count: fc.nat(of) }));
    fc.assert(
      fc.property(share, (one) => {
        const { count, of = 0, percent } = blurred(one);
        expect(count % 5 === 0 && of % 5 === 0 && count <= of).toBe(true);
        expect(percent === undefined).toBe(one.of < 10);
        if (percent === undefined) return;
        expect(percent % 10).toBe(0);
        expect([percent === 0, percent === 100]).toEqual([one.count === 0, one.count === one.of]);
        expect(Math.abs(percent - (100 * one.count) / one.of)).toBeLessThan(10);
      }),
    );
  });
});

test("no share up to 60 is shown as complete or as none where it is not, nor ten per cent or more off", () => {
  for (let of = 10; of <= 60; of += 1)
    for (let count = 0; count <= of; count += 1) {
      const { percent = Number.NaN } = blurred({ count, of });
      const truth = (100 * count) / of;
      expect(percent === 100, `${count} of ${of}`).toBe(count === of);
      expect(percent === 0, `${count} of ${of}`).toBe(count === 0);
      expect(Math.abs(percent - truth), `${count} of ${of}`).toBeLessThan(10);
    }
});

describe("the list of measures", () => {
  test("has the newest version of each team and month, in pages, for managers and evaluators", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1), { month: "2024-10", asOf: "2024-10-31" });
    await service.snapshot(rowsOf(1));
    await service.snapshot(rowsOf(2));
    await service.snapshot([aRow({ team: "Thanet" })], { team: "thanet" }, THANET);
    expect((await months(service)).map(({ team, month, measures }) => [team, month, measures.cases?.count])).toEqual([
      ["dover", "2024-10", 1],
      ["dover", "2024-11", 2],
      ["thanet", "2024-11", 0],
    ]);
    expect(await months(service, who(), "?from=2024-11&to=2024-11&limit=1&after=1")).toMatchObject([
      { team: "thanet" },
    ]);
    expect((await service.send("GET", `/measures${FROM_TO}`, undefined, {}, ADMIN)).status).toBe(403);
    expect((await service.send("GET", "/measures?from=2024-11&to=2024-10")).status).toBe(422);
  });

  test("can be had as CSV", async () => {
    const service = aService();
    await service.snapshot(rowsOf(4, { overseer: "" }));
    const lines = (await service.send("GET", `/measures.csv${FROM_TO}`)).text.split("\r\n");
    expect(lines[0]).toBe("team,month,as of,version,measure,count,out of,per cent,rounded");
    expect(lines).toContain("dover,2024-11,2024-11-30,1,oversight-in-place,0,4,0,no");
    expect(lines).toContain("dover,2024-11,2024-11-30,1,cases,4,,,no");
  });

  test("as CSV holds no formula, whatever a team is called", () => {
    expect(csvCell("=1+1")).toBe('"\'=1+1"');
    expect(csvCell("@SUM(A1)")).toBe('"\'@SUM(A1)"');
    expect(csvCell('  +"x",1')).toBe('"\'  +""x"",1"');
    expect(csvCell("-2")).toBe('"\'-2"');
    expect(csvCell("Tonbridge, Malling")).toBe('"Tonbridge, Malling"');
    expect(csvCell(-2)).toBe("-2");
    expect(csvCell(undefined)).toBe("");
  });
});
