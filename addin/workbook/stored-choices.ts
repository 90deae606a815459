import { isReceipt, receiptFrom } from "../../client/snapshots.ts";
import { CHOICES_VERSION, isText, KeptParts, PARTLY, readChoices } from "../../rules/workbook/kept-choices.ts";
import { NO_CHOICES, type Choices } from "./choices.ts";

/** What the workbook's settings hold of the manager's choices, as far as it can be used. */
export interface StoredChoices {
  readonly choices: Choices;
  /** What could not be used, as a sentence. */
  readonly problem: string | undefined;
  /** Parts that this version does not know: they are written back as they were. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** What the add-in keeps besides what bears on how a workbook is read. */
const OWN: readonly string[] = ["marks", "receipts", "unsent"];

const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Reads what was stored, part by part: one that cannot be used takes none of the others with it. */
export function parseChoices(text: unknown): StoredChoices {
  const { choices, problem, rest } = readChoices(text);
  const parts = new KeptParts(rest);
  const kept = parts.one("receipts", isList);
  const receipts = kept?.filter(isReceipt).map(receiptFrom);
  const unsent = parts.record("unsent", isText);
  const own = {
    marks: parts.record("marks", isIds) ?? NO_CHOICES.marks,
    ...(rest.receipts !== undefined && { receipts: receipts ?? [] }),
    ...(unsent && { unsent }),
  };
  const isWhole = parts.isWhole && receipts?.length === kept?.length;
  return {
    choices: { ...choices, ...own },
    problem: problem ?? (isWhole ? undefined : PARTLY),
    unknown: Object.fromEntries(Object.entries(rest).filter(([key]) => !OWN.includes(key))),
  };
}

export const writtenChoices = (choices: Choices, unknown: StoredChoices["unknown"]): string =>
  JSON.stringify({ ...unknown, version: CHOICES_VERSION, ...choices });
