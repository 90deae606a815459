import { parseIso } from "../dates.ts";
import { FIELD_IDS, type FieldId } from "../fields.ts";
import { REGISTER_FIELD_IDS, type RegisterField } from "../register-fields.ts";
import { STATUS_CODES, type StatusCode } from "../status.ts";
import {
  NO_READING_CHOICES,
  type Belonging,
  type ListChoice,
  type ReadingChoices,
  type TrialAnswer,
} from "./choices.ts";

/** The key under which a workbook keeps what was chosen, in the settings that add-ins have in it. */
export const CHOICES_KEY = "LeadProfessional";

export const CHOICES_VERSION = 1;

/** What a workbook's settings hold of choices, as far as it can be used. */
export interface KeptChoices {
  readonly choices: ReadingChoices;
  /** What could not be used, as a sentence. */
  readonly problem: string | undefined;
  /** Parts that are no choices about reading: of others, or of a later version. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const NEWER =
  "The choices kept in this workbook were written by a newer version of Lead Professional, so they are not used here. Update the add-in, or choose again.";
const UNUSABLE =
  "The choices kept in this workbook could not be read, so they are not used. Choose columns, teams and roles again.";
export const PARTLY =
  "Some of the choices kept in this workbook could not be read, so they are not used. Look at the columns, teams and roles once more.";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === "string";
const isOneOf =
  <T>(...known: readonly (readonly T[])[]) =>
  (value: unknown): value is T =>
    known.flat().includes(value as T);
const isField = isOneOf<FieldId | null>(FIELD_IDS, [null]);
const isRegisterField = isOneOf<RegisterField | null>(REGISTER_FIELD_IDS, [null]);
const isStatus = isOneOf<StatusCode>(STATUS_CODES);
const isBelonging = isOneOf<Belonging>(["together", "apart"]);

function isTrial(value: unknown): value is TrialAnswer {
  if (!isRecord(value)) return false;
  const { kind, end } = value;
  return kind === "ended" || kind === "adopted" || (kind === "extended" && isText(end) && parseIso(end) !== undefined);
}

function isListChoice(value: unknown): value is ListChoice {
  if (!isRecord(value)) return false;
  const { status, team, headerRow, isList } = value;
  return (
    (status === undefined || isStatus(status)) &&
    (team === undefined || isText(team)) &&
    (headerRow === undefined || (Number.isInteger(headerRow) && Number(headerRow) > 0)) &&
    (isList === undefined || isList === false)
  );
}

/** Reads parts of what was kept one by one: one that cannot be used takes none of the others with it. */
export class KeptParts {
  /** Whether everything read so far could be used. */
  isWhole = true;
  readonly #kept: Readonly<Record<string, unknown>>;

  constructor(kept: Readonly<Record<string, unknown>>) {
    this.#kept = kept;
  }

  record<T>(key: string, isUsable: (value: unknown) => value is T): Readonly<Record<string, T>> | undefined {
    const value = this.#kept[key];
    if (value === undefined) return undefined;
    const entries = Object.entries(isRecord(value) ? value : {});
    const usable = entries.filter((entry): entry is [string, T] => isUsable(entry[1]));
    if (!isRecord(value) || usable.length < entries.length) this.isWhole = false;
    return Object.fromEntries(usable);
  }

  one<T>(key: string, isUsable: (value: unknown) => value is T): T | undefined {
    const value = this.#kept[key];
    if (value === undefined || isUsable(value)) return value;
    this.isWhole = false;
    return undefined;
  }
}

const KEYS = ["version", "columns", "teams", "roles", "statuses", "registerColumns", "lists", "belonging", "trial"];

/** Reads what a workbook keeps. */
export function readChoices(text: unknown): KeptChoices {
  const none = (problem: string | undefined): KeptChoices => ({ choices: NO_READING_CHOICES, problem, rest: {} });
  if (text === undefined || text === null || text === "") return none(undefined);
  let kept: unknown;
  try {
    kept = isText(text) ? JSON.parse(text) : text;
  } catch {
    return none(UNUSABLE);
  }
  if (!isRecord(kept)) return none(UNUSABLE);
  if (kept.version !== CHOICES_VERSION)
    return none(typeof kept.version === "number" && kept.version > CHOICES_VERSION ? NEWER : UNUSABLE);

  const parts = new KeptParts(kept);
  const statuses = parts.record("statuses", isStatus);
  const registerColumns = parts.record("registerColumns", isRegisterField);
  const lists = parts.record("lists", isListChoice);
  const belonging = parts.one("belonging", isBelonging);
  const trial = parts.one("trial", isTrial);
  const choices: ReadingChoices = {
    columns: parts.record("columns", isField) ?? {},
    teams: parts.record("teams", isText) ?? {},
    roles: parts.record("roles", isText) ?? {},
    ...(statuses && { statuses }),
    ...(registerColumns && { registerColumns }),
    ...(lists && { lists }),
    ...(belonging && { belonging }),
    ...(trial && { trial }),
  };
  const rest = Object.fromEntries(Object.entries(kept).filter(([key]) => !KEYS.includes(key)));
  return { choices, problem: parts.isWhole ? undefined : PARTLY, rest };
}
