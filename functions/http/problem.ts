import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A request that is refused: a sentence that a manager can act on, and the paths it is about; never a value. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly paths: readonly string[];
  /** Further members of the problem document (numbers, part lists), never data. */
  readonly more: Readonly<Record<string, unknown>>;
  /** Headers that go with the status, such as `Allow` with 405. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    sentence: string,
    paths: readonly string[] = [],
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(sentence);
    this.status = status;
    this.paths = paths;
    this.more = more;
    this.headers = headers;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Not understood",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Not done here",
  409: "In conflict",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Not JSON",
  422: "Cannot be used",
  428: "Version needed",
  429: "Too many",
  500: "Our fault",
  503: "Busy",
  504: "Too slow",
};

/** An RFC 9457 problem document. */
export function problem(c: Context, { status, message, paths, more, headers }: Refusal, requestId: string): Response {
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Refused",
    status,
    detail: message,
    ...(paths.length > 0 ? { paths } : {}),
    requestId,
    ...more,
  };
  return c.body(JSON.stringify(body), status, { ...headers, "content-type": "application/problem+json" });
}

/** What the table's client calls it when asked to wait, or when it cannot be reached. Names only: messages vary between engines. */
const BUSY = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "Throttling",
  "RequestLimitExceeded",
  "TooManyRequestsException",
  "LimitExceededException",
  "InternalServerError",
  "ServiceUnavailable",
  "TransactionConflictException",
  "ReplicatedWriteConflictException",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestTimeTooSkewed",
  "ExpiredTokenException",
  "ExpiredToken",
  "TimeoutError",
  "UncertainWrite",
]);

export const busy = (): Refusal =>
  new Refusal(503, "The service is busy. Wait a moment, then try again.", [], {}, { "retry-after": "2" });

/** What the person is told of anything that was thrown: of a fault of ours, nothing but the request id. */
export function refusalOf(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  // Hono's validator throws this for a body that does not parse; its message may quote the body.
  if (error instanceof HTTPException && error.status === 400) {
    return new Refusal(400, "The body is not JSON that can be read. Send one JSON value in UTF-8.");
  }
  if (BUSY.has(error.name)) return busy();
  if (error.name === "BadCursor")
    return new Refusal(422, "The list cannot go on from there. Begin it again.", ["after"]);
  return new Refusal(
    500,
    "Something went wrong on our side. Try again; if it happens again, give whoever administers the service this request id.",
  );
}
