import { createHash, randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { COUNCIL, EVERYBODY, type Person } from "./council.ts";
import { form, pageOfEntra, picker, signInForm, type Asked } from "./entra-pages.ts";
import { redirectUris } from "./redirect-uris.ts";
import { clientInfo, signer } from "./tokens.ts";

const SESSION = "signed-in";
const byName = (username: string | undefined): Person | undefined =>
  EVERYBODY.find((person) => person.username === username);

/** What stands in for Entra ID, as far as Microsoft's client and a person meet it. */
export async function standInForEntra() {
  const { keys, tokens } = await signer();
  const codes = new Map<string, { readonly person: Person; readonly asked: Asked }>();
  const refreshable = new Map<string, Person>();
  const state = {
    /** How long tokens last, in seconds. */
    lasts: 3600,
    /** A second step is asked for at every renewal. */
    isStepDue: false,
    /** Who signs in stays so in the browser. */
    isRemembering: true,
    /** Every question to authorize, in order. */
    asked: [] as Asked[],
  };

  const signedIn = (c: Context): Person[] =>
    (getCookie(c, SESSION) ?? "").split("|").flatMap((username) => byName(username) ?? []);
  const page = (c: Context, asked: Asked, title: string, body: ReturnType<typeof html>) =>
    pageOfEntra(c, title, body, asked.get("pocd") === "1");

  function back(c: Context, asked: Asked, answer: Readonly<Record<string, string>>) {
    const answered = new URLSearchParams({ ...answer, state: asked.get("state") ?? "" });
    return c.redirect(`${asked.get("redirect_uri") ?? ""}#${answered.toString()}`);
  }
  const refused = (c: Context, asked: Asked, error: string, description: string) =>
    back(c, asked, { error, error_description: description });

  function granted(c: Context, asked: Asked, person: Person) {
    const code = randomUUID();
    codes.set(code, { person, asked });
    return back(c, asked, { code, client_info: clientInfo(person), session_state: "s" });
  }

  function withoutAsking(c: Context, asked: Asked) {
    const people = signedIn(c);
    const hint = asked.get("login_hint");
    if (hint === null && people.length > 1)
      return refused(c, asked, "interaction_required", "AADSTS16000: Either multiple user identities are available …");
    const person = hint === null ? people[0] : people.find(({ username }) => username === hint);
    if (!person)
      return refused(
        c,
        asked,
        "login_required",
        "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
      );
    if (person.consent) return refused(c, asked, "interaction_required", "AADSTS65001: … has not consented …");
    if (person.secondStep)
      return refused(c, asked, "interaction_required", "AADSTS50076: … you must use multi-factor …");
    return granted(c, asked, person);
  }

  function asPerson(c: Context, asked: Asked, person: Person) {
    if (person.isStranger)
      // Entra never goes back to the application from here.
      return page(
        c,
        asked,
        "Sorry, but we're having trouble signing you in.",
        html`<p>AADSTS50020: User account …</p>`,
      );
    const next = (name: string, label: string) => html`<button name=${name} value="yes">${label}</button>`;
    const own = new URLSearchParams([...asked, ["username", person.username]]);
    if (person.secondStep && asked.get("approved") === null)
      return page(c, asked, "Approve sign in request", form(own, html`${next("approved", "Approve")}`));
    if (person.secondStep === "always refused")
      return refused(c, asked, "interaction_required", "AADSTS50076: … you must use multi-factor authentication …");
    if (person.consent && asked.get("declined") !== null)
      return refused(c, asked, "access_denied", "AADSTS65004: User declined to consent to access the app.");
    if (person.consent === "an administrator's")
      return page(
        c,
        asked,
        "Need admin approval",
        form(own, next("declined", "Return to the application without granting consent")),
      );
    if (person.consent && asked.get("accepted") === null)
      return page(
        c,
        asked,
        "Permissions requested",
        form(own, html`${next("accepted", "Accept")} ${next("declined", "Cancel")}`),
      );
    const people = [...new Set([...signedIn(c), person].map(({ username }) => username))];
    if (state.isRemembering)
      setCookie(c, SESSION, people.join("|"), { path: "/", secure: true, httpOnly: true, sameSite: "None" });
    return granted(c, asked, person);
  }

  function asking(c: Context, asked: Asked) {
    const people = signedIn(c);
    const hinted = people.find(({ username }) => username === asked.get("login_hint"));
    const only = people.length === 1 && asked.get("login_hint") === null ? people[0] : undefined;
    const known = asked.get("prompt") === "select_account" ? undefined : (hinted ?? only);
    if (known) return asPerson(c, asked, known);
    if (people.length > 0 && !asked.has("login_hint")) return page(c, asked, "Pick an account", picker(asked, people));
    return page(c, asked, "Sign in", signInForm(asked));
  }

  const app = new Hono()
    .get("/:tenant/oauth2/v2.0/authorize", (c) => {
      const asked = new URL(c.req.url).searchParams;
      state.asked.push(asked);
      const isKnown =
        c.req.param("tenant") === COUNCIL.tenant &&
        asked.get("client_id") === COUNCIL.addIn &&
        asked.get("code_challenge_method") === "S256" &&
        (asked.get("scope") ?? "").split(" ").includes(COUNCIL.scope);
      if (!isKnown || !redirectUris().includes(asked.get("redirect_uri") ?? ""))
        return page(
          c,
          asked,
          "Sorry, but we're having trouble signing you in.",
          html`<p>AADSTS50011 or AADSTS700016</p>`,
        );
      return asked.get("prompt") === "none" ? withoutAsking(c, asked) : asking(c, asked);
    })
    .get("/continue", (c) => {
      const asked = new URL(c.req.url).searchParams;
      if (asked.has("another")) {
        asked.delete("another");
        return page(c, asked, "Sign in", signInForm(asked));
      }
      const person = byName(asked.getAll("username").at(-1));
      return person ? asPerson(c, asked, person) : page(c, asked, "Sign in", signInForm(asked));
    })
    .get("/:tenant/discovery/v2.0/keys", (c) => c.json(keys))
    .options("*", (c) => c.body(null, 204, CORS))
    .post("/:tenant/oauth2/v2.0/token", async (c) => {
      const given = new URLSearchParams(await c.req.text());
      const unwanted = (error: string, number: number, more: object = {}) =>
        c.json({ error, error_description: `AADSTS${number}: …`, error_codes: [number], ...more }, 400, CORS);
      const { person, asked } =
        given.get("grant_type") === "refresh_token"
          ? { person: refreshable.get(given.get("refresh_token") ?? ""), asked: undefined }
          : (codes.get(given.get("code") ?? "") ?? {});
      if (!person) return unwanted("invalid_grant", 70_008);
      if (asked) {
        codes.delete(given.get("code") ?? "");
        const challenge = createHash("sha256")
          .update(given.get("code_verifier") ?? "")
          .digest("base64url");
        if (challenge !== asked.get("code_challenge") || given.get("redirect_uri") !== asked.get("redirect_uri"))
          return unwanted("invalid_grant", 501_481);
      } else if (state.isStepDue) {
        return unwanted("invalid_grant", 50_076, { suberror: "basic_action", claims: '{"access_token":{}}' });
      }
      const refresh = randomUUID();
      refreshable.set(refresh, person);
      return c.json(
        {
          token_type: "Bearer",
          scope: COUNCIL.scope,
          expires_in: state.lasts,
          ext_expires_in: state.lasts,
          refresh_token: refresh,
          refresh_token_expires_in: 86_400,
          client_info: clientInfo(person),
          ...(await tokens(person, state.lasts, asked?.get("nonce") ?? undefined)),
        },
        200,
        CORS,
      );
    });
  return { app, state, tokens };
}

const CORS = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

export type StandInForEntra = Awaited<ReturnType<typeof standInForEntra>>;
