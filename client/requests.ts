import type { CircuitBreaker } from "./circuit-breaker.ts";
import { pause, roughly, SECOND, within, type Clock } from "./clock.ts";
import { isListOf, isJsonObject, isText } from "./json.ts";
import { isSignInProblem, type Fetch, type SignIn, type SignInProblem } from "./sign-in/sign-in.ts";
import { OFFLINE, SIGNED_OUT, ServiceError, UNREADABLE_ANSWER } from "./service-error.ts";

export interface ServiceRequest {
  readonly method: "GET" | "POST" | "PUT";
  /** Below the service's address, such as "/me". No path or query ever names a child. */
  readonly path: string;
  readonly body?: unknown;
  /** What is held already: the answer is then "not changed" (304) where it still stands. */
  readonly etag?: string | undefined;
  /** The tag of what a change is made to: it is refused (412) where that has changed since. "new" for what must not be there yet. */
  readonly changes?: string | undefined;
  /** Names the request, so that the service does it once however often it is sent. */
  readonly key?: string;
  /** How long an answer may take, in milliseconds, where that is longer than usual. */
  readonly timeout?: number;
}

export interface ServiceResponse {
  readonly isUnchanged: boolean;
  /** Not yet looked at: whoever asked checks its shape. */
  readonly json: unknown;
  readonly etag: string | undefined;
}

export type Ask = (question: ServiceRequest) => Promise<ServiceResponse>;

export interface AskNeeds {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly circuit: CircuitBreaker;
  /** Such as "/api/v1". */
  readonly api: string;
  readonly signIn: SignIn;
  /** Nobody is signed in any more: there is no token, or the service believes none. The sentence says why. */
  readonly expired: (sentence: string) => void;
  /** Changes when the person signs out: an answer that comes after that is nobody's. */
  readonly session: () => number;
}

const TIMEOUT = 10 * SECOND;
const RETRY_AFTER = SECOND / 2;
/** API Gateway slows callers down without saying for how long; its allowance fills up again within a second. */
const RETRY_AFTER_TOO_MANY = 2 * SECOND;
const TOO_MANY = 429;
const LONGEST_RETRY_AFTER = 5 * SECOND;
const NOT_CHANGED = 304;
const NEW = "new";
/** Done, and nothing to say of it. */
const NO_CONTENT = 204;

interface RawResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;
  readonly etag: string | undefined;
  readonly retryAfter: number | undefined;
}

const NO_RESPONSE = Symbol("lost");

