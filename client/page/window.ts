import {
  BrowserAuthError,
  BrowserAuthErrorCodes,
  EventType,
  type EventMessage,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { pause, SECOND, type Clock } from "../clock.ts";
import { ANSWERED } from "./answered.ts";
import type { Client } from "../sign-in/entra.ts";

const OFTEN = SECOND / 2;

const windowOf = ({ payload }: EventMessage): Window | undefined =>
  payload && "popupWindow" in payload ? payload.popupWindow : undefined;

/** Microsoft's client does not notice when the person closes its window, and waits for minutes. This one does. */
export function noticingClosed(client: IPublicClientApplication, clock: Clock): Client {
  return {
    ssoSilent: (request) => client.ssoSilent(request),
    acquireTokenSilent: (request) => client.acquireTokenSilent(request),
    async acquireTokenPopup(request) {
      let window: Window | undefined;
      let isOver = false;
      const over = (): void => {
        isOver = true;
      };
      const answered = new BroadcastChannel(ANSWERED);
      answered.onmessage = over;
      const listening = client.addEventCallback(
        (message) => {
          window = windowOf(message);
        },
        [EventType.POPUP_OPENED],
      );
      const closed = new Promise<never>((_, reject) => {
        void (async () => {
          while (!window?.closed && !isOver) await pause(clock, OFTEN);
          // The answer is on its way where the window closed by itself.
          await pause(clock, OFTEN);
          if (!isOver) reject(new BrowserAuthError(BrowserAuthErrorCodes.userCancelled, ""));
        })();
      });
      try {
        return await Promise.race([client.acquireTokenPopup(request), closed]);
      } finally {
        over();
        answered.close();
        if (listening !== null) client.removeEventCallback(listening);
      }
    },
  };
}
