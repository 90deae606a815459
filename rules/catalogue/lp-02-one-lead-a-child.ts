import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { placesNamed, type RowPlace } from "../row-place.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const twoLeads = breach<{ lead: string; rows: readonly RowPlace[] }>("two-leads", {
  severity: "action",
  message: ({ lead, rows }) =>
    `This row names ${lead} as lead; ${placesNamed(rows)} ${rows.length === 1 ? "names" : "name"} somebody else for the same child.`,
  nextStep: "Agree today which one leads, and close or correct the other row: the team manager.",
  fields: ["lead", "childRef"],
});

const elsewhere = breach<{ lead: string; other: string; team: string; listOf: Day }>("elsewhere", {
  severity: "check",
  message: ({ lead, other, team, listOf }) =>
    `This row names ${lead} as lead; the list of ${team} of ${showDay(listOf)} names ${other}.`,
  nextStep: ({ team }) => `Ring ${team} today and agree which one leads: the team manager.`,
  fields: ["lead", "childRef"],
  reads: ["leadFrom", "restricted"],
});

export const oneLeadAChild = rule({
  id: "LP-02",
  title: "A child has one lead professional",
  sources: [article("one named lead")],
  scope: "concern",
  statuses: "all",
  lead: "named",
  starts: ["childRef", "lead"],
  answers: ["childRef", "lead"],
  crossRowFacts: ["cases"],
  isAcrossRows: true,
  breaches: [twoLeads, elsewhere],
  check(row, context) {
    const { lead, childRef, leadFrom } = row;
    const rows = context.crossRow.rowsWithAnotherLead(row);
    const here = rows.length > 0 ? [twoLeads.found({ lead: lead.name, rows })] : [];
    const other = childRef === undefined || row.restricted === "yes" ? undefined : context.elsewhere(childRef);
    // A child handed over after the other team made its list is led here, not there.
    const isMoved = other !== undefined && leadFrom !== undefined && leadFrom > other.listOf;
    if (!other || other.lead.is(lead) || isMoved) return here;
    return [
      ...here,
      elsewhere.found({ lead: lead.name, other: other.lead.name, team: other.team, listOf: other.listOf }),
    ];
  },
});

const listed = (listOf: string) => ({ service: { leads: { "c-1001": { lead: "W1", team: "Dover", listOf } } } });

export const examples = (): readonly Example[] => [
  met("one row for the child"),
  met("two children", { more: [{ childRef: "C-2", lead: "Kim Socialworker" }] }),
  met("the same lead under a staff number and as 'Surname, First'", {
    more: [{ lead: "A1" }, { lead: "ASSISTANT,  Sam" }],
  }),
  broken("two-leads", "two leads for one child", { more: [{ lead: "Kim Socialworker" }] }),
  broken("two-leads", "the child's ref in small letters with a stray space", {
    more: [{ childRef: " c-1001 ", lead: "Kim Socialworker" }],
  }),
  broken("two-leads", "five rows, four of another lead", { more: ["W1", "W3", "E1", "W1"].map((lead) => ({ lead })) }),
  broken("two-leads", "another lead on a list that belongs with this one", { others: { Dover: [{ lead: "W1" }] } }),
  broken("two-leads", "another lead on this list, on a second and on a third", {
    more: [{ lead: "W3" }],
    others: { Dover: [{ childRef: "C-2" }, { lead: "W1" }], Swale: [{ lead: "E1" }] },
  }),
  met("the same lead on a list that belongs with this one: LP-34 says so", { others: { Dover: [{}] } }),
  met("the row of the other list is closed", { others: { Dover: [{ lead: "W1", status: "Closed" }] } }),
  met("the other row is closed", { more: [{ lead: "Kim Socialworker", status: "Closed" }] }),
  blank("", "the other row names nobody", { more: [{ lead: "" }] }),
  met("this row has no child ref", { set: { childRef: "" }, ...listed("2024-11-30") }),
  broken("elsewhere", "another team's list names another lead", listed("2024-11-29")),
  broken("two-leads elsewhere", "both", { more: [{ lead: "Eli Earlyhelp" }], ...listed("2024-11-29") }),
  met("another team's list names the same lead", { set: { lead: "W1" }, ...listed("2024-11-29") }),
  met("a restricted row is not joined with another team", { set: { restricted: "yes" }, ...listed("2024-11-29") }),
  met("nor one whose restriction cannot be read", { set: { restricted: "perhaps" }, ...listed("2024-11-29") }),
  met("an allocation date that cannot be read", { set: { leadFrom: "last week" }, ...listed("2024-11-29") }),
  broken("elsewhere", "no allocation date", { set: { leadFrom: "" }, ...listed("2024-11-29") }),
  ...around(
    "the other team's list, as the child's allocation here",
    "2024-11-20",
    (leadFrom) => ({ set: { leadFrom }, ...listed("2024-11-20") }),
    ["elsewhere", "elsewhere", ""],
  ),
];
