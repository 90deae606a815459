/** The page that Microsoft's sign-in comes back to (signed-in.html): it hands the answer to the page that asked. */
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

void broadcastResponseToMainFrame();
