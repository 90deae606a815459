import { readFileSync } from "node:fs";

const PEERS = ["json-logic-engine", "json-rules-engine", "@gorules/zen-engine", "zod"] as const;

/** Which versions of the peers were raced. */
export const versions = (): Record<string, string> =>
  Object.fromEntries(
    PEERS.map((name) => {
      const { version } = JSON.parse(
        readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), "utf8"),
      ) as { version: string };
      return [name, version];
    }),
  );
