/** Signing in with Microsoft outside Excel, as a script of its own (entra.js): Microsoft's client is loaded only where it is used. */
import { createStandardPublicClientApplication } from "@azure/msal-browser";
import { pageClock } from "../clock.ts";
import { configuration } from "../sign-in/application.ts";
import { entraSignIn } from "../sign-in/entra.ts";
import type { EntraSettings } from "../page-settings.ts";
import { SignInProblem, type SignIn } from "../sign-in/sign-in.ts";
import { noticingClosed } from "./window.ts";

const SIGNED_IN_PAGE = "signed-in.html";

const NO_WINDOW = "The sign-in window did not open. Allow pop-ups for this page, then try again.";

/** `page`: the address that signed-in.html stands beside. */
export function openEntra(settings: EntraSettings, page: string): SignIn {
  const signedInPage = new URL(SIGNED_IN_PAGE, page).href;
  return entraSignIn({
    settings,
    dialogPage: signedInPage,
    clock: pageClock,
    // There is no Excel here: nobody's account is known beforehand, and there is no dialog but the window.
    host: { loginHint: () => Promise.resolve(undefined), dialog: () => Promise.reject(new SignInProblem(NO_WINDOW)) },
    open: async () => ({
      client: noticingClosed(
        await createStandardPublicClientApplication(configuration(settings, signedInPage, "memoryStorage")),
        pageClock,
      ),
      asks: "window",
    }),
  });
}
