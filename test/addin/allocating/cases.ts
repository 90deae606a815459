import { aList } from "../model/lists.ts";
import { openInputs, type GivenInputs } from "../pane/support/check-inputs.ts";
import { allocationHelp, type Help, type May, type Option } from "../../../addin/allocating/help.ts";
import type { CheckInputs } from "../../../addin/checking/check-inputs.ts";
import type { WorkbookList } from "../../../addin/workbook/workbook.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";

export interface CasesGiven extends GivenInputs {
  readonly fields?: readonly FieldId[];
  /** Further rows, each a change to the row that breaks nothing. */
  readonly more?: readonly Cells[];
}

/** A list of invented cases in Thanet, and what it is checked with on 30 November 2024; Kim Socialworker leads and Max Manager covers unless told. */
export function casesWith(
  first: Cells,
  { fields = FIELD_IDS, more = [], ...said }: CasesGiven = {},
): { readonly list: WorkbookList; readonly inputs: CheckInputs } {
  const rows = [{ lead: "Kim Socialworker", cover: "Max Manager", ...first }, ...more].map((change) => ({
    ...EXAMPLE_ROW,
    ...change,
  }));
  return {
    list: aList({ headers: fields.map(headerOf), rows: rows.map((row) => fields.map((id) => row[id])) }),
    inputs: openInputs(said),
  };
}

/** Help for the first row. */
export function helpFor(first: Cells, given: CasesGiven = {}): Help | string {
  const { list, inputs } = casesWith(first, given);
  return allocationHelp(list, inputs, 0);
}

export function helpOrFail(first: Cells, given: CasesGiven = {}): Help {
  const help = helpFor(first, given);
  if (typeof help === "string") throw new Error(help);
  return help;
}

export const namesIn = ({ groups }: Help, may: May): string[] => groups[may].map(({ name }) => name);

export function optionFor(name: string, first: Cells, given: CasesGiven = {}): Option {
  const { groups } = helpOrFail(first, given);
  const option = Object.values(groups)
    .flat()
    .find((one) => one.name === name);
  if (!option) throw new Error(`${name} is not listed.`);
  return option;
}
