/// <reference types="office-js" />
import type { InputsStore } from "../checking/check-inputs.ts";
import type { Service } from "./service.ts";
import { pageClock } from "../../client/clock.ts";
import { demoSignIn } from "../../client/sign-in/demo.ts";
import type * as Entra from "../../client/sign-in/entra-entry.ts";
import { readPageSettings, type PageSettings } from "../../client/page-settings.ts";
import type { BrowserStorage, Storage } from "../../client/switches.ts";
import { createService } from "./create-service.ts";
import type { Connection, ServiceSetUp } from "./sign-in-flow.ts";
import { isJsonObject } from "../../client/json.ts";
import type { Fetch, SignIn } from "../../client/sign-in/sign-in.ts";

/** The page's own fetch, called as it wants to be called. */
const pageFetch: Fetch = (address, init) => fetch(address, init);

/** Files of the add-in stand beside its page, wherever that is. */
const beside = (file: string): string => new URL(file, document.baseURI).href;

const isEntra = (module: unknown): module is typeof Entra =>
  isJsonObject(module) && typeof module.openEntra === "function";

async function signInBy(how: PageSettings["signIn"]): Promise<SignIn | undefined> {
  if (how.kind === "none") return undefined;
  if (how.kind === "local") return demoSignIn({ fetch: pageFetch, clock: pageClock });
  // Worked out when it runs, so that the bundler leaves Microsoft's client out of this script.
  const module: unknown = await import(beside("entra.js"));
  if (!isEntra(module)) throw new TypeError("entra.js is not what it should be.");
  return module.openEntra(how, document.baseURI);
}

/** How this page reaches its service: by the settings beside it; without them there is none. */
async function connection(): Promise<{ readonly connection: Connection | undefined; readonly problem?: string }> {
  const response = await fetch(beside("settings.json"), { cache: "no-cache" }).catch(() => undefined);
  if (!response?.ok) return { connection: undefined };
  const settings = readPageSettings(await response.json().catch(() => undefined));
  if (typeof settings === "string") return { connection: undefined, problem: settings };
  try {
    const signIn = await signInBy(settings.signIn);
    return { connection: signIn && { api: settings.api, signIn } };
  } catch {
    return {
      connection: undefined,
      problem:
        "Signing in with Microsoft could not be loaded. Close and open the pane; without the service everything else works.",
    };
  }
}

/** The browser's storage; looking at it throws where it is switched off. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Where this page keeps what is to last in the browser. */
export async function browserStorageHere(): Promise<BrowserStorage> {
  await Office.onReady();
  // Excel on the web keeps apart what its add-ins store by a key of its own; outside Excel there is no context at all.
  const context = Office.context as Partial<Office.Context> | undefined;
  return { storage: storage(), prefix: context?.partitionKey ?? "" };
}

async function opening(): Promise<ServiceSetUp> {
  const browserStorage = await browserStorageHere();
  return { ...(await connection()), ...browserStorage };
}

/** The council's service of this page. */
export const connect = (inputs: InputsStore): Service =>
  createService({
    inputs,
    fetch: pageFetch,
    clock: pageClock,
    opening: opening(),
    page: {
      isVisible: () => document.visibilityState === "visible",
      whenShown: (listener) => {
        document.addEventListener("visibilitychange", () => {
          if (document.visibilityState === "visible") listener();
        });
      },
      whenOnline: (listener) => {
        addEventListener("online", listener);
      },
    },
  });
