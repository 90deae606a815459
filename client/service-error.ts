/**
 * Why the service gave no answer: nobody is signed in, it could not be reached, it answered with a fault, or it
 * refused what was asked. The message is a sentence for the person, without any data.
 */
export class ServiceError extends Error {
  readonly why: "signed-out" | "offline" | "failed" | "refused";

  /** Where in what was asked the refusal lies, such as "rows[3].lead". */
  readonly paths: readonly string[];

  /** The HTTP status of a refusal. */
  readonly status: number | undefined;

  /** What is wrong, one by one, where the service lists it. */
  readonly sentences: readonly string[];

  constructor(
    why: ServiceError["why"],
    sentence: string,
    paths: readonly string[] = [],
    status?: number,
    sentences: readonly string[] = [],
  ) {
    super(sentence);
    this.name = "ServiceError";
    this.why = why;
    this.paths = paths;
    this.status = status;
    this.sentences = sentences;
  }
}

export const OFFLINE = "The council's service cannot be reached. It is asked again by itself.";
export const SIGNED_OUT = "You are signed out of the council's service. Sign in again to go on checking with it.";
export const UNREADABLE_ANSWER =
  "The council's service gave an answer that cannot be read. If this goes on, tell whoever administers it.";
