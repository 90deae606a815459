import type { Context } from "../context.ts";
import { peopleOn } from "../cross-row-facts.ts";
import { showDay } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import type { Person } from "../people.ts";
import type { Practitioner } from "../register.ts";
import type { Row } from "../row.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { product } from "../sources.ts";

const twoPeople = breach<{ name: string }>("two-people", {
  severity: "check",
  message: ({ name }) => `The register has more than one ${name}, so nobody can tell who is meant.`,
  nextStep: "Enter the staff number instead of the name: whoever keeps the sheet.",
});
const registersDiffer = breach<{ name: string; there: string; here: string }>("registers-differ", {
  severity: "check",
  message: ({ name, there, here }) =>
    `For ${name} the council's register shows ${there}, and the workbook's Practitioners table ${here}, so nobody can tell.`,
  nextStep: ({ name }) =>
    `Look ${name} up in Social Work England's public register, and correct whichever is wrong: whoever keeps the registers.`,
});
const noRegister = breach<{ isWithoutColumn: boolean }>("no-register", {
  severity: "check",
  message: ({ isWithoutColumn }) =>
    isWithoutColumn
      ? "Nothing says who is social work qualified: the Practitioners table has no column 'Registration'."
      : "Nothing says who is social work qualified: the workbook has no Practitioners table.",
  nextStep: ({ isWithoutColumn }) =>
    isWithoutColumn
      ? "Add the column 'Registration', or say which of the table's columns it is, and enter registrations: whoever keeps the sheet."
      : "Make a Practitioners table from the names on the sheet, and enter roles and registrations: whoever keeps the sheet.",
});
const unknownPerson = breach<{ name: string }>("unknown-person", {
  severity: "advice",
  message: ({ name }) => `${name} is not on the register.`,
  nextStep: ({ name }) => `Add ${name} to the Practitioners table, or correct the name: whoever keeps the sheet.`,
});
const undated = breach<{ name: string }>("registration-undated", {
  severity: "advice",
  message: ({ name }) =>
    name === ""
      ? "The register does not say until when registrations last, so they all count as in force."
      : `The register does not say until when ${name}'s registration lasts, so it counts as in force.`,
  nextStep: "Enter 'Registered to' in the register (registrations run to 30 November): whoever keeps it.",
});

/** What an entry shows of a registration. */
function registrationShown({ registration, registeredTo }: Practitioner): string {
  if (registration === "none") return "none";
  return typeof registeredTo === "number"
    ? `a registration to ${showDay(registeredTo)}`
    : "a registration without an end";
}

/** Those whom the registers show differently, where this is the first open row that names them. */
function disputed(row: Row, { asOf, crossRow }: Context): RuleFinding[] {
  const said = new Set<string>();
  return peopleOn(row).flatMap(([field, person]) => {
    const { key, name, practitioner } = person;
    const worse = person.entryShownWorseOn(asOf);
    if (!practitioner || !worse || said.has(key) || !crossRow.isFirstMentionOf(person, row.index)) return [];
    said.add(key);
    const values = { name, there: registrationShown(practitioner), here: registrationShown(worse) };
    return [registersDiffer.found(values, { fields: [field] })];
  });
}

const saysWhoIsQualified = ({ register }: Context): boolean => register?.columns.has("registration") === true;

const isUndated = ({ practitioner }: Person): boolean =>
  practitioner?.registration === "held" && practitioner.registeredTo === undefined;

/** The lead and the overseer, where this is the first open row that names them. */
function newcomers(row: Row, { crossRow }: Context): [field: "lead" | "overseer", person: Person][] {
  const { lead, overseer, index } = row;
  const found: [field: "lead" | "overseer", person: Person][] = [];
  if (lead && crossRow.isFirstRowOf(lead, index)) found.push(["lead", lead]);
  if (overseer && !overseer.is(lead) && crossRow.isFirstRowOf(overseer, index)) found.push(["overseer", overseer]);
  return found;
}

export const peopleCanBeToldApart = rule({
  id: "LP-33",
  title: "People can be told apart",
  sources: [product("what a check needs to mean anything")],
  scope: "data",
  statuses: "any",
  lead: "any",
  starts: [],
  answers: [],
  crossRowFacts: ["leaders", "mentions"],
  breaches: [twoPeople, registersDiffer, noRegister, unknownPerson, undated],
  check(row, context) {
    const { register } = context;
    if (!register) return undefined;
    const found: RuleFinding[] = [];
    if (register.hasNamesakes) {
      for (const [field, person] of peopleOn(row))
        if (person.isAmbiguous) found.push(twoPeople.found({ name: person.name }, { fields: [field] }));
    }
    if (register.hasWorkbook) found.push(...disputed(row, context));
    if (!saysWhoIsQualified(context)) return found;
    for (const [field, person] of newcomers(row, context)) {
      if (!person.isOnRegister) found.push(unknownPerson.found({ name: person.name }, { fields: [field] }));
      else if (isUndated(person) && register.columns.has("registeredTo"))
        found.push(undated.found({ name: person.name }, { fields: [field] }));
    }
    return found;
  },
  checkSheet(context) {
    if (!saysWhoIsQualified(context))
      return context.crossRow.hasPeople
        ? noRegister.found({ isWithoutColumn: context.register !== undefined })
        : undefined;
    const isUndated =
      context.register?.columns.has("registeredTo") === false &&
      context.register.practitioners.some(({ registration }) => registration === "held");
    return isUndated ? undated.found({ name: "" }) : undefined;
  },
});

