import { beforeEach, describe, expect, test } from "vitest";
import { ELIGIBILITY_RULES, REASONS } from "../../../addin/formulas/eligible.ts";
import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { aWorkbook, call, CellError, column } from "./formulas.ts";

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
    expect(await eligible("CP", ...SAM)).toBe("Not eligible: no registration of the lead is shown");
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
    expect(await eligible("CP", "Social Worker")).toBe("Check: nothing shows the lead's registration");
    expect(await eligible("CIN", "Social Worker")).toBe("Eligible");
    expect(await eligible("CIN", "FHLP", null, null, "Pat Supervisor")).toBe(
      "Check: nothing shows the lead's registration",
    );
    expect(await eligible("CP", "SWA")).toBe("Not eligible: no registration of the lead is shown");
    expect(await eligible("CIN", "SWA", "Thanet", "2024-10-14", "Pat Supervisor")).toBe("Eligible");
    expect(await eligible("CIN", "Health visitor", "Thanet", "2024-10-14", "Pat Supervisor")).toBe(
      "Check: the trial does not offer this to the lead's role",
    );
    expect(await eligible("CIN", "Team Manager")).toBe("Check: nothing shows the lead's registration");
  });

  test("tells of an overseer only that they are not qualified", async () => {
    const overseen = (overseer: string) => eligible("CIN", "Sam Assistant", "Thanet", "2024-10-14", overseer);
    expect(await overseen("SWA")).toBe("Not eligible: no registration of the overseer is shown");
    expect(await overseen("Teacher")).toBe("Not eligible: no registration of the overseer is shown");
    expect(await overseen("Practice Supervisor")).toBe("Check: nothing shows the overseer's registration");
    expect(await overseen("Social Worker")).toBe("Check: nothing shows the overseer's registration");
  });

  test("never makes the lead their own overseer", async () => {
    expect(await eligible("CIN", "SWA", "Thanet", "2024-10-14", "SWA")).toBe(
      "Not eligible: no registration of the overseer is shown",
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
    expect(await eligible("CP", "SWA")).toBe("Not eligible: no registration of the lead is shown");
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
      expect(await eligible([[error]], ...SAM)).toBe("Check: 'status' cannot be read");
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
