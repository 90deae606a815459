import type { Deployment } from "../settings.ts";

/** The `settings.json` that stands beside a page: how it reaches the service, and how people sign in. */
export const settingsFor = ({ signIn }: Deployment): string =>
  `${JSON.stringify({ api: "/api/v1", signIn: signIn ? { kind: "entra", ...signIn } : { kind: "none" } }, undefined, 2)}\n`;
