import { logErrorMessage } from "office-addin-cli";

/** Says on stderr what went wrong, as Microsoft's own tools do: "Error: " and the sentence. */
export function logError(error: unknown): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- by the wrong tag they say that a parameter of it is gone
  logErrorMessage(error);
}
