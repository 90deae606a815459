import type { SentPractitioner, StoredPractitioner } from "../../../functions/people/register.ts";
import { REGISTER_FIELDS } from "../../../rules/register-fields.ts";
import { isListOf, isJsonObject, isText } from "../../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";

export type { SentPractitioner } from "../../../functions/people/register.ts";

/** A practitioner as the service keeps them, with the tag that a change has to name. */
export type RegisterEntry = StoredPractitioner & { readonly etag: string };

/** What is kept of a practitioner beside their training. */
export const PARTICULARS = [
  "name",
  "role",
  "team",
  "registration",
  "registeredTo",
  "level",
  "signedOffOn",
  "caseLimit",
  "protectedTime",
  "absentFrom",
  "absentTo",
] as const satisfies readonly (keyof SentPractitioner & keyof typeof REGISTER_FIELDS)[];

export type Particular = (typeof PARTICULARS)[number];

export const labelOf = (particular: Particular): string => REGISTER_FIELDS[particular].header;

const isTraining = (value: unknown): boolean => isJsonObject(value) && isText(value.course);
const isEntry = (item: unknown): item is RegisterEntry =>
  isJsonObject(item) &&
  [item.id, item.name, item.role, item.team, item.etag].every(isText) &&
  (item.training === undefined || isListOf(item.training, (one): one is unknown => isTraining(one)));

export function readEntries(items: readonly unknown[]): readonly RegisterEntry[] {
  if (isListOf(items, isEntry)) return items;
  throw new ServiceError("failed", UNREADABLE_ANSWER);
}

/** Without what is undefined and without what only the service adds: what is sent to change somebody. */
export function sendable(person: SentPractitioner): SentPractitioner {
  const training = (person.training ?? []).filter(
    ({ completedOn, bookedFor }) => completedOn !== undefined || bookedFor !== undefined,
  );
  const particulars = PARTICULARS.map((key) => [key, person[key]] as const).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(particulars) as unknown as SentPractitioner),
    ...(training.length > 0 ? { training } : {}),
  };
}
