import { CrossRowFacts } from "../../rules/cross-row-facts.ts";
import { isUsable } from "../../rules/read.ts";
import type { LedRow } from "../../rules/row.ts";
import type { RowPlace } from "../../rules/row-place.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { Candidate } from "./candidates.ts";
import type { CaseSought } from "./case-sought.ts";
import { changed, ledBy } from "./copy.ts";

/** How many children somebody leads now, and would lead with this case: on this sheet and in other teams, as LP-25 counts. */
export interface Load {
  readonly from: number;
  /** As many as before where they lead this child on another row already. */
  readonly to: number;
  /** The register's case limit. */
  readonly limit: number | undefined;
  /** Open rows of the child's family that somebody else leads. */
  readonly siblings: readonly RowPlace[];
}

/** Everyone's load, in their order, from one pass over the sheet and the lists that belong with it. */
export function loadsOf(
  { sheet, index, reader, row, people, cells }: CaseSought,
  candidates: readonly Candidate[],
  inputs: CheckInputs,
): Load[] {
  const crossRow = new CrossRowFacts({
    rows: sheet.rows.length,
    fillable: [],
    needed: new Set(["cases", "families"]),
    terms: reader.terms,
    rowNumber: (at) => sheet.rowNumbers?.[at] ?? at + 1,
  });
  for (const each of reader.rows()) {
    if (each.index === index) each.turnTo(changed(cells, sheet.columns, { lead: "" }), index);
    if (!each.isClosed) crossRow.add(each);
  }
  for (const { sheet: other, name } of inputs.others ?? [])
    for (const each of new SheetReader(other, inputs).rows())
      if (!each.isClosed)
        crossRow.addOther(each, { sheet: name, row: other.rowNumbers?.[each.index] ?? each.index + 1 });
  const elsewhere = new Map<string, number>();
  for (const [lead, cases] of Object.entries(inputs.service?.cases ?? {})) {
    const { key } = people.named(lead);
    elsewhere.set(key, (elsewhere.get(key) ?? 0) + cases);
  }
  // Before anybody is counted as the lead of this very row.
  const siblings = candidates.map(({ text }) => {
    row.turnTo(ledBy({ cells, sheet }, text, inputs), index);
    return row.lead ? crossRow.rowsOfFamilyWithAnotherLead(row as LedRow) : [];
  });
  return candidates.map(({ person, practitioner: { caseLimit }, text }, at) => {
    const others = elsewhere.get(person.key) ?? 0;
    const from = others + crossRow.load(person.key);
    row.turnTo(ledBy({ cells, sheet }, text, inputs), index);
    crossRow.add(row);
    return {
      from,
      to: others + crossRow.load(person.key),
      limit: isUsable(caseLimit) ? caseLimit : undefined,
      siblings: siblings[at] ?? [],
    };
  });
}

/** "Cases: from 6 to 7 of 8". */
export function loadInWords({ from, to, limit }: Load): string {
  const ofLimit = limit === undefined ? "(no limit in the register)" : `of ${limit}`;
  return from === to
    ? `Cases: stays at ${to} ${ofLimit}, since they lead this child on another row`
    : `Cases: from ${from} to ${to} ${ofLimit}`;
}
