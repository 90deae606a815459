import { InteractionRequiredAuthError, type AuthenticationResult } from "@azure/msal-browser";
import { describe, expect, test } from "vitest";
import type { DialogEnd } from "../../../client/sign-in/office.ts";
import { isSignInProblem } from "../../../client/sign-in/sign-in.ts";
import { account, aHost, BEGINS, brings, fails, HINT, HOUR, SETTINGS } from "./a-host.ts";

describe("signing in with Microsoft", () => {
  test("happens silently for whoever is signed in to Excel", async () => {
    const { signIn, asked } = aHost({ ssoSilent: brings("t-1"), acquireTokenSilent: brings("t-1") });
    await signIn.signIn();
    expect(await signIn.token()).toBe("t-1");
    expect(asked[0]).toEqual({ what: "ssoSilent", with: { scopes: [SETTINGS.scope], loginHint: HINT } });
  });

  test("gets later tokens from Microsoft's own cache, and a fresh one when the last was not believed", async () => {
    const { signIn, asked } = aHost({ ssoSilent: brings("t-1"), acquireTokenSilent: brings("t-2") });
    await signIn.signIn();
    expect(await signIn.token()).toBe("t-2");
    expect(await signIn.token(true)).toBe("t-2");
    expect(asked.slice(1).map((one) => one.with)).toEqual(
      [false, true].map((forceRefresh) => ({ scopes: [SETTINGS.scope], account, forceRefresh })),
    );
  });

  test("asks Microsoft once for all who need a token at the same time", async () => {
    const { signIn, what } = aHost({ ssoSilent: brings("t-1") });
    expect(await Promise.all([signIn.token(), signIn.token(), signIn.token()])).toEqual(["t-1", "t-1", "t-1"]);
    expect(what()).toEqual(["ssoSilent"]);
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

  test("opens a window where the person must be asked", async () => {
    const { signIn, asked } = aHost({ acquireTokenPopup: brings("t-3") });
    await signIn.signIn();
    expect(asked.at(-1)).toEqual({
      what: "acquireTokenPopup",
      with: { scopes: [SETTINGS.scope], loginHint: HINT, overrideInteractionInProgress: true },
    });
  });

  test("opens a window while browsers still count the press, whatever Microsoft is slow about", async () => {
    const { signIn, what, advance } = aHost({
      ssoSilent: () => new Promise(() => undefined),
      acquireTokenPopup: brings("t-3"),
    });
    const signingIn = signIn.signIn();
    await advance(2_999);
    expect(what()).toEqual(["ssoSilent"]);
    await advance(1);
    await signingIn;
    expect(what()).toEqual(["ssoSilent", "acquireTokenPopup"]);
  });

  test("asks for what Microsoft wanted when it refused to renew", async () => {
    const claims = '{"access_token":{}}';
    const refused = new InteractionRequiredAuthError("interaction_required", "c", "", "", "", "", claims);
    const { signIn, asked } = aHost({
      ssoSilent: brings("t-1"),
      acquireTokenSilent: () => Promise.reject(refused),
      acquireTokenPopup: brings("t-2"),
    });
    await signIn.signIn();
    await expect(signIn.token()).rejects.toThrow(/wants to know again that it is you/);
    await signIn.signIn();
    expect(asked.at(-1)).toMatchObject({ what: "acquireTokenPopup", with: { claims } });
  });

  test.each(["user_cancelled", "user_canceled", "access_denied", "timed_out", "a_code_of_next_year"])(
    "opens no dialog after %s",
    async (code) => {
      const { signIn, what } = aHost({ acquireTokenPopup: fails(code) });
      await expect(signIn.signIn()).rejects.toSatisfy(isSignInProblem);
      expect(what()).not.toContain("dialog");
    },
  );
});

describe("somebody who answers Microsoft's window before a silent sign-in comes late", () => {
  test("is who they said they are", async () => {
    const other = { ...account, username: "other@kent.example" };
    let answer: (late: AuthenticationResult) => void = () => undefined;
    const { signIn, asked, advance } = aHost({
      ssoSilent: () => new Promise((resolve) => (answer = resolve)),
      acquireTokenPopup: () => Promise.resolve({ accessToken: "t-2", account: other } as AuthenticationResult),
      acquireTokenSilent: () => Promise.resolve({ accessToken: "t-3", account: other } as AuthenticationResult),
    });
    const signingIn = signIn.signIn();
    await advance(3_000);
    await signingIn;
    expect(await signIn.token()).toBe("t-3");
    answer({ accessToken: "t-1", account } as AuthenticationResult);
    await advance(0);
    expect(await signIn.token()).toBe("t-3");
    expect(asked.at(-1)).toMatchObject({ what: "acquireTokenSilent", with: { account: other } });
  });
});

describe("signed out", () => {
  const DIALOG = { message: JSON.stringify({ token: "t-6", until: BEGINS.getTime() + HOUR }) };

  test("there is no token, though Microsoft would give one", async () => {
    const { signIn, what } = aHost({ ssoSilent: brings("t-1") });
    await signIn.signIn();
    await signIn.signOut();
    expect(await signIn.token()).toBeUndefined();
    expect(what()).toEqual(["ssoSilent"]);
  });

  test("a person may be somebody else when they sign in again", async () => {
    const { signIn, asked } = aHost({ ssoSilent: brings("t-1"), acquireTokenPopup: brings("t-2") });
    await signIn.signIn();
    await signIn.signOut();
    await signIn.signIn();
    expect(asked.at(-1)).toMatchObject({ what: "acquireTokenPopup", with: { prompt: "select_account" } });
    expect(asked.at(-1)?.with).not.toHaveProperty("loginHint");
  });

  test("a person may be somebody else in a dialog too", async () => {
    const { signIn, asked } = aHost({ asks: "dialog", ssoSilent: brings("t-1"), dialog: DIALOG });
    await signIn.signIn();
    await signIn.signOut();
    await signIn.signIn();
    expect(asked.at(-1)).toEqual({ what: "dialog", with: "https://lp.example/addin/dialog.html#choose=yes" });
    expect(await signIn.token()).toBe("t-6");
  });

  test("stays so while a sign-in is still under way", async () => {
    let answer: (end: DialogEnd) => void = () => undefined;
    const pending = new Promise<DialogEnd>((resolve) => {
      answer = resolve;
    });
    const { signIn } = aHost({ asks: "dialog", dialog: pending });
    const signingIn = signIn.signIn();
    await signIn.signOut();
    answer(DIALOG);
    await signingIn;
    expect(await signIn.token()).toBeUndefined();
  });
});
