import { InteractionRequiredAuthError, type AccountInfo, type AuthenticationResult } from "@azure/msal-browser";
import { entraSignIn, type Client, type Microsoft } from "../../../client/sign-in/entra.ts";
import type { DialogEnd } from "../../../client/sign-in/office.ts";
import { testClock } from "../test-clock.ts";

export const SETTINGS = {
  kind: "entra",
  clientId: "11111111-2222-4333-8444-555555555555",
  tenantId: "kent.example",
  scope: "api://lead-professional/access_as_user",
} as const;
export const HINT = "manager@kent.example";
export const BEGINS = new Date("2024-11-30T12:00:00Z");
export const HOUR = 3_600_000;

export const account = { homeAccountId: "a", username: HINT } as AccountInfo;
export const brings = (accessToken: string) => (): Promise<AuthenticationResult> =>
  Promise.resolve({ accessToken, account } as AuthenticationResult);
export const needsPerson = (): Promise<never> =>
  Promise.reject(new InteractionRequiredAuthError("login_required", "correlation"));
export const fails = (errorCode: string) => (): Promise<never> =>
  Promise.reject(Object.assign(new Error("inside"), { errorCode }));

interface Given extends Partial<Client> {
  readonly dialog?: DialogEnd | Promise<DialogEnd>;
  readonly asks?: Microsoft["asks"];
}

/** Microsoft's client and Office as they behave in a host; whatever is not given must not be used. */
export function aHost({ dialog, asks = "window", ...microsoft }: Given) {
  const asked: { readonly what: string; readonly with: unknown }[] = [];
  const unwanted = (): never => {
    throw new Error("This must not be used.");
  };
  const noting =
    <A, R>(what: string, does: (request: A) => R) =>
    (request: A): R => {
      asked.push({ what, with: request });
      return does(request);
    };
  const { clock, advance } = testClock(BEGINS);
  const client: Client = {
    ssoSilent: noting("ssoSilent", microsoft.ssoSilent ?? needsPerson),
    acquireTokenSilent: noting("acquireTokenSilent", microsoft.acquireTokenSilent ?? unwanted),
    acquireTokenPopup: noting("acquireTokenPopup", microsoft.acquireTokenPopup ?? unwanted),
  };
  const signIn = entraSignIn({
    settings: SETTINGS,
    clock,
    open: () => Promise.resolve({ client, asks }),
    dialogPage: "https://lp.example/addin/dialog.html",
    host: {
      loginHint: () => Promise.resolve(HINT),
      dialog: noting("dialog", () => (dialog ? Promise.resolve(dialog) : unwanted())),
    },
  });
  return { signIn, asked, advance, what: () => asked.map(({ what }) => what) };
}
