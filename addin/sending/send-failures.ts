import { ServiceError } from "../../client/service-error.ts";
import { WorkbookProblem } from "../workbook/workbook.ts";
import type { SendState } from "./sender.ts";

export interface SendFailure {
  readonly next: Extract<SendState, { readonly sentence: string }>;
  /** The upload will never be taken as it is. */
  readonly isOver: boolean;
  /** It is to be tried again after a while; otherwise something else will bring it back. */
  readonly isRetried: boolean;
}

const OFFLINE = "The council's service cannot be reached. Sending goes on by itself when it is back.";
const SIGNED_OUT = "Sign in to the council's service: sending then goes on by itself.";
const FAULT = "Sending stopped because of a fault in this add-in. Close and open the pane: it then goes on.";
const TOO_MANY = 429;

const waiting = (sentence: string, isRetried: boolean): SendFailure => ({
  next: { is: "waiting", sentence },
  isOver: false,
  isRetried,
});
const refused = (sentence: string, isOver: boolean): SendFailure => ({
  next: { is: "refused", sentence },
  isOver,
  isRetried: false,
});

/** What becomes of sending after something went wrong. */
export function sendFailureOf(error: unknown): SendFailure {
  if (error instanceof WorkbookProblem) return waiting(error.message, true);
  if (!(error instanceof ServiceError)) return refused(FAULT, false);
  switch (error.why) {
    case "signed-out":
      return waiting(SIGNED_OUT, false);
    case "offline":
      return waiting(OFFLINE, false);
    case "failed":
      return waiting(error.message, true);
    case "refused":
      return error.status === TOO_MANY ? waiting(error.message, true) : refused(error.message, true);
  }
}
