import { isJsonObject, isText } from "../json.ts";

const CLOSED =
  "You were not signed in: the sign-in window was closed. Sign in again when you are ready, with your council's own Microsoft account.";
const CONSENT =
  "Your council has not consented to this add-in yet. Ask your IT department, which can do so for everybody at once.";
const NOT_ALLOWED =
  "You were not signed in: Microsoft was not allowed to let this add-in know who you are. Sign in again and accept; where only an administrator may, ask your IT department.";
const SECOND_STEP =
  "Your council asks for a second step at sign-in (multi-factor authentication), and it was not completed. Sign in again and complete it. If you cannot, ask your IT department.";
const PLACE = "Your council's rules do not allow signing in from this device or place. Ask your IT department.";
const ANOTHER_TENANT =
  "That account does not belong to your council. Sign in again with your council's own Microsoft account.";
const UNREACHABLE = "Microsoft's sign-in cannot be reached. Try again when you are online.";

/** By the error of OAuth or of Microsoft's client. */
const BY_CODE: readonly (readonly [code: string, sentence: string])[] = [
  ["user_cancelled", CLOSED],
  // The same, said by Excel's own broker.
  ["user_canceled", CLOSED],
  ["access_denied", NOT_ALLOWED],
  ["consent_required", CONSENT],
  ["no_network_connectivity", UNREACHABLE],
  ["post_request_failed", UNREACHABLE],
  ["get_request_failed", UNREACHABLE],
  ["timed_out", "The sign-in was not finished in time. Sign in again when you are ready."],
];

/** By Entra's own number. Microsoft may change these, so they only make a sentence clearer that there is anyway. */
const BY_NUMBER: readonly (readonly [sentence: string, ...numbers: readonly number[]])[] = [
  [CONSENT, 65001, 90094, 90095],
  [NOT_ALLOWED, 65004],
  [SECOND_STEP, 50072, 50074, 50076, 50079, 50158],
  [PLACE, 53000, 53001, 53002, 53003],
  [ANOTHER_TENANT, 50020, 50034, 90072],
  ["Your account has not been given this add-in. Ask your IT department to assign it to you.", 50105],
];

const SENTENCES = new Map<string, string>([
  ...BY_CODE,
  ...BY_NUMBER.flatMap(([sentence, ...numbers]) => numbers.map((number) => [`AADSTS${number}`, sentence] as const)),
]);

const isPlain = (key: string): boolean => /^\w{1,60}$/.test(key);

export const codeOf = (error: unknown): string =>
  isJsonObject(error) && isText(error.errorCode) ? error.errorCode : "";

/** What names a refusal best: Entra's number, such as "AADSTS65001", or the error's code. */
export function refusalOf(error: unknown): string {
  const number = error instanceof Error ? /\bAADSTS\d{4,7}\b/.exec(error.message)?.[0] : undefined;
  const code = codeOf(error);
  return number !== undefined && (SENTENCES.has(number) || !SENTENCES.has(code)) ? number : code;
}

/** What the person is told of it, and what to do. */
export const sentenceFor = (refusal: string): string =>
  SENTENCES.get(refusal) ??
  `Microsoft did not sign you in${isPlain(refusal) ? ` (${refusal})` : ""}. Try again; if it happens again, tell your IT department what this says.`;
