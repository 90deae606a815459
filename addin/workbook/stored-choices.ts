import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { parseIso } from "../../rules/dates.ts";
import { NO_CHOICES, type Choices, type TrialAnswer } from "./choices.ts";
import { isJsonObject, isListOf, isText } from "../../client/json.ts";
import { isReceipt, receiptFrom } from "../../client/snapshots.ts";

const VERSION = 1;

/** What the workbook's settings hold of the manager's choices, as far as it can be used. */
export interface StoredChoices {
  readonly choices: Choices;
  /** What could not be used, as a sentence. */
  readonly problem: string | undefined;
  /** Parts that this version does not know: they are written back as they were. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

const KEYS: readonly string[] = ["version", ...Object.keys(NO_CHOICES), "trial", "receipts", "unsent"];

const NEWER =
  "The choices kept in this workbook were written by a newer version of Lead Professional, so they are not used here. Update the add-in, or choose again.";
const UNUSABLE =
  "The choices kept in this workbook could not be read, so they are not used. Choose columns, teams and roles again.";
const PARTLY =
  "Some of the choices kept in this workbook could not be read, so they are not used. Look at the columns, teams and roles once more.";

const isField = (value: unknown): value is FieldId | null =>
  value === null || (FIELD_IDS as readonly unknown[]).includes(value);
const isIds = (value: unknown): value is readonly string[] => isListOf(value, isText);

function trialOf(value: unknown): TrialAnswer | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind, end } = value;
  if (kind === "ended" || kind === "adopted") return { kind };
  return kind === "extended" && isText(end) && parseIso(end) !== undefined ? { kind, end } : undefined;
}

/** Reads what was stored, part by part: one that cannot be used takes none of the others with it. */
export function parseChoices(text: unknown): StoredChoices {
  const none = (problem: string | undefined): StoredChoices => ({ choices: NO_CHOICES, problem, unknown: {} });
  if (text === undefined || text === null || text === "") return none(undefined);
  let stored: unknown;
  try {
    stored = isText(text) ? JSON.parse(text) : text;
  } catch {
    return none(UNUSABLE);
  }
  if (!isJsonObject(stored)) return none(UNUSABLE);
  if (stored.version !== VERSION)
    return none(typeof stored.version === "number" && stored.version > VERSION ? NEWER : UNUSABLE);

  let isWhole = true;
  const record = <T>(value: unknown, isUsable: (one: unknown) => one is T): Record<string, T> => {
    if (value !== undefined && !isJsonObject(value)) isWhole = false;
    const entries = Object.entries(isJsonObject(value) ? value : {});
    const usable = entries.filter((entry): entry is [string, T] => isUsable(entry[1]));
    if (usable.length < entries.length) isWhole = false;
    return Object.fromEntries(usable);
  };
  const receiptsIn = (value: unknown) => {
    const usable = Array.isArray(value) ? value.filter(isReceipt).map(receiptFrom) : [];
    if (value !== undefined && !(Array.isArray(value) && usable.length === value.length)) isWhole = false;
    return usable;
  };
  const trial = trialOf(stored.trial);
  if (stored.trial !== undefined && !trial) isWhole = false;
  const choices: Choices = {
    columns: record(stored.columns, isField),
    teams: record(stored.teams, isText),
    roles: record(stored.roles, isText),
    marks: record(stored.marks, isIds),
    ...(trial && { trial }),
    ...(stored.receipts !== undefined && { receipts: receiptsIn(stored.receipts) }),
    ...(stored.unsent !== undefined && { unsent: record(stored.unsent, isText) }),
  };
  const unknown = Object.fromEntries(Object.entries(stored).filter(([key]) => !KEYS.includes(key)));
  return { choices, problem: isWhole ? undefined : PARTLY, unknown };
}

export const writtenChoices = (choices: Choices, unknown: StoredChoices["unknown"]): string =>
  JSON.stringify({ ...unknown, version: VERSION, ...choices });
