import { beforeEach, describe, expect, test } from "vitest";
import { ELIGIBILITY_RULES, REASONS } from "../../../addin/formulas/eligible-reasons.ts";
import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { isoDay } from "../../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { aWorkbook, call, CellError, column, refusal } from "./formulas.ts";

const SAM = ["Sam Assistant", "Thanet", "2024-10-14", "Pat Supervisor"] as const;
const eligible = (...given: unknown[]): Promise<unknown> => call("ELIGIBLE", ...given);

beforeEach(() => {
  aWorkbook();
});

describe("LP.ELIGIBLE", () => {
  test("says Eligible where nothing stands against the lead", async () => {
    expect(await eligible("CIN", ...SAM)).toBe("Eligible");
    expect(await eligible("CP", "Kim Socialworker")).toBe("Eligible");
    expect(await eligible("Early help", "Eli Earlyhelp")).toBe("Eligible");
  });

  test("says Eligible where there is only advice", async () => {
    expect(await eligible("CIN", ...SAM, "2025-03-20")).toBe("Eligible");
  });

  test("says what stands against the lead, worst first", async () => {
    expect(await eligible("CP", ...SAM)).toBe("Not eligible: the lead is not a registered social worker");
    expect(await eligible("CIN", "Sam Assistant", "Maidstone", "2024-10-14", "Pat Supervisor")).toBe(
      "Not eligible: the team is not in the trial",
    );
    expect(await eligible("CIN", "Sam Assistant", "Atlantis", "2024-10-01", "Pat Supervisor")).toBe(
      "Action needed: allocated before the trial began",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", "")).toBe(
      "Not eligible: nobody is named to oversee",
    );
    expect(await eligible("ASSESS", ...SAM)).toBe("Check: a social worker carries out the assessment");
  });

  test("names the argument that is left out and would matter", async () => {
    expect(await eligible("CIN", "Sam Assistant", null, "2024-10-14", "Pat Supervisor")).toBe(
      "Check: 'team' is not given",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", null, "Pat Supervisor")).toBe(
      "Check: 'allocated_on' is not given",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14")).toBe("Check: 'overseer' is not given");
    expect(await eligible(null, ...SAM)).toBe("Check: 'status' is not given");
    expect(await eligible("CIN", null)).toBe("Check: 'lead' is not given");
  });

  test.each([0, null, "", " "])("takes %j for a blank cell", async (blank) => {
    expect(await eligible([[blank]], ...SAM)).toBe("Check: the case status is blank");
    expect(await eligible("CIN", [[blank]], ...SAM.slice(1))).toBe("Check: nobody is named as lead");
    expect(await eligible("CIN", "Sam Assistant", [[blank]], "2024-10-14", "Pat Supervisor")).toBe(
      "Check: the team is blank or not known",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", [[blank]], "Pat Supervisor")).toBe(
      "Check: 'allocated_on' is blank",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", [[blank]])).toBe(
      "Not eligible: nobody is named to oversee",
    );
    expect(await eligible("CIN", ...SAM, [[blank]])).toBe("Eligible");
  });

  test.each(["TBC", "Duty", "unallocated", "-", "Gravesham"])("takes '%s' as nobody", async (nobody) => {
    expect(await eligible("CIN", nobody)).toBe("Check: nobody is named as lead");
  });

  test.each([0, null, ""])("leaves a row blank that is wholly blank (%j)", async (blank) => {
    expect(await eligible([[blank]], [[blank]], [[blank]], [[blank]], [[blank]])).toBe("");
    expect(await eligible(column("CP", blank, "CP"), column("Kim Socialworker", blank, "Kim Socialworker"))).toEqual(
      column("Eligible", "", "Eligible"),
    );
  });

  test("takes a staff number, as text or as a number", async () => {
    aWorkbook({
      answers: {
        register: {
          practitioners: [
            { id: 4711, name: "Ann Other", role: "SW", registration: "SW100009", registeredTo: "2025-11-30" },
          ],
        },
      },
    });
    expect(await eligible("CP", 4711)).toBe("Eligible");
    expect(await eligible("CP", "4711")).toBe("Eligible");
  });
});

describe("a role in place of a name", () => {
  test("counts for the lead as it would on the sheet", async () => {
    expect(await eligible("CP", "Social Worker")).toBe("Eligible");
    expect(await eligible("CP", "SWA")).toBe("Not eligible: the lead is not a registered social worker");
    expect(await eligible("CIN", "SWA", "Thanet", "2024-10-14", "Pat Supervisor")).toBe("Eligible");
    expect(await eligible("CIN", "Health visitor", "Thanet", "2024-10-14", "Pat Supervisor")).toBe(
      "Check: the trial does not offer this to the lead's role",
    );
    expect(await eligible("CIN", "Team Manager")).toBe("Check: nothing shows the lead's registration");
  });

  test("tells of an overseer only that they are not qualified", async () => {
    const overseen = (overseer: string) => eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", overseer);
    expect(await overseen("SWA")).toBe("Not eligible: the overseer is not social work qualified");
    expect(await overseen("Teacher")).toBe("Not eligible: the overseer is not social work qualified");
    expect(await overseen("Practice Supervisor")).toBe("Check: nothing shows the overseer's registration");
    expect(await overseen("Social Worker")).toBe("Check: nothing shows the overseer's registration");
  });

  test("never makes the lead their own overseer", async () => {
    expect(await eligible("CIN", "SWA", "Thanet", "2024-10-14", "SWA")).toBe(
      "Not eligible: the overseer is not social work qualified",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", "A1")).toBe(
      "Not eligible: the lead is named as overseer too",
    );
  });

  test("gives way to a person of that name on the register", async () => {
    aWorkbook({
      answers: {
        register: {
          practitioners: [
            ...EXAMPLE_REGISTER,
            { name: "Teacher", role: "SW", registration: "SW100010", registeredTo: "2025-11-30" },
          ],
        },
      },
    });
    expect(await eligible("CP", "Teacher")).toBe("Eligible");
  });

  test("is all that can be used without a register", async () => {
    aWorkbook({ answers: { register: { practitioners: [] } } });
    expect(await eligible("CP", "Sam Assistant")).toBe("Check: nothing shows the lead's registration");
    expect(await eligible("CIN", "Sam Assistant")).toBe("Check: the lead's role is not known");
    expect(await eligible("CP", "SWA")).toBe("Not eligible: the lead is not a registered social worker");
  });
});

describe("a cell that cannot be used", () => {
  test("keeps anybody from telling", async () => {
    expect(await eligible("banana", ...SAM)).toBe("Check: 'status' is no case status");
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "4/10/24", "Pat Supervisor")).toBe(
      "Check: 'allocated_on' is no date",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-12-01", "Pat Supervisor")).toBe(
      "Check: 'allocated_on' lies after the check date",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", 5, "Pat Supervisor")).toBe(
      "Check: 'allocated_on' lies before 1990",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thannet", "2024-10-14", "Pat Supervisor")).toBe(
      "Check: the team is blank or not known",
    );
  });

  test("reads as its error where Excel hands one over", async () => {
    const errors = [
      new CellError("#N/A"),
      { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" },
    ];
    for (const error of errors) {
      expect(await eligible("CIN", [[error]], ...SAM.slice(1))).toBe("Check: 'lead' cannot be read");
      expect(await eligible([[error]], ...SAM)).toBe("Check: 'status' is no case status");
    }
  });

  test("that is a rich value counts by its basic value", async () => {
    expect(await eligible([[{ type: "String", basicValue: "CP" }]], "Kim Socialworker")).toBe("Eligible");
    expect(await eligible("CIN", [[{ type: "Entity", text: "Sam Assistant", properties: {} }]], ...SAM.slice(1))).toBe(
      "Check: 'lead' cannot be read",
    );
  });

  test("does not hide what is worse", async () => {
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "4/10/24", "")).toBe(
      "Not eligible: nobody is named to oversee",
    );
  });
});

