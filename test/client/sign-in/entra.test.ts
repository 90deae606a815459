import { InteractionRequiredAuthError, type AccountInfo, type AuthenticationResult } from "@azure/msal-browser";
import { describe, expect, test } from "vitest";
import { entraSignIn, type Client } from "../../../client/sign-in/entra.ts";
import type { DialogEnd } from "../../../client/sign-in/office.ts";
import { testClock } from "../test-clock.ts";

const SETTINGS = {
  kind: "entra",
  clientId: "11111111-2222-4333-8444-555555555555",
  tenantId: "kent.example",
  scope: "api://lead-professional/access_as_user",
} as const;
const HINT = "manager@kent.example";
const BEGINS = new Date("2024-11-30T12:00:00Z");
const HOUR = 3_600_000;

const brings = (accessToken: string) => (): Promise<AuthenticationResult> =>
  Promise.resolve({ accessToken } as AuthenticationResult);
const needsPerson = (): Promise<never> =>
  Promise.reject(new InteractionRequiredAuthError("login_required", "correlation"));
const fails = (errorCode: string) => (): Promise<never> =>
  Promise.reject(Object.assign(new Error("inside"), { errorCode }));

/** Microsoft's client and Office as they behave in a host; whatever is not given must not be used. */
function aHost({ dialog, ...microsoft }: Partial<Client> & { readonly dialog?: DialogEnd }) {
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
    getAllAccounts: microsoft.getAllAccounts ?? (() => []),
    ssoSilent: noting("ssoSilent", microsoft.ssoSilent ?? needsPerson),
    acquireTokenSilent: noting("acquireTokenSilent", microsoft.acquireTokenSilent ?? unwanted),
    acquireTokenPopup: noting("acquireTokenPopup", microsoft.acquireTokenPopup ?? unwanted),
  };
  const signIn = entraSignIn({
    settings: SETTINGS,
    clock,
    client: () => Promise.resolve(client),
    dialogPage: "https://lp.example/addin/dialog.html",
    host: {
      loginHint: () => Promise.resolve(HINT),
      dialog: noting("dialog", () => (dialog ? Promise.resolve(dialog) : unwanted())),
    },
  });
  return { signIn, asked, advance, what: () => asked.map(({ what }) => what) };
}

describe("signing in with Microsoft", () => {
  test("happens silently for whoever is signed in to Excel", async () => {
    const { signIn, asked } = aHost({ ssoSilent: brings("t-1") });
    await signIn.signIn();
    expect(await signIn.token()).toBe("t-1");
    expect(asked[0]).toEqual({ what: "ssoSilent", with: { scopes: [SETTINGS.scope], loginHint: HINT } });
  });

  test("gets later tokens from Microsoft's own cache, and a fresh one when the last was not believed", async () => {
    const account = { homeAccountId: "a" } as AccountInfo;
    const { signIn, asked } = aHost({ getAllAccounts: () => [account], acquireTokenSilent: brings("t-2") });
    expect(await signIn.token()).toBe("t-2");
    expect(await signIn.token(true)).toBe("t-2");
    expect(asked.map((one) => one.with)).toEqual(
      [false, true].map((forceRefresh) => ({ scopes: [SETTINGS.scope], account, forceRefresh })),
    );
  });

  test("asks nobody by itself: without a pressed button there is simply no token", async () => {
    const { signIn, what } = aHost({});
    expect(await signIn.token()).toBeUndefined();
    expect(what()).toEqual(["ssoSilent"]);
  });

  test("is not taken for signed out where Microsoft cannot be reached", async () => {
    const { signIn } = aHost({ ssoSilent: fails("no_network_connectivity") });
    await expect(signIn.token()).rejects.toThrow();
  });

  test("opens a pop-up where the person must be asked", async () => {
    const { signIn, asked } = aHost({ acquireTokenPopup: brings("t-3") });
    await signIn.signIn();
    expect(asked.at(-1)).toEqual({ what: "acquireTokenPopup", with: { scopes: [SETTINGS.scope], loginHint: HINT } });
  });

  test.each([
    ["user_cancelled", /the sign-in window was closed/],
    ["access_denied", /Ask your IT department/],
    ["consent_required", /has not consented/],
    ["no_network_connectivity", /when you are online/],
    ["interaction_in_progress", /open already/],
  ])("says what to do after %s, and opens no dialog", async (code, sentence) => {
    const { signIn, what } = aHost({ acquireTokenPopup: fails(code) });
    await expect(signIn.signIn()).rejects.toThrow(sentence);
    expect(what()).not.toContain("dialog");
  });

  test("falls back to a dialog of Office where no pop-up opens, and keeps its token to its end", async () => {
    const until = BEGINS.getTime() + HOUR;
    const { signIn, asked, advance } = aHost({
      acquireTokenPopup: fails("popup_window_error"),
      dialog: { message: JSON.stringify({ token: "t-4", until }) },
    });
    await signIn.signIn();
    expect(asked.at(-1)).toEqual({ what: "dialog", with: "https://lp.example/addin/dialog.html" });
    expect(await signIn.token()).toBe("t-4");
    expect(await signIn.token(true)).toBeUndefined();
    await advance(HOUR - 5 * 60_000);
    expect(await signIn.token()).toBeUndefined();
  });

  test.each([
    [{ closed: true }, /closed before you were signed in/],
    [{ failed: true }, /Allow pop-ups/],
    [{ message: "{}" }, /did not sign you in/],
    [{ message: "no JSON" }, /did not sign you in/],
    [{ message: '{"token":1,"until":"x"}' }, /did not sign you in/],
    [{ message: '{"failed":"access_denied"}' }, /Ask your IT department/],
  ] satisfies [DialogEnd, RegExp][])(
    "says what became of a dialog that brought no token: %j",
    async (dialog, sentence) => {
      const { signIn } = aHost({ acquireTokenPopup: fails("popup_window_error"), dialog });
      await expect(signIn.signIn()).rejects.toThrow(sentence);
      expect(await signIn.token()).toBeUndefined();
    },
  );

  test("signed out, the dialog's token is gone", async () => {
    const { signIn } = aHost({
      acquireTokenPopup: fails("popup_window_error"),
      dialog: { message: JSON.stringify({ token: "t-5", until: BEGINS.getTime() + HOUR }) },
    });
    await signIn.signIn();
    await signIn.signOut();
    expect(await signIn.token()).toBeUndefined();
  });
});
