import { headerOf, type FieldId } from "../../../rules/fields.ts";
import type { StatusCode } from "../../../rules/status.ts";
import { fold, list as inWords } from "../../../rules/text.ts";
import type { CandidateColumn } from "../../../rules/workbook/candidate-columns.ts";
import type { HeaderCandidate } from "../../../rules/workbook/header-question.ts";
import type { ColumnAnswer } from "../../model/column-answer.ts";
import type { ColumnTask } from "./task.ts";

/** What has been chosen so far and not yet kept. */
export interface Draft {
  /** The row of headers; undefined for the likeliest. */
  readonly row?: number;
  /** Row of headers -> column -> the field chosen for it, or null for "not read". */
  readonly fields: Readonly<Record<number, Readonly<Record<number, FieldId | null>>>>;
  readonly status?: StatusCode | undefined;
  readonly team?: string | undefined;
}

/** Before anything was chosen anew. */
export const firstDraft = ({ kept }: ColumnTask): Draft => ({ fields: {}, status: kept?.status, team: kept?.team });

export const candidateIn = ({ candidates }: ColumnTask, { row }: Draft): HeaderCandidate | undefined =>
  candidates.find((one) => one.row === row) ?? candidates[0];

/** What a column is to be read as, with who says so. */
export interface Reading {
  readonly column: CandidateColumn;
  readonly field: FieldId | undefined;
  readonly by: "header" | "suggestion" | "person" | "nobody";
  /** An earlier column with the very same header, which cannot be told from this one. */
  readonly sameAs: CandidateColumn | undefined;
}

/** What each column is to be read as; `kept`: what the workbook has of earlier choices, by header. */
export function readings(
  { row, columns }: HeaderCandidate,
  draft: Draft,
  kept: Readonly<Record<string, FieldId | null>>,
): readonly Reading[] {
  const chosen = draft.fields[row] ?? {};
  const decided = new Set(Object.keys(kept).map(fold));
  return columns.map((column): Reading => {
    const said = chosen[column.column];
    const sameAs = columns.find((one) => one.column < column.column && fold(one.header) === fold(column.header));
    if (sameAs) return { column, field: undefined, by: "nobody", sameAs };
    if (said !== undefined) return { column, field: said ?? undefined, by: "person", sameAs };
    if (decided.has(fold(column.header))) return { column, field: column.field, by: "person", sameAs };
    if (column.field) return { column, field: column.field, by: "header", sameAs };
    return { column, field: column.suggestion, by: column.suggestion ? "suggestion" : "nobody", sameAs };
  });
}

export function withField(draft: Draft, row: number, column: number, field: FieldId | null): Draft {
  return { ...draft, fields: { ...draft.fields, [row]: { ...draft.fields[row], [column]: field } } };
}

export const isUnmapped = ({ field, by, sameAs }: Reading): boolean =>
  field === undefined && by === "nobody" && sameAs === undefined;

/** The columns beside one that are to be read as the same field. */
export const alsoReadAs = (reading: Reading, all: readonly Reading[]): readonly Reading[] =>
  reading.field === undefined ? [] : all.filter((one) => one !== reading && one.field === reading.field);

/** Why what was chosen cannot be used yet, as a sentence. */
export function problemWith(all: readonly Reading[]): string | undefined {
  const double = all.find((one) => alsoReadAs(one, all).length > 0);
  if (double?.field) {
    const headers = all.filter(({ field }) => field === double.field).map(({ column }) => `'${column.header}'`);
    return `${inWords(headers)} are to be read as '${headerOf(double.field)}'. Only one column can be: choose another for the rest, or 'Not read'.`;
  }
  if (all.some(({ field }) => field === "childRef" || field === "lead")) return undefined;
  return "Say which column is the child ref or the lead professional: without either, nobody can tell what a row is about.";
}

/** What is kept of the choices: every decision, and nothing of what headers say by themselves. */
export function answerOf(
  task: ColumnTask,
  candidate: HeaderCandidate,
  draft: Draft,
  all: readonly Reading[],
): ColumnAnswer {
  const decided = all.filter(
    ({ column, field, by, sameAs }) =>
      sameAs === undefined && (field !== column.field || (by === "person" && column.field === undefined)),
  );
  const has = (field: FieldId): boolean => all.some((one) => one.field === field);
  return {
    place: task.place,
    columns: new Map(decided.map(({ column, field }) => [column.header, field ?? null])),
    list: {
      headerRow: candidate.row,
      ...(draft.status !== undefined && !has("status") && { status: draft.status }),
      ...(draft.team !== undefined && !has("team") && { team: draft.team }),
    },
  };
}
