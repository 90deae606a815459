import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";

/** How long to go on trying: so many times, and no longer than so many milliseconds in all. */
export interface RetryLimits {
  readonly attempts: number;
  readonly milliseconds: number;
}

export const RETRY_LIMITS: RetryLimits = { attempts: 8, milliseconds: 8000 };

const FIRST_WAIT = 25;
const LONGEST_WAIT = 1000;

/** A condition did not hold. Doubtful: an earlier attempt went unanswered, and may be why it no longer holds. */
export interface ConditionFailure {
  readonly isRefused: true;
  readonly isDoubtful: boolean;
}
export type Outcome<T> = ConditionFailure | { readonly isRefused: false; readonly answer: T };

type Fault = "refused" | "throttled" | "unsigned" | "unanswered" | "final";

/** Refused before anything was done, because of how much there is to do, or of a write of the same item elsewhere. */
const THROTTLED = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "ReplicatedWriteConflictException",
]);
/**
 * Refused before anything was done, because of the signature: a function that was frozen wakes with a request that was signed
 * too long ago, with a clock that is behind, or with credentials that have ended. The client has put its clock right by the
 * answer, and signs anew. Credentials that are wrong get the same answer, so this is not gone on with for long.
 */
const UNSIGNED = new Set([
  "InvalidSignatureException",
  "RequestExpired",
  "RequestTimeTooSkewed",
  "ExpiredTokenException",
  "ExpiredToken",
]);
const MOST_SIGNATURES = 3;
const UNANSWERED = new Set([
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "AbortError",
  "ECONNRESET",
  "ECONNREFUSED",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

interface FaultDetails {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly attempts?: number; readonly httpStatusCode?: number };
}

const detailsOf = (error: unknown): FaultDetails => (typeof error === "object" && error !== null ? error : {});

function kindOf({ name, code, $metadata }: FaultDetails): Fault {
  const names = [name, code].filter((word) => typeof word === "string");
  if (names.includes("ConditionalCheckFailedException")) return "refused";
  if (names.some((word) => THROTTLED.has(word))) return "throttled";
  if (names.some((word) => UNSIGNED.has(word))) return "unsigned";
  return names.some((word) => UNANSWERED.has(word)) || ($metadata?.httpStatusCode ?? 0) >= 500 ? "unanswered" : "final";
}

const codeOf = ({ name, code }: FaultDetails): string =>
  typeof code === "string" ? code : typeof name === "string" ? name : "unknown";

/** Sends until there is an answer, waiting at random between attempts so that many callers do not come back at once. */
export async function retry<T>(send: () => Promise<T>, log: Log, patience: RetryLimits): Promise<Outcome<T>> {
  const deadline = performance.now() + patience.milliseconds;
  let isDoubtful = false;
  let signatures = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { isRefused: false, answer: await send() };
    } catch (error) {
      const fault = detailsOf(error);
      const kind = kindOf(fault);
      // A client that tries again by itself may have hidden an attempt that took place.
      isDoubtful ||= kind === "unanswered" || (fault.$metadata?.attempts ?? 1) > 1;
      if (kind === "refused") return { isRefused: true, isDoubtful };
      if (kind === "unsigned") signatures += 1;
      const wait = Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
      const isOver =
        attempt >= patience.attempts || signatures >= MOST_SIGNATURES || performance.now() + wait > deadline;
      if (kind === "final" || isOver) throw error;
      log("throttled", { code: codeOf(fault), count: attempt });
      await sleep(wait);
    }
  }
}
