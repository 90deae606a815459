import { pageClock } from "../clock.ts";
import { demoSignIn, type Demo } from "../sign-in/demo.ts";
import { readPageSettings, type PageSettings } from "../page-settings.ts";
import { isJsonObject } from "../json.ts";
import type { Fetch, SignIn } from "../sign-in/sign-in.ts";
import type * as Entra from "./entra-entry.ts";

export const pageFetch: Fetch = (address, init) => fetch(address, init);

const beside = (file: string): string => new URL(file, document.baseURI).href;
const isEntra = (module: unknown): module is typeof Entra =>
  isJsonObject(module) && typeof module.openEntra === "function";

export interface PageConnection {
  readonly api: string;
  readonly signIn: SignIn;
  /** Anybody may sign in here, as an invented person. */
  readonly isDemo: boolean;
}

async function signInBy(how: PageSettings["signIn"], person: NonNullable<Demo["person"]>): Promise<SignIn | undefined> {
  if (how.kind === "none") return undefined;
  if (how.kind === "local") return demoSignIn({ fetch: pageFetch, clock: pageClock, person });
  // Worked out when it runs, so that the bundler leaves Microsoft's client out of this script.
  const module: unknown = await import(beside("entra.js"));
  if (!isEntra(module)) throw new TypeError("entra.js is not what it should be.");
  return module.openEntra(how, document.baseURI);
}

const NO_SERVICE = "This page was set up without a service, so it has nothing to show. Ask whoever installed it.";

/** How the page reaches the service, by the settings beside it; or a sentence why it does not. `demo`: who looks, where a service runs for trying out. */
export async function openPageConnection(demo: NonNullable<Demo["person"]>): Promise<PageConnection | string> {
  const response = await pageFetch(beside("settings.json"), { cache: "no-cache" }).catch(() => undefined);
  if (!response?.ok) return "The page's settings cannot be reached. Load the page again when you are online.";
  const settings = readPageSettings(await response.json().catch(() => undefined));
  if (typeof settings === "string") return settings;
  try {
    const signIn = await signInBy(settings.signIn, demo);
    return signIn ? { api: settings.api, signIn, isDemo: settings.signIn.kind === "local" } : NO_SERVICE;
  } catch {
    return "Signing in with Microsoft could not be loaded. Load the page again.";
  }
}
