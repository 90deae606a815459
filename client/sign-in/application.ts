import type { Configuration } from "@azure/msal-browser";
import { MINUTE, SECOND } from "../clock.ts";
import type { EntraSettings } from "../page-settings.ts";

export const ENTRA = "https://login.microsoftonline.com";

/** What Microsoft's client is told everywhere; `cache` is where it keeps tokens. */
export const configuration = (
  { clientId, tenantId }: EntraSettings,
  redirectUri: string,
  cacheLocation: "memoryStorage" | "sessionStorage",
): Configuration & { readonly auth: Configuration["auth"] } => ({
  auth: { clientId, authority: `${ENTRA}/${tenantId}`, redirectUri },
  cache: { cacheLocation },
  system: {
    // A password and a second step take a person longer than the minute that is usual.
    popupBridgeTimeout: 5 * MINUTE,
    // Whoever waits for a token gives up after ten seconds.
    iframeBridgeTimeout: 8 * SECOND,
  },
});
