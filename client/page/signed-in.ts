/** The page that Microsoft's sign-in comes back to (signed-in.html): it hands the answer to the page that asked. */
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { closeLater } from "../sign-in/close-later.ts";
import { ANSWERED } from "./answered.ts";

new BroadcastChannel(ANSWERED).postMessage("");
closeLater();
void broadcastResponseToMainFrame();
