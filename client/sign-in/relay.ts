/**
 * The window between a framed pane and Microsoft's (relay.html): it opens Microsoft's and hands the answer to the pane.
 * Browsers open a window only for a press, so there is a button.
 */
import { runPopupRelay } from "@azure/msal-browser/popup-relay";
import { ENTRA } from "./application.ts";
import { closeLater } from "./close-later.ts";

const button = document.querySelector("button");
const status = document.querySelector("[role=status]");

function openMicrosofts(): void {
  if (button) button.disabled = true;
  closeLater();
  try {
    // Anybody can link to this page: it opens Microsoft's sign-in and nothing else.
    runPopupRelay({ allowedAuthorityOrigins: [ENTRA] });
    if (status) status.textContent = "Waiting for Microsoft …";
  } catch {
    if (status) status.textContent = "Nothing waits for this window any more. Close it and sign in again in the pane.";
  }
}

if (button) {
  button.addEventListener("click", openMicrosofts);
  button.disabled = false;
  button.focus();
}
