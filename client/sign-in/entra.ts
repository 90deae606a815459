import {
  InteractionRequiredAuthError,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { MINUTE, type Clock } from "../clock.ts";
import { messageOf, type OfficeHost } from "./office.ts";
import type { EntraSettings } from "../page-settings.ts";
import { isJsonObject, isText } from "../json.ts";
import { SignInProblem, type SignIn } from "./sign-in.ts";

/** Microsoft's client, as much of it as is used here. */
export type Client = Pick<
  IPublicClientApplication,
  "acquireTokenPopup" | "acquireTokenSilent" | "getAllAccounts" | "ssoSilent"
>;

export interface Entra {
  readonly settings: EntraSettings;
  readonly client: () => Promise<Client>;
  readonly host: OfficeHost;
  readonly clock: Clock;
  /** The page that signs in where no pop-up can be opened. */
  readonly dialogPage: string;
}

/** What a person decides or an administrator must do; everything else is a pop-up that could not be opened. */
const SENTENCES: Readonly<Record<string, string>> = {
  user_cancelled: "You were not signed in: the sign-in window was closed. Sign in again when you are ready.",
  access_denied:
    "Your council's Microsoft account does not allow this add-in. Ask your IT department to consent to it.",
  consent_required: "Your council has not consented to this add-in yet. Ask your IT department.",
  no_network_connectivity: "Microsoft's sign-in cannot be reached. Try again when you are online.",
  interaction_in_progress: "A sign-in window is open already. Finish or close it, then try again.",
};

const codeOf = (error: unknown): string => (isJsonObject(error) && isText(error.errorCode) ? error.errorCode : "");
const needsPerson = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError ||
  ["interaction_required", "login_required", "consent_required"].includes(codeOf(error));

const BEFORE_ITS_END = 5 * MINUTE;

interface FromDialog {
  readonly token: string;
  readonly until: number;
}

function fromDialog(message: string): FromDialog {
  let answer: unknown;
  try {
    answer = JSON.parse(message);
  } catch {
    answer = undefined;
  }
  if (isJsonObject(answer) && isText(answer.token) && typeof answer.until === "number")
    return { token: answer.token, until: answer.until };
  const code = isJsonObject(answer) && isText(answer.failed) ? answer.failed : "";
  throw new SignInProblem(
    SENTENCES[code] ??
      "Microsoft did not sign you in. Try again; if it happens again, ask your IT department whether this add-in is set up.",
  );
}

/**
 * Signs in with the council's Microsoft account: silently as whoever uses Excel, else with a pop-up, else in a dialog
 * of Office. Tokens stay with Microsoft's client, in memory; one that a dialog brought stays here until its end.
 */
export function entraSignIn({ settings, client, host, clock, dialogPage }: Entra): SignIn {
  const scopes = [settings.scope];
  let held: FromDialog | undefined;
  let made: Promise<Client> | undefined;
  const application = (): Promise<Client> =>
    (made ??= client().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));

  async function silently(isFresh: boolean): Promise<AuthenticationResult> {
    const microsoft = await application();
    const [account] = microsoft.getAllAccounts();
    if (account) return microsoft.acquireTokenSilent({ scopes, account, forceRefresh: isFresh });
    const loginHint = await host.loginHint();
    return microsoft.ssoSilent({ scopes, ...(loginHint === undefined ? {} : { loginHint }) });
  }

  async function token(isFresh = false): Promise<string | undefined> {
    if (held) return !isFresh && clock.now() < held.until - BEFORE_ITS_END ? held.token : undefined;
    try {
      return (await silently(isFresh)).accessToken;
    } catch (error) {
      if (needsPerson(error)) return undefined;
      throw error;
    }
  }

  async function withPopup(): Promise<boolean> {
    try {
      const loginHint = await host.loginHint();
      await (await application()).acquireTokenPopup({ scopes, ...(loginHint === undefined ? {} : { loginHint }) });
      return true;
    } catch (error) {
      const sentence = SENTENCES[codeOf(error)];
      if (sentence !== undefined) throw new SignInProblem(sentence);
      return false;
    }
  }

  return {
    token,
    async signIn() {
      held = undefined;
      // Silently first: most people are signed in to Excel already.
      const isIn = await token().then(
        (found) => found !== undefined,
        () => false,
      );
      if (isIn || (await withPopup())) return;
      held = fromDialog(messageOf(await host.dialog(dialogPage)));
    },
    signOut: () => {
      // Nested in Excel there is nothing else to sign out of: the account is Excel's own.
      held = undefined;
      made = undefined;
      return Promise.resolve();
    },
  };
}
