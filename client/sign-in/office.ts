/// <reference types="office-js" />
import { sentenceFor } from "./refusals.ts";
import { SignInProblem } from "./sign-in.ts";

/** What a dialog of Office came to: the message of its page, or why it ended without one. */
export type DialogEnd = { readonly message: string } | { readonly closed: true } | { readonly failed: true };

/** What signing in needs of Office. */
export interface OfficeHost {
  /** Whose Excel it is, so that they need not choose an account. */
  readonly loginHint: () => Promise<string | undefined>;
  readonly dialog: (address: string) => Promise<DialogEnd>;
}

const CLOSED_BY_PERSON = 12006;
/** In per cent of the screen: large enough for Microsoft's sign-in page. */
const SIZE = { height: 60, width: 30 };

export const officeHost: OfficeHost = {
  async loginHint() {
    try {
      return (await Office.auth.getAuthContext()).userPrincipalName;
    } catch {
      // Older hosts do not say; Microsoft then asks which account.
      return undefined;
    }
  },
  dialog: (address) =>
    new Promise((resolve) => {
      Office.context.ui.displayDialogAsync(address, SIZE, ({ status, value: dialog }) => {
        if (status !== Office.AsyncResultStatus.Succeeded) {
          resolve({ failed: true });
          return;
        }
        dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
          // A host that says where a message comes from must say it comes from our own page.
          if (!("message" in message) || (message.origin !== undefined && message.origin !== location.origin)) return;
          dialog.close();
          resolve({ message: message.message });
        });
        dialog.addEventHandler(Office.EventType.DialogEventReceived, (message) => {
          resolve("error" in message && message.error === CLOSED_BY_PERSON ? { closed: true } : { failed: true });
        });
      });
    }),
};

export const DIALOG_PAGE = "dialog.html";
export const RELAY_PAGE = "relay.html";

const NOT_OPENED = new SignInProblem(
  "Excel did not open the sign-in window. Allow pop-ups for this add-in, then try again.",
);

/** The message of a dialog, or the reason why there is none as a sentence. */
export function messageOf(end: DialogEnd): string {
  if ("message" in end) return end.message;
  throw "closed" in end ? new SignInProblem(sentenceFor("user_cancelled")) : NOT_OPENED;
}
