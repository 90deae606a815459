import { FIELDS, FIELD_IDS } from "../../../rules/fields.ts";
import { ServiceError } from "../../../client/service-error.ts";
import type { SentRow } from "./rows.ts";

export interface RefusedRow {
  readonly row: SentRow;
  /** The column's header, where the refusal names one. */
  readonly header: string | undefined;
}

const PATH = /^rows\[(\d+)\](?:\.(\w+))?$/;

/** The rows that a refusal is about. */
export function refusedRows(error: unknown, sent: readonly SentRow[]): readonly RefusedRow[] {
  if (!(error instanceof ServiceError) || error.why !== "refused") return [];
  return error.paths.flatMap((path) => {
    const [, index, key] = PATH.exec(path) ?? [];
    const row = index === undefined ? undefined : sent[Number(index)];
    const field = FIELD_IDS.find((id) => id === key);
    return row ? [{ row, header: field && FIELDS[field].header }] : [];
  });
}

/** The first of them as a sentence: where it is, never what it says. */
export function refusedSentence([first, ...more]: readonly RefusedRow[]): string | undefined {
  if (!first) return undefined;
  const column = first.header === undefined ? "" : ` in the column '${first.header}'`;
  const others = new Set(more.map(({ row }) => row.rowNumber)).size > 0 ? " It is not the only such row." : "";
  return `Row ${first.row.rowNumber} is not checked by the council's service: what stands${column} is too long or of the wrong form. Correct it.${others}`;
}
