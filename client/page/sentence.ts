import { SignInProblem } from "../sign-in/sign-in.ts";
import { Unanswered } from "../unanswered.ts";

/** What a failure says to the person; `otherwise` for one that nobody foresaw. */
export const sentenceOf = (error: unknown, otherwise: string): string =>
  error instanceof Unanswered || error instanceof SignInProblem ? error.message : otherwise;
