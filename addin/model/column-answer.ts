import type { FieldId } from "../../rules/fields.ts";
import { fold } from "../../rules/text.ts";
import type { ListChoice } from "../../rules/workbook/choices.ts";
import type { Choices } from "../workbook/choices.ts";

/** What a manager has said of the columns of one list. */
export interface ColumnAnswer {
  /** What it is kept under; see `placeOf`. */
  readonly place: string;
  /** Header -> the field it is, or null for "not read". */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  /** What was said of the list as a whole. */
  readonly list: ListChoice;
}

/** Choices with an answer: what was chosen for headers of other lists stays. */
export function withAnswer(choices: Choices, { place, columns, list }: ColumnAnswer): Choices {
  const answered = new Set([...columns.keys()].map(fold));
  const others = Object.entries(choices.columns).filter(([header]) => !answered.has(fold(header)));
  return {
    ...choices,
    columns: { ...Object.fromEntries(others), ...Object.fromEntries(columns) },
    lists: { ...choices.lists, [place]: list },
  };
}

/** Choices with something said to be no list of cases; its columns stay as they were chosen. */
export const withoutList = (choices: Choices, place: string, headerRow: number | undefined): Choices => ({
  ...choices,
  lists: { ...choices.lists, [place]: { isList: false, ...(headerRow !== undefined && { headerRow }) } },
});

/** Choices in which whatever was said to be no list is asked about again. */
export function withListAgain(choices: Choices, place: string): Choices {
  const lists = Object.entries(choices.lists ?? {}).filter(([known]) => known !== place);
  return { ...choices, lists: Object.fromEntries(lists) };
}
