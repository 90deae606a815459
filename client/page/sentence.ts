import { isSignInProblem } from "../sign-in/sign-in.ts";
import { ServiceError } from "../service-error.ts";

/** What a failure says to the person; `otherwise` for one that nobody foresaw. */
export const sentenceOf = (error: unknown, otherwise: string): string =>
  error instanceof ServiceError || isSignInProblem(error) ? error.message : otherwise;
