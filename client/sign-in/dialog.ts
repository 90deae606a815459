/// <reference types="office-js" />
/**
 * The page that Microsoft's sign-in comes back to (dialog.html, dialog.js). Opened as a dialog of Office it signs the
 * person in and tells the pane; opened by Microsoft's client, in a pop-up or a hidden frame, it hands the answer back.
 */
import { BrowserCacheLocation, createStandardPublicClientApplication } from "@azure/msal-browser";
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { readPageSettings, type EntraSettings } from "../page-settings.ts";
import { isJsonObject, isText } from "../json.ts";

/** Set before this window goes to Microsoft, so that it knows on its return that it is the dialog. */
const IS_DIALOG = "LeadProfessional.isDialog";

const tellPane = (message: Readonly<Record<string, unknown>>): void => {
  Office.context.ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
};

async function entraSettings(): Promise<EntraSettings> {
  const settings = readPageSettings(await (await fetch("settings.json")).json());
  if (typeof settings === "string" || settings.signIn.kind !== "entra") throw new Error("not-set-up");
  return settings.signIn;
}

async function signIn(): Promise<void> {
  const { clientId, tenantId, scope } = await entraSettings();
  const microsoft = await createStandardPublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: location.href.replace(/[?#].*$/, ""),
    },
    cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
  });
  const answer = await microsoft.handleRedirectPromise();
  if (answer) {
    sessionStorage.removeItem(IS_DIALOG);
    tellPane({ token: answer.accessToken, until: answer.expiresOn?.getTime() ?? 0 });
    return;
  }
  sessionStorage.setItem(IS_DIALOG, "yes");
  await microsoft.acquireTokenRedirect({ scopes: [scope] });
}

async function start(): Promise<void> {
  const hasAnswer = /[#?&](code|error)=/.test(location.href);
  if (hasAnswer && sessionStorage.getItem(IS_DIALOG) === null) {
    await broadcastResponseToMainFrame();
    return;
  }
  await Office.onReady();
  await signIn().catch((error: unknown) => {
    sessionStorage.removeItem(IS_DIALOG);
    tellPane({ failed: isJsonObject(error) && isText(error.errorCode) ? error.errorCode : "failed" });
  });
}

void start();