/** The workbook's own entry for Pat Supervisor, beside the council's. */
const beside = (particulars: Readonly<Record<string, string>>) => ({
  workbook: [{ name: "Pat Supervisor", registration: "SW100001", registeredTo: "2025-11-30", ...particulars }],
});
const nobody = { lead: "", overseer: "" };

export const examples = (): readonly Example[] => [
  met("everyone is on the register"),
  met("a staff number, 'Surname, First' and stray spaces", {
    set: { lead: "a1", overseer: "Supervisor,  Pat", cover: "SAL SENIOR" },
  }),
  broken("two-people", "two people of one name", { set: { cover: "Jo Twin" } }),
  broken("two-people two-people", "in two columns", { set: { cover: "Jo Twin", decidedBy: "Twin, Jo" } }),
  met("told apart by staff number", { set: { cover: "J2" } }),
  broken("unknown-person", "a lead who is not on the register", { set: { lead: "Una Nowhere" } }),
  broken("unknown-person unknown-person", "an overseer too", { set: { lead: "Una Nowhere", overseer: "Ned Nowhere" } }),
  broken("unknown-person", "the same person in both columns, said once", {
    set: { lead: "Una Nowhere", overseer: "Nowhere, Una" },
  }),
  met("said on the person's first open row", { set: { lead: "Kim Socialworker" }, more: [{ lead: "Una Nowhere" }] }),
  broken("registration-undated", "a registration without an end", {
    practitioner: { name: "Pat Supervisor", registeredTo: "" },
  }),
  broken("registration-undated", "a register that keeps no ends, said once for the sheet", {
    unregistered: ["registeredTo"],
  }),
  broken(
    "registers-differ",
    "the workbook shows that the overseer's registration ended",
    beside({ registeredTo: "2024-11-29" }),
  ),
  ...around(
    "the workbook's end of registration",
    "2024-11-30",
    (asOf) => ({ asOf, ...beside({ registeredTo: "2024-11-30" }) }),
    ["", "", "registers-differ"],
  ),
  broken("registers-differ", "the workbook shows none", beside({ registration: "none" })),
  broken("registers-differ", "named in another column", {
    set: {
      overseer: "Sal Senior",
      cover: "Pat Supervisor",
      supervisedBy: "M1",
      decidedBy: "Sal Senior",
      initialMeetingChair: "Sal Senior",
    },
    ...beside({ registration: "none" }),
  }),
  broken("registers-differ registration-undated", "an end that the council's register leaves open", {
    practitioner: { name: "Pat Supervisor", registeredTo: "" },
    ...beside({ registeredTo: "2023-11-30" }),
  }),
  met("the workbook shows no worse", beside({ registeredTo: "2026-11-30" })),
  met("the workbook leaves the registration blank", beside({ registration: "" })),
  met("the council's register shows that it ended, and so it counts", {
    practitioner: { name: "Pat Supervisor", registeredTo: "2024-11-29" },
    ...beside({ registration: "none" }),
  }),
  met("said once, on the person's first open row", {
    set: {
      overseer: "Sal Senior",
      supervisedBy: "Sal Senior",
      decidedBy: "Sal Senior",
      initialMeetingChair: "Sal Senior",
      lead: "Kim Socialworker",
    },
    more: [{}],
    ...beside({ registration: "none" }),
  }),
  met("somebody whom only the workbook knows", {
    set: { lead: "Wyn Workbook" },
    workbook: [{ name: "Wyn Workbook", role: "SWA", registration: "none" }],
  }),
  broken("no-register", "a register without registrations", { unregistered: ["registration"] }),
  broken("two-people no-register", "which may still have namesakes", {
    set: { cover: "Jo Twin" },
    unregistered: ["registration"],
  }),
  broken("no-register", "no register", { unregistered: "all" }),
  met("no register, and nobody named", { set: nobody, unregistered: "all" }),
  broken("no-register", "no register, an overseer named", { set: { lead: "" }, unregistered: "all" }),
  blank("", "nobody is named", { set: nobody }),
  met("a closed case", { set: { status: "Closed", lead: "Una Nowhere" } }),
];
