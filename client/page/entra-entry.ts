/** Signing in with Microsoft outside Excel, as a script of its own (entra.js): Microsoft's client is loaded only where it is used. */
import { BrowserCacheLocation, createStandardPublicClientApplication } from "@azure/msal-browser";
import { pageClock } from "../clock.ts";
import { entraSignIn } from "../sign-in/entra.ts";
import type { EntraSettings } from "../page-settings.ts";
import { SignInProblem, type SignIn } from "../sign-in/sign-in.ts";

const SIGNED_IN_PAGE = "signed-in.html";

const NO_WINDOW = "The sign-in window did not open. Allow pop-ups for this page, then try again.";

/** `page`: the address that signed-in.html stands beside. */
export function openEntra(settings: EntraSettings, page: string): SignIn {
  const signedInPage = new URL(SIGNED_IN_PAGE, page).href;
  return entraSignIn({
    settings,
    dialogPage: signedInPage,
    clock: pageClock,
    // There is no Excel here: nobody's account is known beforehand, and there is no dialog but the pop-up.
    host: { loginHint: () => Promise.resolve(undefined), dialog: () => Promise.reject(new SignInProblem(NO_WINDOW)) },
    client: () =>
      createStandardPublicClientApplication({
        auth: {
          clientId: settings.clientId,
          authority: `https://login.microsoftonline.com/${settings.tenantId}`,
          redirectUri: signedInPage,
        },
        cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
      }),
  });
}
