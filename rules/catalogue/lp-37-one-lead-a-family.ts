import { blank, broken, met, type Example } from "../example.ts";
import { placesNamed, type RowPlace } from "../row-place.ts";
import { breach, rule } from "../rule.ts";
import { procedures } from "../sources.ts";

interface Siblings {
  readonly lead: string;
  readonly rows: readonly RowPlace[];
  /** Whether one of the family's cases is one that only a social worker may lead. */
  readonly mayBeTwo: boolean;
}

const severalLeads = breach<Siblings>("several-leads", {
  severity: "advice",
  message: ({ lead, rows, mayBeTwo }) =>
    `This row names ${lead} as lead; ${placesNamed(rows)} of the same family ${rows.length === 1 ? "names" : "name"} somebody else.${mayBeTwo ? " One of the family's cases is a social worker's to lead, so two leads may be right." : ""}`,
  nextStep: ({ mayBeTwo }) =>
    mayBeTwo
      ? "Decide at the next supervision whether two should lead, and have them agree who tells the family what: the team manager."
      : "Decide at the next supervision whether one of them should lead for all the children: the team manager.",
});

export const oneLeadAFamily = rule({
  id: "LP-37",
  title: "The children of a family have one lead",
  sources: [procedures("one worker for a family")],
  scope: "concern",
  statuses: "all",
  lead: "named",
  starts: ["family", "lead"],
  answers: ["family", "lead"],
  crossRowFacts: ["families"],
  isAcrossRows: true,
  breaches: [severalLeads],
  check(row, { crossRow }) {
    const rows = crossRow.rowsOfFamilyWithAnotherLead(row);
    if (rows.length === 0) return undefined;
    return severalLeads.found({ lead: row.lead.name, rows, mayBeTwo: crossRow.hasProtectedSibling(row) });
  },
});

const sibling = (changes: Record<string, string> = {}) => ({ childRef: "C-2", lead: "Kim Socialworker", ...changes });

export const examples = (): readonly Example[] => [
  met("one child"),
  met("two children with one lead", { more: [sibling({ lead: "A1" })] }),
  broken("several-leads", "two children with two leads", { more: [sibling()] }),
  broken("several-leads", "the family's ref in small letters with a stray space", {
    more: [sibling({ family: " f-501 " })],
  }),
  broken("several-leads", "one of them on a protection plan: two may be right", { more: [sibling({ status: "CP" })] }),
  broken("several-leads", "five children, four of other leads", {
    more: ["W1", "W3", "E1", "W1"].map((lead, n) => sibling({ childRef: `C-${n + 2}`, lead })),
  }),
  broken("several-leads", "a sister on a list that belongs with this one, whose lead must be a social worker", {
    others: { Dover: [sibling({ status: "CP" })] },
  }),
  met("another family", { more: [sibling({ family: "F-502" })] }),
  met("the other case is closed", { more: [sibling({ status: "Closed" })] }),
  blank("", "nobody leads the other: LP-01 says so", { more: [sibling({ lead: "" })] }),
  blank("", "no family refs", { set: { family: "" }, more: [sibling({ family: "" })] }),
  blank("", "'n/a' is no family", { set: { family: "n/a" }, more: [sibling({ family: "N/A" })] }),
  met("a lead that cannot be read", { more: [sibling({ lead: "#N/A" })] }),
  met("the sheet has no family refs", { more: [sibling()], drop: ["family"] }),
];
