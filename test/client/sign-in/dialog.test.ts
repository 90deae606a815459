import { describe, expect, test } from "vitest";
import type { DialogEnd } from "../../../client/sign-in/office.ts";
import { isSignInProblem } from "../../../client/sign-in/sign-in.ts";
import { aHost, BEGINS, brings, fails, HINT, HOUR, needsPerson } from "./a-host.ts";

describe("signing in by a dialog of Office", () => {
  const until = BEGINS.getTime() + HOUR;
  const DIALOG = { message: JSON.stringify({ token: "t-4", until, username: "other@kent.example" }) };

  test.each(["popup_window_error", "empty_window_error", "nested_app_auth_bridge_disabled"])(
    "falls back to a dialog of Office after %s",
    async (code) => {
      const { signIn, asked } = aHost({ acquireTokenPopup: fails(code), dialog: DIALOG });
      await signIn.signIn();
      const address = `https://lp.example/addin/dialog.html#hint=${encodeURIComponent(HINT)}`;
      expect(asked.at(-1)).toEqual({ what: "dialog", with: address });
      expect(await signIn.token()).toBe("t-4");
    },
  );

  test("opens the dialog at once where Microsoft's client has no window", async () => {
    const { signIn, what } = aHost({ asks: "dialog", dialog: DIALOG });
    await signIn.signIn();
    expect(what()).toEqual(["ssoSilent", "dialog"]);
  });

  test("renews a dialog's token silently before its end, for whom it was", async () => {
    const answers = [needsPerson, brings("t-5")];
    const { signIn, asked, advance } = aHost({
      asks: "dialog",
      dialog: DIALOG,
      ssoSilent: () => (answers.shift() ?? needsPerson)(),
    });
    await signIn.signIn();
    await advance(HOUR - 5 * 60_000 - 1);
    expect(await signIn.token()).toBe("t-4");
    await advance(1);
    expect(await signIn.token()).toBe("t-5");
    expect(asked.at(-1)).toMatchObject({ what: "ssoSilent", with: { loginHint: "other@kent.example" } });
  });

  test("uses a dialog's token that cannot be renewed to its end, asking once, and then says so", async () => {
    const { signIn, what, advance } = aHost({ asks: "dialog", dialog: DIALOG });
    await signIn.signIn();
    await advance(HOUR - 60_000);
    expect([await signIn.token(), await signIn.token()]).toEqual(["t-4", "t-4"]);
    expect(what()).toEqual(["ssoSilent", "dialog", "ssoSilent"]);
    await advance(60_000);
    await expect(signIn.token()).rejects.toThrow(/^Your sign-in has ended: .*about an hour/);
  });

  test("is not taken for ended where Microsoft cannot be reached to renew it", async () => {
    const answers = [needsPerson];
    const { signIn, advance } = aHost({
      asks: "dialog",
      dialog: DIALOG,
      ssoSilent: () => (answers.shift() ?? fails("no_network_connectivity"))(),
    });
    await signIn.signIn();
    await advance(HOUR - 60_000);
    expect(await signIn.token()).toBe("t-4");
    await advance(60_000);
    await expect(signIn.token()).rejects.not.toSatisfy(isSignInProblem);
  });

  test.each([
    [{ closed: true }, /window was closed/],
    [{ failed: true }, /Allow pop-ups/],
    [{ message: "{}" }, /did not sign you in\./],
    [{ message: "no JSON" }, /did not sign you in\./],
    [{ message: '{"token":1,"until":"x"}' }, /did not sign you in\./],
    [{ message: '{"failed":"AADSTS65001"}' }, /has not consented/],
  ] satisfies [DialogEnd, RegExp][])(
    "says what became of a dialog that brought no token: %j",
    async (dialog, sentence) => {
      const { signIn } = aHost({ asks: "dialog", dialog });
      await expect(signIn.signIn()).rejects.toThrow(sentence);
      expect(await signIn.token()).toBeUndefined();
    },
  );
});
