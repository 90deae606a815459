import { FIELD_IDS, headerOf, type FieldId } from "../../../rules/fields.ts";
import type { CandidateColumn } from "../../../rules/workbook/candidate-columns.ts";

const byLabel = (a: FieldId, b: FieldId): number => headerOf(a).localeCompare(headerOf(b), "en-GB");

/** Every field by its plain label, in the order of the alphabet. */
const ALL = [...FIELD_IDS].sort(byLabel);

/** What a column may be read as: the likely ones first, then all others. */
export const fieldOptions = ({ likely }: Pick<CandidateColumn, "likely">) => ({
  likely,
  others: ALL.filter((field) => !likely.includes(field)),
});
