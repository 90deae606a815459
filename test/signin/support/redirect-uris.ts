import { readFileSync } from "node:fs";

/** The redirect URIs that the guide has an administrator register. Entra goes back to no other. */
export const redirectUris = (): readonly string[] =>
  [
    ...readFileSync(new URL("../../../docs/admin-guide.md", import.meta.url), "utf8").matchAll(
      /^\| `([\w-]+:\/\/[^`]+)` \|/gm,
    ),
  ].map(([, address = ""]) => address);
