import { fieldOf, type FieldId, type Kind } from "../fields.ts";
import { contentOf, type ColumnContent } from "./column-content.ts";
import type { Suggest } from "../headers.ts";
import type { Cell } from "../read.ts";

/** Words of a header that speak for a field, as people shorten them. */
const HINTS: Partial<Readonly<Record<FieldId, RegExp>>> = {
  childRef:
    /\b(ref|reference|id|yp|file|record|person|client|no|num|number|lcs|mosaic|liberi|liquidlogic|swift|case|child)\b/i,
  lead: /\b(alloc|allocated|work|worker|wkr|lead|key|holder|practitioner|fhlp|sw|held)\b/i,
  overseer: /\b(sup|super|supv|supervisor|mgr|manager|oversight|overseen|tm|atm|dtm|ps|line|practice)\b/i,
  leadRole: /\b(role|title|grade|post|designation|sw|swa|qual|qualified)\b/i,
  leadFrom: /\b(alloc|allocated|allocation|held|lead)\b/i,
  statusFrom: /\b(plan|status|cin|cp)\b/i,
  lastSupervision: /\b(sup|supv|superv|supervision|supervised)\b/i,
  reviewMeetingOn: /\bcin\b.*\b(review|meeting|mtg)\b|\b(review|meeting|mtg)\b.*\bcin\b/i,
};

/** Columns about somebody whom no field of ours may name. */
const OF_A_CHILD =
  /\b(child|young|surname|forename|first|last|given|mother|father|mum|dad|parent|carer|sibling|pupil|client|patient|dob|birth|address)\b/i;

const MOST = 0.8;
const HALF = 0.5;
/** So few rows prove nothing by repeating themselves. */
const ENOUGH = 5;

const share = ({ filled }: ColumnContent, count: number): number => (filled === 0 ? 0 : count / filled);

/** Whether the cells may be what a field of this kind holds: none filled contradict nothing. */
function isPossible(kind: Kind, content: ColumnContent): boolean {
  const { filled, dates, numbers, statuses, roles, yesNos, levels, services } = content;
  if (filled === 0) return true;
  const isMostly = (count: number): boolean => share(content, count) >= HALF;
  switch (kind) {
    case "date":
      return isMostly(dates + yesNos);
    case "person":
      return !isMostly(dates + numbers + statuses + roles + yesNos);
    case "team":
      return !isMostly(dates + numbers + statuses + roles + yesNos);
    case "status":
      return isMostly(statuses);
    case "role":
      return isMostly(roles);
    case "number":
      return isMostly(numbers) && !isMostly(dates);
    case "complexity":
      return isMostly(levels);
    case "service":
      return isMostly(services);
    case "yes-no":
      return isMostly(yesNos);
    case "text":
      return !isMostly(dates + statuses + roles);
    case "rules":
    case "filled":
      return true;
  }
}

/** Whether the cells alone, with a word of the header, say what the column is. */
function isShownBy(field: FieldId, header: string, content: ColumnContent): boolean {
  const { dates, statuses, roles, teams, names, references, distinct, filled } = content;
  const isMostly = (count: number): boolean => filled > 0 && share(content, count) >= MOST;
  const isHinted = HINTS[field]?.test(words(header)) ?? false;
  if (field === "status") return isMostly(statuses);
  if (field === "leadRole") return isMostly(roles);
  if (field === "team") return isMostly(teams);
  if (field === "childRef") return isHinted && isMostly(references) && distinct === filled && dates < filled;
  if (fieldOf(field).kind === "date") return isHinted && isMostly(dates);
  // Children's names stand each on a row of its own; those of workers come again and again.
  const isOfWorkers = isHinted || (filled >= ENOUGH && distinct * 2 <= filled);
  return isMostly(names) && !OF_A_CHILD.test(words(header)) && isOfWorkers;
}

/** A header in words: "LastSup", "last_sup" and "Last sup." alike. */
const words = (header: string): string =>
  header.replace(/([\p{Ll}])([\p{Lu}])/gu, "$1 $2").replace(/[^\p{L}\p{N}&]+/gu, " ");

/** The fields that cells can speak for, in the order in which they are thought of. */
const BY_CELLS: readonly FieldId[] = [
  "status",
  "leadRole",
  "team",
  "childRef",
  "lastSupervision",
  "leadFrom",
  "reviewMeetingOn",
  "statusFrom",
];

/**
 * Which field a column may be that no header or alias names: the field whose header is nearest, unless the cells
 * contradict it, else what the cells themselves say. `taken`: fields that have a column. Only ever offered.
 */
function suggestionFor(
  header: string,
  nearest: FieldId | undefined,
  cells: Iterable<Cell>,
  taken: ReadonlySet<FieldId>,
): FieldId | undefined {
  const isFree = (field: FieldId | undefined): field is FieldId => field !== undefined && !taken.has(field);
  const content = contentOf(cells);
  if (isFree(nearest) && isPossible(fieldOf(nearest).kind, content)) return nearest;
  const people: readonly FieldId[] =
    HINTS.overseer?.test(words(header)) === true ? ["overseer", "lead"] : ["lead", "overseer"];
  return [...BY_CELLS, ...people].find((field) => isFree(field) && isShownBy(field, header, content));
}

/** More than these are no short list. */
const MOST_LIKELY = 5;

/** What most lists have, by what their cells hold. */
const COMMON: readonly (readonly [count: "dates" | "names" | "references", fields: readonly FieldId[]])[] = [
  ["dates", ["leadFrom", "lastSupervision", "statusFrom", "reviewMeetingOn"]],
  ["names", ["lead", "overseer", "coWorker", "cover"]],
  ["references", ["childRef", "family"]],
];

/**
 * The fields that a column may well be: what its cells show, then what a word of its header speaks for and its cells do
 * not contradict, then what most lists have of such cells.
 */
export function likelyFields(header: string, content: ColumnContent): readonly FieldId[] {
  const all: readonly FieldId[] = [...BY_CELLS, "lead", "overseer"];
  const shown = all.filter((field) => isShownBy(field, header, content));
  const hinted = all.filter(
    (field) => (HINTS[field]?.test(words(header)) ?? false) && isPossible(fieldOf(field).kind, content),
  );
  const common = COMMON.flatMap(([kind, fields]) => (share(content, content[kind]) >= HALF ? fields : []));
  return [...new Set([...shown, ...hinted, ...common])].slice(0, MOST_LIKELY);
}

/** What the columns of a list may be, by their headers and the cells below them. */
export const suggestedBy =
  (rows: readonly (readonly Cell[])[]): Suggest<FieldId> =>
  (header, near, column, taken) =>
    suggestionFor(
      header,
      near,
      rows.map((cells) => cells[column]),
      taken,
    );
