import type { Context } from "hono";
import { html } from "hono/html";
import type { Person } from "./council.ts";

/** Entra's pages refuse frames, and cut the ties to whoever opened them unless they are told that there is no need. */
export function pageOfEntra(c: Context, title: string, body: ReturnType<typeof html>, isOpenerChecked: boolean) {
  c.header("x-frame-options", "DENY");
  if (!isOpenerChecked) c.header("cross-origin-opener-policy", "same-origin");
  return c.html(
    html`<!doctype html>
      <title>${title}</title>
      <h1>${title}</h1>
      ${body}`,
  );
}

export type Asked = URLSearchParams;

const kept = (asked: Asked) =>
  [...asked].map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`);

/** A form that goes on with what was asked. */
export const form = (asked: Asked, body: ReturnType<typeof html>) =>
  html`<form action="/continue">${kept(asked)}${body}</form>`;

export const signInForm = (asked: Asked) =>
  form(
    asked,
    html`<label>Email <input name="username" value="${asked.get("login_hint") ?? ""}" /></label> <button>Next</button>`,
  );

export const picker = (asked: Asked, people: readonly Person[]) =>
  html`${people.map(({ username }) => form(asked, html`<button name="username" value=${username}>${username}</button>`))}
  ${form(asked, html`<button name="another" value="yes">Use another account</button>`)}`;
