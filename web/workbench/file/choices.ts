import type { Kind } from "../../../rules/fields.ts";
import { kentTrial2024 } from "../../../rules/policies/kent-trial-2024.ts";
import { STATUS_CODES, statusLabel } from "../../../rules/status.ts";
import { termsOf } from "../../../rules/terms.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Choices {
  readonly items: readonly string[];
  readonly isKnown: (text: string) => boolean;
}

const TERMS = termsOf(kentTrial2024);

const CHOICES: Partial<Readonly<Record<Kind, Choices>>> = {
  status: {
    items: STATUS_CODES.map((code) => capital(statusLabel(code))),
    isKnown: (text) => TERMS.statuses(text).length === 1,
  },
  role: { items: kentTrial2024.roles.map(({ name }) => name), isKnown: (text) => TERMS.role(text) !== undefined },
  team: {
    items: [...kentTrial2024.trial.teams, ...kentTrial2024.otherTeams].map(({ name }) => name),
    isKnown: (text) => TERMS.team(text) !== undefined,
  },
  "yes-no": { items: ["Yes", "No"], isKnown: (text) => /^[yn]$/i.test(text) },
};

/**
 * What a column offers to choose from: the names of the policy, and the manager's own words for them that stand in the
 * column already. Undefined for a kind of column that is not chosen from a list.
 */
export function choicesOf(kind: Kind | undefined, cells: readonly CellValue[]): readonly string[] | undefined {
  const choices = kind && CHOICES[kind];
  if (!choices) return undefined;
  const own = cells.filter((cell): cell is string => typeof cell === "string" && cell !== "" && choices.isKnown(cell));
  return [...new Set([...choices.items, ...own])];
}
