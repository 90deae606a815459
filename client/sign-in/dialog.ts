/// <reference types="office-js" />
/**
 * The page that Microsoft's sign-in comes back to (dialog.html, dialog.js). Opened as a dialog of Office it signs the
 * person in and tells the pane; opened by Microsoft's client, in a pop-up or a hidden frame, it hands the answer back.
 */
import { createStandardPublicClientApplication, type AuthenticationResult } from "@azure/msal-browser";
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { readPageSettings, type EntraSettings } from "../page-settings.ts";
import { configuration } from "./application.ts";
import { closeLater } from "./close-later.ts";
import { refusalOf } from "./refusals.ts";

/** Set before this window goes to Microsoft, so that it knows on its return that it is the dialog. */
const IS_DIALOG = "LeadProfessional.isDialog";

async function entraSettings(): Promise<EntraSettings> {
  const settings = readPageSettings(await (await fetch("settings.json")).json());
  if (typeof settings === "string" || settings.signIn.kind !== "entra") throw new Error("not-set-up");
  return settings.signIn;
}

/** What Microsoft answered; undefined where this window has to go there first, and does. */
async function signedIn(): Promise<AuthenticationResult | undefined> {
  const settings = await entraSettings();
  const microsoft = await createStandardPublicClientApplication(
    // The window goes to Microsoft and back, which memory would not outlast; it is emptied before anything is said.
    configuration(settings, location.href.replace(/[?#].*$/, ""), "sessionStorage"),
  );
  const answer = await microsoft.handleRedirectPromise();
  if (answer) return answer;
  const told = new URLSearchParams(location.hash.slice(1));
  const loginHint = told.get("hint");
  sessionStorage.setItem(IS_DIALOG, "yes");
  await microsoft.acquireTokenRedirect({
    scopes: [settings.scope],
    ...(loginHint === null ? {} : { loginHint }),
    ...(told.has("choose") ? { prompt: "select_account" } : {}),
  });
  return undefined;
}

/** Microsoft's client keeps all of its own under such names; Office keeps things here too, and needs them. */
function emptyStorage(): void {
  for (const key of Object.keys(sessionStorage))
    if (key === IS_DIALOG || key.startsWith("msal.")) sessionStorage.removeItem(key);
}

/** Microsoft's script is loaded where something is said to Excel: an answer of a hidden frame need not wait for it. */
const loadOffice = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    script.addEventListener("load", () => {
      resolve();
    });
    script.addEventListener("error", reject);
    document.head.append(script);
  });

async function tellPane(said: Readonly<Record<string, unknown>>): Promise<void> {
  emptyStorage();
  await loadOffice();
  await Office.onReady();
  Office.context.ui.messageParent(JSON.stringify(said), { targetOrigin: location.origin });
}

async function start(): Promise<void> {
  const hasAnswer = /[#?&](code|error)=/.test(location.href);
  if (hasAnswer && sessionStorage.getItem(IS_DIALOG) === null) {
    closeLater();
    await broadcastResponseToMainFrame();
    return;
  }
  try {
    const answer = await signedIn();
    if (!answer) return;
    const { accessToken, expiresOn, account } = answer;
    await tellPane({ token: accessToken, until: expiresOn?.getTime() ?? 0, username: account.username });
  } catch (error) {
    await tellPane({ failed: refusalOf(error) || "failed" });
  }
}

void start().catch(() => {
  const status = document.querySelector("[role=status]");
  if (status) status.textContent = "Excel could not be told that you signed in. Close this window and try again.";
});
