import { lastDayOfAcceptance, mayAccept } from "../../rules/acceptance.ts";
import { showDay, toSerial, type Day } from "../../rules/dates.ts";
import { Person } from "../../rules/people.ts";
import { textOf } from "../../rules/read.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import { list as listed } from "../../rules/text.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import { DECISION, decisionCells, decisionOn } from "./acceptance-cells.ts";
import type { AcceptanceChange } from "./acceptance-change.ts";

/** Who decides, as typed, and the last day of it; undefined where none is chosen. */
export interface Decision {
  readonly by: string;
  readonly until: Day | undefined;
}

/** What is known of a row before anything is typed. */
export interface AcceptanceForm {
  /** The decision on this row that counts already: a further finding is accepted with it. */
  readonly standing: { readonly by: string; readonly until: Day; readonly rules: readonly RuleId[] } | undefined;
  /** Names on the register that may decide, by the alphabet. */
  readonly mayDecide: readonly string[];
  readonly latest: Day;
}

/** Who may accept findings on a row and until when; undefined for a row that is blank by now. */
export function acceptanceForm(list: WorkbookList, inputs: CheckInputs, index: number): AcceptanceForm | undefined {
  const found = decisionOn(list, inputs, index);
  if (!found) return undefined;
  const { reader, row, standing } = found;
  const names = (reader.register?.practitioners ?? []).map(({ name, id }) => name || id);
  const mayDecide = names.filter((name) => mayAccept(reader.people.named(name), row.lead, inputs.asOf));
  return {
    standing: standing && { ...standing.as, rules: standing.rules },
    mayDecide: [...new Set(mayDecide)].sort((a, b) => a.localeCompare(b, "en-GB")),
    latest: lastDayOfAcceptance(reader),
  };
}

/** Exactly what accepting a rule's findings on a row writes; a sentence where it cannot be done or would not count. */
export function acceptanceOf(
  list: WorkbookList,
  inputs: CheckInputs,
  { index, rule }: { readonly index: number; readonly rule: RuleId },
  { by: typed, until }: Decision,
): AcceptanceChange | string {
  const found = decisionOn(list, inputs, index);
  if (!found) return "The row is blank by now. Read the workbook again.";
  const { reader, row, standing } = found;
  const cells = decisionCells(list, inputs, index);
  const { cellOf, addressOf, change, filled, newColumns, unread, isMerged, rowNumber } = cells;
  if (unread !== undefined)
    return `The list has a column '${unread}' that is not read. Say in Set-up, Columns, what it holds, then accept this.`;
  if (isMerged)
    return `Row ${rowNumber} shares a merged cell with other rows in one of the columns 'Accepted', so it cannot have a decision of its own. Unmerge it first.`;
  if (!standing && filled.length > 0)
    return `${listed(filled.map(addressOf))} on this row ${filled.length === 1 ? "holds" : "hold"} something already that does not count as a decision, and it was left as it is. Look at it, put it right or clear it, then accept this.`;

  const person = standing ? row.acceptedBy : reader.readers.acceptedBy(typed.trim());
  if (!(person instanceof Person)) return "Name the manager who decides.";
  if (!mayAccept(person, row.lead, inputs.asOf))
    return `The register does not show ${person.name} as a social-work-qualified manager other than the lead, so the decision would not count. Name a manager whose registration it shows.`;
  const last = lastDayOfAcceptance(reader);
  const day = standing?.as.until ?? until;
  if (day === undefined) return "Choose the last day of it.";
  if (day < inputs.asOf || day > last)
    return `It may be accepted from ${showDay(inputs.asOf)} until ${showDay(last)} at the latest; after that a manager looks at it again.`;

  const before = textOf(cellOf("accepted").was);
  const values = {
    accepted: standing ? `${before.replace(/[\s,;]+$/, "")}, ${rule}` : rule,
    acceptedBy: person.name,
    acceptedUntil: toSerial(day, inputs.date1904),
  };
  const written = standing ? (["accepted"] as const) : DECISION;
  return {
    list,
    rowNumber,
    done: `${rule} is accepted by ${person.name} until ${showDay(day)}`,
    newColumns,
    changes: written.flatMap((field) => change(field, cellOf(field), values[field]) ?? []),
    standing: cells.standing,
  };
}
