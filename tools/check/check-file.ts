import { POLICIES } from "../../rules/policies/index.ts";
import { textOf } from "../../rules/read.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import type { Workbook } from "../../xlsx/workbook.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Finding } from "../../rules/finding.ts";
import {
  checkWorkbook,
  type CheckedList,
  type CheckedWorkbook,
  type CheckRequest,
} from "../../rules/workbook/check-workbook.ts";
import { Refusal } from "./arguments.ts";
import { contentsOf } from "./contents.ts";
import { noList } from "./no-list.ts";

/** A workbook that was checked: one list or more. */
export interface CheckedFile extends CheckedWorkbook {
  readonly lists: readonly CheckedList[];
}

/** Checks every list of allocations in a workbook; throws a `Refusal` for what cannot be checked. */
export function checkFile(workbook: Workbook, request: CheckRequest): CheckedFile {
  const { contents, problem } = contentsOf(workbook);
  const checked = checkWorkbook(contents, request);
  const { inputs, lists, found, problems } = checked;
  if (inputs.refusal !== undefined)
    throw new Refusal(`${inputs.refusal} Correct it (Formulas > Name Manager in Excel), or give --as-of DATE instead.`);
  if (inputs.from.policy === "unknown")
    throw new Refusal(
      `The workbook's name LP_Policy names a policy that does not ship with this program. Give --policy ID instead: ${POLICIES.map(({ id }) => id).join(", ")}.`,
    );
  if (!lists || lists.length === 0) throw new Refusal(noList(found));
  return { ...checked, lists, problems: problem === undefined ? problems : [problem, ...problems] };
}

/** The cell that a finding is about, such as "G12"; the row's child ref where the sheet lacks the column. */
export function cellOf(
  { list: { allocations } }: CheckedList,
  index: number,
  { fields }: Pick<Finding, "fields">,
): string {
  const { mapping, left, rowNumbers } = allocations;
  const field = [...fields, "childRef" as FieldId].find((id) => mapping.columns.has(id));
  const column = field === undefined ? 0 : (mapping.columns.get(field) ?? 0);
  return cellAddress((rowNumbers[index] ?? 1) - 1, left + column);
}

export function childRefOf({ list: { allocations } }: CheckedList, index: number): string {
  const column = allocations.mapping.columns.get("childRef");
  return column === undefined ? "" : textOf(allocations.rows[index]?.[column]);
}
