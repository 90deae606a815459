import { NotAnswered } from "./api.ts";
import { Unanswered } from "../../client/unanswered.ts";

export const NO_SERVICE = "This add-in was set up without a council's service.";

/** What a look-up that failed says in its cell; `what` completes "Sign in … to". */
export const failureOf =
  (what: string, hasService: () => boolean) =>
  (error: unknown): NotAnswered => {
    if (error instanceof NotAnswered) return error;
    const why = error instanceof Unanswered ? error.why : "fault";
    if (why === "signed-out")
      return new NotAnswered(hasService() ? `Sign in in the Lead Professional pane to ${what}.` : NO_SERVICE);
    if (why === "offline")
      return new NotAnswered("The council's service cannot be reached. Calculate the cell again when it is back.");
    return new NotAnswered(
      error instanceof Unanswered
        ? error.message
        : "A fault of this add-in kept the council's service from being asked. Close and open the pane.",
    );
  };
