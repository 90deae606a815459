/** A page in the place of the pane: it loads what signs in as the pane does, and has a button for each thing asked of it. */
import type { SignIn } from "../../../../client/sign-in/sign-in.ts";
import type * as Entra from "../../../../client/sign-in/entra-entry.ts";

const beside = (file: string): string => new URL(file, document.baseURI).href;
const { openEntra } = (await import(beside("entra.js"))) as typeof Entra;
const settings = (await (await fetch(beside("settings.json"))).json()) as {
  readonly signIn: Parameters<typeof openEntra>[0];
};
const signIn = openEntra(settings.signIn, document.baseURI);

const WAYS: Readonly<Record<string, (it: SignIn) => Promise<unknown>>> = {
  "Sign in": (it) => it.signIn().then(() => it.token()),
  "Get a token": (it) => it.token(),
  "Get a fresh token": (it) => it.token(true),
  "Sign out": (it) => it.signOut(),
};

for (const [name, way] of Object.entries(WAYS)) {
  const button = document.createElement("button");
  button.textContent = name;
  button.addEventListener("click", () => {
    const output = document.createElement("output");
    const began = performance.now();
    const say = (said: object): void => {
      output.textContent = JSON.stringify({ ...said, seconds: (performance.now() - began) / 1000 });
      document.body.replaceChildren(...document.querySelectorAll("button"), output);
    };
    document.querySelector("output")?.remove();
    way(signIn).then(
      (token) => {
        say({ token });
      },
      (error: unknown) => {
        say(error instanceof Error ? { refused: error.message } : { refused: "?" });
      },
    );
  });
  document.body.append(button);
}
