import { readFileSync } from "node:fs";

/** What the council has written down about its stages, for the CDK's own command and ours alike. */
export const cdkContext = (): Readonly<Record<string, unknown>> =>
  (
    JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8")) as {
      readonly context: Readonly<Record<string, unknown>>;
    }
  ).context;
