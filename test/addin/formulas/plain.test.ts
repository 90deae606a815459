import { beforeEach, describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { mergePolicy } from "../../../rules/policy-merge.ts";
import { aWorkbook, call, CellError, column, refusal, settled } from "./formulas.ts";

const serial = (iso: string): number => toSerial(isoDay(iso));

beforeEach(() => {
  aWorkbook();
});

describe("LP.NEXTSUPERVISION", () => {
  const next = (...given: unknown[]): Promise<unknown> => call("NEXTSUPERVISION", ...given);

  test("is a month after the last supervision, clamped to the month's end", async () => {
    expect(await next("2024-11-12")).toBe(serial("2024-12-12"));
    expect(await next(serial("2025-01-30"))).toBe(serial("2025-02-28"));
    expect(await next("31/01/2025")).toBe(serial("2025-02-28"));
    expect(await next("2025-02-01")).toBe(serial("2025-03-01"));
    expect(await next("2024-10-31")).toBe(serial("2024-11-30"));
  });

  test("does not count a supervision before the lead took the case", async () => {
    expect(await next("2024-10-13", "2024-10-14")).toBe(serial("2024-11-14"));
    expect(await next("2024-10-14", "2024-10-14")).toBe(serial("2024-11-14"));
    expect(await next("2024-10-15", "2024-10-14")).toBe(serial("2024-11-15"));
  });

  test.each([0, null, ""])("takes %j for blank", async (blank) => {
    expect(await next([[blank]], [[blank]])).toBe("");
    expect(await next([[blank]])).toBe("");
    expect(await next([[blank]], "2024-10-14")).toBe(serial("2024-11-14"));
    expect(await next("2024-10-15", [[blank]])).toBe(serial("2024-11-15"));
    expect(await next(null, "2024-10-14")).toBe(serial("2024-11-14"));
  });

  test("follows the policy's interval", async () => {
    aWorkbook({
      inputs: { policyId: "four-weekly" },
      answers: { policies: [mergePolicy(kentTrial2024, { id: "four-weekly", supervision: { every: { days: 28 } } })] },
    });
    expect(await next("2024-11-01")).toBe(serial("2024-11-29"));
  });

  test("counts from 1904 in a workbook that does", async () => {
    aWorkbook({ inputs: { date1904: true } });
    expect(await next(serial("2024-11-12") - 1462)).toBe(serial("2024-12-12") - 1462);
  });

  test("spills, an unreadable date being an error in its own cell alone", async () => {
    const cells = (await next(column("2024-11-12", "31/09/2024", "", 5), column("", "", "", ""))) as unknown[][];
    expect([cells[0], cells.length]).toEqual([[serial("2024-12-12")], 3 + 1]);
    expect(cells[1]?.[0]).toMatchObject({
      code: "#VALUE!",
      message: "'last_supervision' is no date: give a date cell, or text such as 30/11/2024.",
    });
    expect(cells[2]).toEqual([""]);
    expect(cells[3]?.[0]).toMatchObject({
      code: "#VALUE!",
      message: "'last_supervision' lies before 1990: correct the year.",
    });
  });

  test("says what is wrong with its arguments", async () => {
    expect(await refusal("NEXTSUPERVISION")).toMatch(/^#VALUE! Give the date of the last supervision/);
    expect(await refusal("NEXTSUPERVISION", "2024-11-12", "4/10/24")).toBe(
      "#VALUE! 'allocated_on' is no date: give a date cell, or text such as 30/11/2024.",
    );
    expect(await refusal("NEXTSUPERVISION", true)).toMatch(/^#VALUE! 'last_supervision' is no date/);
    expect(await refusal("NEXTSUPERVISION", [[new CellError("#REF!")]])).toMatch(
      /^#VALUE! 'last_supervision' is no date/,
    );
    expect(await refusal("NEXTSUPERVISION", "9999-12-15")).toBe(
      "#VALUE! The next supervision would lie past Excel's calendar: correct the year.",
    );
  });
});

describe("LP.RULE", () => {
  const rule = (...given: unknown[]): Promise<unknown> => call("RULE", ...given);

  test("gives a rule's title, its source, or what to do", async () => {
    expect(await rule("LP-08")).toBe(
      "A social-work-qualified supervisor or manager oversees a lead who is not a social worker",
    );
    expect(await rule("lp08 ", "")).toBe(await rule("LP-08", "Title"));
    expect(await rule("LP-08", "source")).toBe(
      "Kent letter 2024, oversight of the work; Families First 2025, the family help lead practitioner",
    );
    expect(await rule("LP-17", "Next Step")).toBe(
      CATALOGUE.find(({ id }) => id === "LP-17")?.breaches[0]?.words.nextStep,
    );
  });

  test("says of a rule that is broken in several ways what to do about each, worst first", async () => {
    expect(await rule("LP-03", "next step")).toBe(
      "Not social worker: Re-allocate to a registered social worker today: the team manager. The lead may stay as co-worker, keeping the relationship.\n" +
        "Registration ended: Look the lead up in Social Work England's public register today and enter the new date; if none is shown there, re-allocate to a registered social worker today: the team manager.\n" +
        "Cannot tell: Enter the lead's Social Work England registration in the register, or re-allocate today: the team manager.",
    );
  });

  test("has a title, a source and a next step for every rule, of nobody in particular", async () => {
    for (const { id } of CATALOGUE) {
      for (const part of ["title", "source", "next step"])
        expect(await rule(id, part), `${id} ${part}`).toMatch(/^[A-Z](?!.*(undefined|NaN|Invalid|\[object))/s);
    }
  });

  test("says what to do about every finding but those that speak of a date of their own", async () => {
    const unsaid: string[] = [];
    for (const { id, breaches } of CATALOGUE) {
      const lines = String(await rule(id, "next step")).split("\n");
      const labels = breaches
        .map(({ key }) => key)
        .filter(
          (key) =>
            lines.length > 1 && !lines.some((line) => line.toLowerCase().replaceAll(" ", "-").startsWith(`${key}:`)),
        );
      unsaid.push(...labels.map((key) => `${id}/${key}`));
    }
    expect(unsaid).toEqual(["LP-18/booked", "LP-38/too-long"]);
    expect(await rule("LP-13", "next step")).toBe(
      "Hold formal supervision with the lead on this case this week, and enter its date: the overseer.",
    );
    expect(await rule("LP-06", "next step")).toContain(
      "Trial ended confirm: Confirm this allocation (column 'Confirmed on') or re-allocate by 1 May 2025: the team manager.",
    );
  });

  test("spills down ids and across parts", async () => {
    expect(await rule(column("LP-01", "", "LP-34"))).toEqual(column(await rule("LP-01"), "", await rule("LP-34")));
    expect(await rule(column("LP-01", "LP-02"), [["title", "source"]])).toEqual([
      [await rule("LP-01"), await rule("LP-01", "source")],
      [await rule("LP-02"), await rule("LP-02", "source")],
    ]);
  });

  test("says what is wrong with its arguments", async () => {
    expect(await refusal("RULE")).toMatch(/^#VALUE! Give the id of a rule/);
    for (const id of ["LP-00", "LP-99", "LP-8", "8", 8, true, "constructor"])
      expect(await refusal("RULE", id)).toBe("#VALUE! 'id' is no rule: the rules are LP-01 to LP-38.");
    expect(await refusal("RULE", "LP-08", "colour")).toMatch(/^#VALUE! 'part' takes "source" or "next step"/);
  });
});
describe("a plain function", () => {
  test("waits for the workbook to be read, for its policy and register", async () => {
    let read: () => void = () => undefined;
    const { workbook } = aWorkbook({
      ready: new Promise<void>((resolve) => {
        read = resolve;
      }),
    });
    let answer: unknown;
    void call("NEXTSUPERVISION", 43_000).then((value) => {
      answer = value;
    });
    await settled();
    expect(answer).toBeUndefined();
    workbook.value = { ...workbook.value, date1904: true };
    read();
    await settled();
    expect(answer).toBe(43_030);
  });

  test("never lets a plain exception out, nor what a cell says", async () => {
    const broken = mergePolicy(kentTrial2024, { trial: { end: "the end of Sam Assistant" } });
    aWorkbook({ inputs: { policyId: kentTrial2024.id }, answers: { policies: [broken] } });
    const sentence = await refusal("ELIGIBLE", "CIN", "Sam Assistant");
    expect(sentence).toMatch(/^#VALUE! This could not be worked out, which is a fault of the add-in/);
    expect(sentence).not.toContain("Sam");
  });
});
