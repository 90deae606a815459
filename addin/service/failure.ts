import { DisplayError } from "./service.ts";
import { ServiceError } from "../../client/service-error.ts";

export const NO_SERVICE = "This add-in was set up without a council's service.";

/** For whatever nobody foresaw. */
export const FAULT = "A fault of this add-in kept the council's service from being asked. Close and open the pane.";

/** What a look-up that failed says in its cell; `what` completes "Sign in … to". */
export const failureOf =
  (what: string, hasService: () => boolean) =>
  (error: unknown): DisplayError => {
    if (error instanceof DisplayError) return error;
    const why = error instanceof ServiceError ? error.why : "fault";
    if (why === "signed-out")
      return new DisplayError(hasService() ? `Sign in in the Lead Professional pane to ${what}.` : NO_SERVICE);
    if (why === "offline")
      return new DisplayError("The council's service cannot be reached. Calculate the cell again when it is back.");
    return new DisplayError(error instanceof ServiceError ? error.message : FAULT);
  };
