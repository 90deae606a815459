import { PERSON_FIELDS } from "../cross-row-facts.ts";
import { blank, broken, met, type Example } from "../example.ts";
import { headerOf } from "../fields.ts";
import type { Person } from "../people.ts";
import type { Row } from "../row.ts";
import { placesNamed, type RowPlace } from "../row-place.ts";
import { breach, rule, type RuleFinding } from "../rule.ts";
import { product } from "../sources.ts";

const noChildRef = breach("no-child-ref", {
  severity: "check",
  message: "The row has no child ref, so it cannot be compared with other rows or sent.",
  nextStep: "Enter the child's reference from the case system: whoever keeps the sheet.",
  fields: ["childRef"],
  needs: ["childRef"],
});
const duplicateRow = breach<{ rows: readonly RowPlace[] }>("duplicate-row", {
  severity: "check",
  message: ({ rows }) => `This row and ${placesNamed(rows)} give the same child with the same lead.`,
  nextStep: "Delete one of them, or close it: whoever keeps the sheet.",
  fields: ["childRef"],
  needs: ["childRef"],
});
const looksLikeAName = breach("looks-like-a-name", {
  severity: "check",
  message: "The child ref does not look like a reference. A name must not be used; this row is never sent.",
  nextStep: "Replace it by the reference from the case system: whoever keeps the sheet.",
  fields: ["childRef"],
  needs: ["childRef"],
});
const twoInACell = breach<{ header: string; name: string; isLead: boolean }>("two-people-in-a-cell", {
  severity: "check",
  message: ({ header, name }) => `'${header}' names more than one person; only ${name} is read.`,
  nextStep: ({ header, isLead }) =>
    isLead
      ? `Name one lead, and move the other to the column '${headerOf("coWorker")}': whoever keeps the sheet.`
      : `Name one person in '${header}': whoever keeps the sheet.`,
});

function twoPeopleIn(row: Row): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const field of PERSON_FIELDS) {
    const person = row[field] as Person | undefined;
    if (person && person.othersInCell.length > 0)
      found.push(
        twoInACell.found({ header: headerOf(field), name: person.name, isLead: field === "lead" }, { fields: [field] }),
      );
  }
  return found;
}

export const aRowIsOneChild = rule({
  id: "LP-34",
  title: "A row is one child",
  sources: [product("what a check needs to mean anything")],
  scope: "data",
  statuses: "any",
  lead: "any",
  starts: [],
  answers: [],
  crossRowFacts: ["cases"],
  isAcrossRows: ["duplicate-row"],
  breaches: [noChildRef, duplicateRow, looksLikeAName, twoInACell],
  check(row, { crossRow, terms, isPart }) {
    const found = twoPeopleIn(row);
    const rows = row.isClosed || isPart ? [] : crossRow.rowsLike(row);
    if (row.childRef === undefined) return [noChildRef.found(), ...found];
    if (rows.length > 0) found.push(duplicateRow.found({ rows }));
    if (!terms.isChildRef(row.childRef)) found.push(looksLikeAName.found());
    return found;
  },
});

export const examples = (): readonly Example[] => [
  met("a reference"),
  met("a number", { set: { childRef: 1234567 } }),
  blank("no-child-ref", "none", { set: { childRef: "  " } }),
  blank("no-child-ref", "the 0 of a formula that finds nothing", { set: { childRef: 0 } }),
  broken("duplicate-row", "the same child and lead twice", { more: [{}] }),
  broken("duplicate-row", "the same child twice, nobody leading either", { set: { lead: "" }, more: [{ lead: "" }] }),
  broken("duplicate-row", "the same child and lead on a list that belongs with this one", { others: { Dover: [{}] } }),
  met("the same child, another lead: LP-02 says so", { more: [{ lead: "Kim Socialworker" }] }),
  met("the other row is closed", { more: [{ status: "Closed" }] }),
  met("this row is closed", { set: { status: "Closed" }, more: [{}, {}] }),
  broken("looks-like-a-name", "a name", { set: { childRef: "Ann Example" } }),
  broken("looks-like-a-name", "a name without a space", { set: { childRef: "Ann" } }),
  met("24 characters", { set: { childRef: "C".repeat(23) + "1" } }),
  broken("looks-like-a-name", "25 characters", { set: { childRef: "C".repeat(24) + "1" } }),
  broken("two-people-in-a-cell", "two leads who are on the register", {
    set: { lead: "Sam Assistant / Kim Socialworker" },
  }),
  broken("two-people-in-a-cell", "two full names that are not", { set: { cover: "Una Nowhere and Ned Nowhere" } }),
  broken("two-people-in-a-cell", "two staff numbers", { set: { overseer: "M1; M2" } }),
  met("two first names may be one couple's", { set: { cover: "Una & Ned" } }),
  met("a note in brackets is no part of a name", {
    set: { lead: "Sam Assistant (mat leave)", cover: "Sal Senior (0.6)" },
  }),
  broken("two-people-in-a-cell", "on a sheet without child refs", { set: { lead: "A1 / W1" }, drop: ["childRef"] }),
  met("an Excel error: LP-32 says so", { set: { childRef: "#N/A" } }),
  met("the sheet has no child refs", { drop: ["childRef"] }),
];
