import type { CheckedRow } from "../../rules/check.ts";
import { SHOWN_AS } from "../../rules/finding.ts";

/** A row as LP.CHECK shows it; "" for a blank row. */
export const checkText = (row: CheckedRow | undefined): string => (row ? SHOWN_AS[row.verdict] : "");

/** A row as LP.WHY shows it: a line for each finding. */
export const whyText = (row: CheckedRow | undefined): string =>
  (row?.findings ?? []).map(({ rule, message, nextStep }) => `${rule}: ${message} Next: ${nextStep}`).join("\n");
