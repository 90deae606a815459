import { InteractionRequiredAuthError, type AccountInfo, type IPublicClientApplication } from "@azure/msal-browser";
import { MINUTE, SECOND, within, type Clock } from "../clock.ts";
import { fromDialog, type FromDialog } from "./from-dialog.ts";
import { messageOf, type OfficeHost } from "./office.ts";
import type { EntraSettings } from "../page-settings.ts";
import { codeOf, refusalOf, sentenceFor } from "./refusals.ts";
import { isSignInProblem, SignInProblem, type SignIn } from "./sign-in.ts";

/** Microsoft's client, as much of it as is used here. */
export type Client = Pick<IPublicClientApplication, "acquireTokenPopup" | "acquireTokenSilent" | "ssoSilent">;

export interface Microsoft {
  readonly client: Client;
  /** Where it can ask the person: by Excel's own broker, in a window that can answer it, or not at all but in Excel's dialog. */
  readonly asks: "broker" | "window" | "dialog";
}

export interface Entra {
  readonly settings: EntraSettings;
  readonly open: () => Promise<Microsoft>;
  readonly host: OfficeHost;
  readonly clock: Clock;
  /** The page that signs in where Microsoft's client has no window. */
  readonly dialogPage: string;
}

const BEFORE_ITS_END = 5 * MINUTE;
/** Browsers open a window for five seconds after a press. */
const STILL_PRESSED = 3 * SECOND;

const ENDED =
  "Your sign-in has ended: in this Excel it lasts about an hour, and Microsoft did not renew it without asking you. Sign in again to go on.";
const ASKED_AGAIN = "Microsoft wants to know again that it is you. Sign in again to go on.";

/** It may be otherwise in a minute; everything else that Microsoft says is for the person. */
const isPassing = (error: unknown): boolean =>
  /^$|_request_failed$|^no_network_|^server_error$|^temporarily_unavailable$|^timed_out$/.test(codeOf(error));
/** No window opened, or Excel cannot ask in this workbook: there is still Excel's dialog. */
const isWindowless = (error: unknown): boolean =>
  ["popup_window_error", "empty_window_error", "nested_app_auth_bridge_disabled"].includes(codeOf(error));

/**
 * Signs in with the council's Microsoft account: silently as whoever uses Excel, else in a window of Microsoft's client,
 * else in a dialog of Excel. Tokens stay with Microsoft's client, in memory; one that a dialog brought stays here until
 * its end.
 */
export function entraSignIn({ settings, open, host, clock, dialogPage }: Entra): SignIn {
  const scopes = [settings.scope];
  let opened: Promise<Microsoft> | undefined;
  let account: AccountInfo | undefined;
  let held: FromDialog | undefined;
  /** What Entra asked for when it last refused to renew, such as a second step. */
  let claims: string | undefined;
  /** Sign-outs, and how many of them a later sign-in has undone. */
  let outs = 0;
  let undone = 0;
  const running = new Map<boolean, Promise<string>>();

  const microsoft = (): Promise<Microsoft> =>
    (opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  async function hint(): Promise<{ readonly loginHint?: string }> {
    const loginHint = held?.username ?? (await host.loginHint());
    return loginHint === undefined ? {} : { loginHint };
  }

  async function renewed(isFresh: boolean): Promise<string> {
    const { client } = await microsoft();
    const before = { account, held };
    const answer = account
      ? await client.acquireTokenSilent({ scopes, account, forceRefresh: isFresh })
      : await client.ssoSilent({ scopes, ...(await hint()) });
    // Somebody may have signed in or out meanwhile: what they said counts.
    if (account === before.account && held === before.held) {
      account = answer.account;
      held = undefined;
    }
    return answer.accessToken;
  }

  /** A token of Microsoft's client, one asking at a time. */
  function silently(isFresh: boolean): Promise<string> {
    const asking = running.get(isFresh);
    if (asking) return asking;
    const one = renewed(isFresh).finally(() => {
      if (running.get(isFresh) === one) running.delete(isFresh);
    });
    running.set(isFresh, one);
    return one;
  }

  async function token(isFresh = false): Promise<string | undefined> {
    if (undone < outs) return undefined;
    const left = held ? held.until - clock.now() : 0;
    const isGood = held !== undefined && !isFresh && left > 0;
    if (held && isGood && (held.isLast || left > BEFORE_ITS_END)) return held.token;
    try {
      return await silently(isFresh);
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError && error.claims) claims = error.claims;
      // A host that keeps no frame of Microsoft's never answers one: a dialog's token is not waited for again.
      const isLost = held && codeOf(error) === "timed_out";
      if (held && (isLost || !isPassing(error))) held = { ...held, isLast: true };
      if (held && isGood) return held.token;
      if (!isLost && isPassing(error)) throw error;
      if (held || account) throw new SignInProblem(held ? ENDED : ASKED_AGAIN);
      return undefined;
    }
  }

  function isInSilently(asks: Microsoft["asks"]): Promise<boolean> {
    const isIn = silently(false).then(
      () => true,
      () => false,
    );
    return asks === "window" ? within(clock, STILL_PRESSED, isIn, () => false) : isIn;
  }

  /** Asks the person in a window of Microsoft's client; false where there is none. */
  async function inWindow(client: Client, isChoosing: boolean): Promise<boolean> {
    try {
      const answer = await client.acquireTokenPopup({
        scopes,
        // A window that got lost must not keep the next one from opening.
        overrideInteractionInProgress: true,
        ...(isChoosing ? { prompt: "select_account" } : await hint()),
        ...(claims === undefined ? {} : { claims }),
      });
      account = answer.account;
      return true;
    } catch (error) {
      if (isWindowless(error)) return false;
      throw isSignInProblem(error) ? error : new SignInProblem(sentenceFor(refusalOf(error)));
    }
  }

  async function inDialog(isChoosing: boolean): Promise<void> {
    const { loginHint } = await hint();
    // Behind "#", so that no server's log has the name in it.
    const told = isChoosing ? "#choose=yes" : loginHint === undefined ? "" : `#hint=${encodeURIComponent(loginHint)}`;
    held = fromDialog(messageOf(await host.dialog(`${dialogPage}${told}`)));
    account = undefined;
  }

  return {
    token,
    async signIn() {
      const began = outs;
      // Whoever signed out may want to be somebody else: they are asked, and may choose.
      const isChoosing = undone < outs;
      const { client, asks } = await microsoft();
      if (isChoosing || !(await isInSilently(asks))) {
        if (asks === "dialog" || !(await inWindow(client, isChoosing))) await inDialog(isChoosing);
        else held = undefined;
      }
      claims = undefined;
      // What was asked before was for nobody.
      running.clear();
      undone = began;
    },
    signOut: () => {
      // Of Microsoft itself nobody is signed out: it is the account of their whole Office.
      outs += 1;
      account = undefined;
      held = undefined;
      opened = undefined;
      return Promise.resolve();
    },
  };
}
