import { isJsonObject, isText } from "../json.ts";
import { sentenceFor } from "./refusals.ts";
import { SignInProblem } from "./sign-in.ts";

/** The token that a dialog brought. */
export interface FromDialog {
  readonly token: string;
  /** In milliseconds since 1970. */
  readonly until: number;
  /** Whose it is, so that it can be renewed for them. */
  readonly username: string | undefined;
  /** It could not be renewed: it is used to its end. */
  readonly isLast?: boolean;
}

/** Reads what the dialog's page said; throws a `SignInProblem` where that is no token. */
export function fromDialog(message: string): FromDialog {
  let said: unknown;
  try {
    said = JSON.parse(message);
  } catch {
    said = undefined;
  }
  if (isJsonObject(said) && isText(said.token) && typeof said.until === "number")
    return { token: said.token, until: said.until, username: isText(said.username) ? said.username : undefined };
  throw new SignInProblem(sentenceFor(isJsonObject(said) && isText(said.failed) ? said.failed : ""));
}