/** One request and its whole answer, or `lost` where none comes in time. */
export async function exchange(
  fetch: Fetch,
  clock: Clock,
  address: string,
  init: RequestInit,
  timeout = TIMEOUT,
): Promise<RawResponse | typeof NO_RESPONSE> {
  const given = new AbortController();
  const heard = (async (): Promise<RawResponse> => {
    const response = await fetch(address, { ...init, signal: given.signal, credentials: "omit", cache: "no-store" });
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      ok: response.ok,
      text: await response.text(),
      etag: response.headers.get("etag") ?? undefined,
      retryAfter: Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : undefined,
    };
  })();
  return within(
    clock,
    timeout,
    heard.catch((): typeof NO_RESPONSE => NO_RESPONSE),
    (): typeof NO_RESPONSE => {
      given.abort();
      return NO_RESPONSE;
    },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const LONGEST_SENTENCE = 300;

/** What a problem document says, where it is one: a sentence of the service's own, with the request's id for a fault. */
function sentenceOf({ text, status }: RawResponse): string {
  const problem = jsonOf(text);
  const detail =
    isJsonObject(problem) && isText(problem.detail) && problem.detail.length <= LONGEST_SENTENCE
      ? problem.detail
      : undefined;
  const reference =
    isJsonObject(problem) && isText(problem.requestId) && /^[\w-]{1,64}$/.test(problem.requestId)
      ? ` (Reference ${problem.requestId}.)`
      : "";
  const sentence = detail ?? `The council's service could not do this (${status}). Try again later.`;
  return status >= 500 ? `${sentence}${reference}` : sentence;
}

/** A list of texts that a problem document may hold. */
function listOf({ text }: RawResponse, member: "paths" | "sentences"): readonly string[] {
  const problem = jsonOf(text);
  const list = isJsonObject(problem) ? problem[member] : undefined;
  return isListOf(list, isText) ? list : [];
}

/** The service itself refuses whoever has asked for a whole day's worth, and says when the count starts anew. */
function isOverForToday({ text }: RawResponse): boolean {
  const problem = jsonOf(text);
  return isJsonObject(problem) && isText(problem["startsAnewOn"]);
}

/** How long to wait before the one further try, in milliseconds; undefined where a further try would be no use. */
function waitBefore(heard: RawResponse | typeof NO_RESPONSE, clock: Clock): number | undefined {
  if (heard === NO_RESPONSE) return roughly(clock, RETRY_AFTER);
  const { status, retryAfter } = heard;
  if (status === TOO_MANY && retryAfter === undefined)
    return isOverForToday(heard) ? undefined : roughly(clock, RETRY_AFTER_TOO_MANY);
  const isPassing = status === 502 || status === 503 || status === TOO_MANY;
  if (!isPassing || (retryAfter ?? 0) > LONGEST_RETRY_AFTER) return undefined;
  return Math.max(retryAfter ?? 0, roughly(clock, RETRY_AFTER));
}

/** Asks the service as the person who is signed in. Every failure is an `ServiceError` with a sentence. */
export function createAsk({ fetch, clock, circuit, api, signIn, expired, session }: AskNeeds): Ask {
  const tokenOr = (isFresh: boolean): Promise<string | SignInProblem | typeof NO_RESPONSE | undefined> =>
    within(clock, TIMEOUT, signIn.token(isFresh), (): typeof NO_RESPONSE => NO_RESPONSE).catch((error: unknown) =>
      isSignInProblem(error) ? error : NO_RESPONSE,
    );

  async function attempt(
    { method, path, body, etag, changes, key, timeout }: ServiceRequest,
    isFresh: boolean,
  ): Promise<RawResponse | typeof NO_RESPONSE> {
    const token = await tokenOr(isFresh);
    if (token === NO_RESPONSE) return NO_RESPONSE;
    if (typeof token !== "string") {
      const sentence = token?.message ?? SIGNED_OUT;
      expired(sentence);
      throw new ServiceError("signed-out", sentence);
    }
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(etag === undefined ? {} : { "if-none-match": etag }),
      ...(changes === undefined ? {} : changes === NEW ? { "if-none-match": "*" } : { "if-match": changes }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    };
    return exchange(
      fetch,
      clock,
      `${api}${path}`,
      { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
      timeout,
    );
  }

  /** With the one further try: for a token that is no longer believed, or for a failure that passes. */
  async function withRetry(question: ServiceRequest): Promise<RawResponse | typeof NO_RESPONSE> {
    const first = await attempt(question, false);
    if (first !== NO_RESPONSE && first.status === 401) return attempt(question, true);
    const wait = waitBefore(first, clock);
    if (wait === undefined) return first;
    await pause(clock, wait);
    return circuit.state === "closed" ? attempt(question, false) : first;
  }

  return async (question) => {
    if (circuit.state !== "closed") throw new ServiceError("offline", OFFLINE);
    const began = session();
    const heard = await withRetry(question);
    if (session() !== began) throw new ServiceError("signed-out", SIGNED_OUT);
    if (heard === NO_RESPONSE) {
      circuit.unreachable();
      throw new ServiceError("offline", OFFLINE);
    }
    if (heard.status === 401) {
      expired(SIGNED_OUT);
      throw new ServiceError("signed-out", SIGNED_OUT);
    }
    const isUnchanged = heard.status === NOT_CHANGED;
    const json = heard.ok ? jsonOf(heard.text) : undefined;
    // A page of a hotel's network answers 200 as well, and is no answer.
    if (heard.status >= 500 || (heard.ok && heard.status !== NO_CONTENT && json === undefined)) {
      circuit.fault();
      throw new ServiceError("failed", heard.ok ? UNREADABLE_ANSWER : sentenceOf(heard));
    }
    circuit.success();
    if (!heard.ok && !isUnchanged)
      throw new ServiceError(
        "refused",
        sentenceOf(heard),
        listOf(heard, "paths"),
        heard.status,
        listOf(heard, "sentences"),
      );
    return { isUnchanged, json, etag: heard.etag };
  };
}
