/** Signing in with Microsoft, as a script of its own (entra.js): Microsoft's client is loaded only where it is used. */
import { createNestablePublicClientApplication } from "@azure/msal-browser";
import { pageClock } from "../clock.ts";
import { configuration } from "./application.ts";
import { entraSignIn } from "./entra.ts";
import { DIALOG_PAGE, officeHost, RELAY_PAGE } from "./office.ts";
import type { EntraSettings } from "../page-settings.ts";
import type { SignIn } from "./sign-in.ts";

/** `page`: the address that dialog.html and relay.html stand beside. */
export function openEntra(settings: EntraSettings, page: string): SignIn {
  const dialogPage = new URL(DIALOG_PAGE, page).href;
  // Excel on the web frames the pane; elsewhere it is a page of its own.
  const isFramed = window.parent !== window;
  const { auth, ...rest } = configuration(settings, dialogPage, "memoryStorage");
  return entraSignIn({
    settings,
    dialogPage,
    host: officeHost,
    clock: pageClock,
    async open() {
      // Browsers part what a framed page keeps from what a window of the same site keeps: only by way of a page between
      // them does Microsoft's answer come back.
      const popupRelayUri = isFramed ? new URL(RELAY_PAGE, page).href : undefined;
      const client = await createNestablePublicClientApplication({
        ...rest,
        auth: { ...auth, ...(popupRelayUri === undefined ? {} : { popupRelayUri }) },
      });
      // The bridge, not the requirement set: hosts are known that claim the set and bring no bridge.
      const isNested = "nestedAppAuthBridge" in window;
      return { client, asks: isNested ? "broker" : isFramed ? "window" : "dialog" };
    },
  });
}
