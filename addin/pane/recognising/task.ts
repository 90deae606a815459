import { candidateOf, type HeaderCandidate, type HeaderQuestion } from "../../../rules/workbook/header-question.ts";
import type { ListChoice } from "../../../rules/workbook/choices.ts";
import { saidOfList } from "../../../rules/workbook/said-of-sheet.ts";
import { mappingOf } from "../../checking/current-check.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import type { WorkbookList } from "../../workbook/workbook.ts";

/** Columns to be looked at: of a list, or of rows that may be one. */
export interface ColumnTask {
  /** What the answer is kept under. */
  readonly place: string;
  readonly sheet: string;
  /** The rows that may name the columns, the likeliest first. */
  readonly candidates: readonly HeaderCandidate[];
  /** Whether "not a list" is said of the one row of headers, and not of the sheet. */
  readonly isOneRow: boolean;
  /** Whether it is checked already, by the columns that are known. */
  readonly isList: boolean;
  /** What was said of it before. */
  readonly kept: ListChoice | undefined;
}

const ofQuestion = ({ sheet, place, candidates, isBesideList }: HeaderQuestion): ColumnTask => ({
  sheet,
  place,
  candidates,
  isOneRow: isBesideList,
  isList: false,
  kept: undefined,
});

const ofList = ({ sheet, place, allocations }: WorkbookList, { inputs, choices }: Where): ColumnTask => ({
  sheet,
  place,
  kept: saidOfList(sheet, place, allocations, choices.value),
  candidates: [
    candidateOf({ ...allocations, mapping: mappingOf({ allocations }, inputs.value) }, inputs.value.date1904),
  ],
  isOneRow: allocations.table === undefined,
  isList: true,
});

export const openTasks = ({ questions }: Pick<PaneModel, "questions">): readonly ColumnTask[] =>
  questions.value.map(ofQuestion);

type Where = Pick<PaneModel, "questions" | "lists" | "inputs" | "choices">;

/** What stands at a place, as it is just now; undefined once it is gone. */
export function taskAt(model: Where, place: string): ColumnTask | undefined {
  const question = openTasks(model).find((task) => task.place === place);
  const list = model.lists.value.find((one) => one.place === place);
  return question ?? (list && ofList(list, model));
}
