/** Signing in with Microsoft, as a script of its own (entra.js): Microsoft's client is loaded only where it is used. */
import { BrowserCacheLocation, createNestablePublicClientApplication } from "@azure/msal-browser";
import { pageClock } from "../clock.ts";
import { entraSignIn } from "./entra.ts";
import { DIALOG_PAGE, officeHost } from "./office.ts";
import type { EntraSettings } from "../page-settings.ts";
import type { SignIn } from "./sign-in.ts";

/** `page`: the address that dialog.html stands beside. */
export function openEntra(settings: EntraSettings, page: string): SignIn {
  const dialogPage = new URL(DIALOG_PAGE, page).href;
  return entraSignIn({
    settings,
    dialogPage,
    host: officeHost,
    clock: pageClock,
    client: () =>
      createNestablePublicClientApplication({
        auth: {
          clientId: settings.clientId,
          authority: `https://login.microsoftonline.com/${settings.tenantId}`,
          redirectUri: dialogPage,
        },
        cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
      }),
  });
}