describe("the date to check on", () => {
  const on = (asOf: unknown) => eligible("CIN", ...SAM, asOf);

  test("moves through the trial's end", async () => {
    expect(await on("2025-04-03")).toBe("Eligible");
    expect(await on("2025-04-04")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("2025-05-01")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("2025-05-02")).toBe("Not eligible: the trial has ended");
  });

  test("moves through the trial's start", async () => {
    const case_ = ["CIN", "Sam Assistant", "Thanet", "2024-10-03", "Pat Supervisor"];
    expect(await eligible(...case_, "2024-10-03")).toBe("Not eligible: the trial has not begun");
    expect(await eligible(...case_, "2024-10-04")).toBe("Action needed: allocated before the trial began");
    expect(await eligible(...case_, "2024-10-05")).toBe("Action needed: allocated before the trial began");
  });

  test("moves through the end of a registration", async () => {
    const lee = (asOf: string) => eligible("CP", "Lee Lapsed", null, null, null, asOf);
    expect([await lee("2024-11-28"), await lee("2024-11-29"), await lee("2024-11-30")]).toEqual([
      "Eligible",
      "Eligible",
      "Not eligible: the lead is not a registered social worker",
    ]);
  });

  test("is a serial, an ISO date or day/month/year; the workbook's without one", async () => {
    expect(await on(45751)).toBe("Action needed: the trial has ended; confirm or re-allocate");
    expect(await on("4/4/2025")).toBe("Action needed: the trial has ended; confirm or re-allocate");
    aWorkbook({ says: { checkDate: isoDay("2025-05-02") } });
    expect(await on("")).toBe("Not eligible: the trial has ended");
  });

  test("counts from 1904 in a workbook that does", async () => {
    aWorkbook({ says: { date1904: true } });
    expect(await on(45751 - 1462)).toBe("Action needed: the trial has ended; confirm or re-allocate");
  });

  test.each(["tomorrow", "4/13/2025", "n/a", true, -1, 5])("is refused where it is %j", async (asOf) => {
    expect(await refusal("ELIGIBLE", "CIN", ...SAM, asOf)).toMatch(/^#VALUE! 'as_of' (is no date|lies before 1990)/);
  });

  test("is one date for all rows", async () => {
    expect(await refusal("ELIGIBLE", "CIN", ...SAM, column("2024-11-30", "2024-11-29"))).toBe(
      "#VALUE! 'as_of' takes one date for all rows: give a single cell.",
    );
  });
});

describe("columns", () => {
  test("spill, single cells standing beside every row", async () => {
    expect(
      await eligible(
        column("CIN", "CP", "CIN"),
        column("Sam Assistant", "Sam Assistant", "TBC"),
        "Thanet",
        column(45579, 45579, 45579),
        "M1",
      ),
    ).toEqual(
      column("Eligible", "Not eligible: the lead is not a registered social worker", "Check: nobody is named as lead"),
    );
  });

  test("of differing heights cannot be put side by side", async () => {
    expect(await refusal("ELIGIBLE", column("CIN", "CP"), column("Sam Assistant", "Sam Assistant", "TBC"))).toBe(
      "#VALUE! 'status' has 2 rows and 'lead' has 3: give as many for each, or a single cell.",
    );
    expect(await refusal("ELIGIBLE", [["CIN", "CP"]], [["Sam Assistant", "SWA", "TBC"]])).toMatch(
      /^#VALUE! 'status' has 2 columns and 'lead' has 3/,
    );
  });

  test("that are whole columns end with their last filled row, and cost next to nothing", async () => {
    const whole = (...cells: unknown[]): unknown[][] => [
      ...column(...cells),
      ...Array.from({ length: 1_048_576 - cells.length }, () => [0]),
    ];
    const [statuses, leads] = [whole("CIN", 0, "CP"), whole("SWA", 0, "SWA", "SWA")];
    const began = performance.now();
    expect(await eligible(statuses, leads, "Thanet", "2024-10-14", "M1")).toEqual(
      column(
        "Eligible",
        "Check: the case status is blank",
        "Not eligible: the lead is not a registered social worker",
        "Check: the case status is blank",
      ),
    );
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("that are wholly blank give one blank", async () => {
    expect(await eligible(column(0, 0, 0), column("", "", ""))).toBe("");
  });
});

describe("what LP.ELIGIBLE is not asked", () => {
  test("nothing at all", async () => {
    expect(await refusal("ELIGIBLE")).toMatch(/^#VALUE! Give the case status and the lead/);
  });

  test("something that a host sends as a bare value, or as one row", async () => {
    const { FUNCTIONS } = await import("../../../addin/formulas/functions.ts");
    const bare = FUNCTIONS.ELIGIBLE as unknown as (...args: unknown[]) => Promise<unknown>;
    expect(await bare("CP", "Kim Socialworker", null, null, null, null)).toEqual([["Eligible"]]);
    expect(await bare(["CP", "CIN"], "Kim Socialworker", null, null, null, null)).toEqual([["Eligible", "Eligible"]]);
  });
});

describe("what is kept between calls", () => {
  test("is not kept beyond a change of register or policy", async () => {
    const { service } = aWorkbook();
    expect(await eligible("CP", "Una Nowhere")).toBe("Check: nothing shows the lead's registration");
    service.value = {
      register: {
        practitioners: [{ name: "Una Nowhere", role: "SW", registration: "SW100011", registeredTo: "2025-11-30" }],
      },
    };
    expect(await eligible("CP", "Una Nowhere")).toBe("Eligible");
  });

  test("tells left-out arguments from blank ones, and text from numbers", async () => {
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", "")).toBe(
      "Not eligible: nobody is named to oversee",
    );
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", null)).toBe("Check: 'overseer' is not given");
    expect(await eligible("CIN", "Sam Assistant", "Thanet", 45579, "M1")).toBe("Eligible");
    expect(await eligible("CIN", "Sam Assistant", "Thanet", "45579", "M1")).toBe("Check: 'allocated_on' is no date");
  });
});

describe("the reasons in a few words", () => {
  const rules = CATALOGUE.filter(({ id }) => ELIGIBILITY_RULES.includes(id));
  const needed = rules.flatMap(({ id, breaches, must }) => [
    ...breaches.filter(({ words }) => words.severity !== "advice").map(({ key }) => `${id}/${key}`),
    // Status and lead are seen to before any rule is asked.
    ...(must && id !== "LP-03" ? [`${id}/no-column`] : []),
  ]);

  test("are there for every finding that the rules can make, and for no other", () => {
    expect(Object.keys(REASONS).sort()).toEqual(needed.sort());
  });

  test("are short", () => {
    for (const reason of Object.values(REASONS)) expect(reason.length, reason).toBeLessThanOrEqual(50);
  });
});
