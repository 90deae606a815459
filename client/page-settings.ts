import { isJsonObject, isText, type JsonObject } from "./json.ts";

export interface EntraSettings {
  readonly kind: "entra";
  readonly clientId: string;
  readonly tenantId: string;
  /** Such as "api://<id>/access_as_user". */
  readonly scope: string;
}

/** How this installation of the add-in reaches its service: `settings.json` beside the page. */
export interface PageSettings {
  /** The service's address on the page's own server. */
  readonly api: string;
  readonly signIn: { readonly kind: "none" } | { readonly kind: "local" } | EntraSettings;
}

/** A path on the page's own server: tokens go nowhere else. */
const PATH = /^\/(?!\/)[\w./-]*[\w-]$/;
const ID = /^[0-9a-f-]{36}$/i;
const TENANT = /^[\w.-]{3,80}$/;
const SCOPE = /^[\w.:/-]{3,200}$/;

const cannotBeUsed = (what: string): string =>
  `The add-in's settings.json cannot be used: ${what}. Tell whoever installed the add-in; without the service everything else works.`;

function signInOf(given: JsonObject): PageSettings["signIn"] | string {
  if (given.kind === "none" || given.kind === "local") return { kind: given.kind };
  if (given.kind !== "entra") return "signIn.kind must be none, local or entra";
  const { clientId, tenantId, scope } = given;
  if (!isText(clientId) || !ID.test(clientId)) return "signIn.clientId must be the application's id";
  if (!isText(tenantId) || !TENANT.test(tenantId)) return "signIn.tenantId must be the tenant's id or domain";
  if (!isText(scope) || !SCOPE.test(scope)) return "signIn.scope must be a scope such as api://…/access_as_user";
  return { kind: "entra", clientId, tenantId, scope };
}

/** Reads the settings, or says why they cannot be used. */
export function readPageSettings(json: unknown): PageSettings | string {
  if (!isJsonObject(json)) return cannotBeUsed("it is not a set of named values");
  if (!isText(json.api) || !PATH.test(json.api))
    return cannotBeUsed("api must be a path on the add-in's own server, such as /api/v1");
  const signIn = isJsonObject(json.signIn) ? signInOf(json.signIn) : "signIn is missing";
  return typeof signIn === "string" ? cannotBeUsed(signIn) : { api: json.api, signIn };
}
