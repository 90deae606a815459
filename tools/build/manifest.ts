import { readFileSync } from "node:fs";
import { ADD_IN } from "../sample/add-in.ts";
import { addressProblems, type ReadFile } from "./manifest/addresses.ts";
import { disorder } from "./manifest/order.ts";
import { resourceProblems } from "./manifest/resources.ts";
import { runtimeProblems } from "./manifest/runtime.ts";
import { treeOf } from "./manifest/tree.ts";

const TEMPLATE = new URL("../../manifest.xml", import.meta.url);
/** Stands before the name of every function; in the workbooks that people keep, so it is the same wherever the add-in is served from. */
const NAMESPACE = "LP";

/** The folder that `npm run sideload` serves the add-in from. */
export const LOCAL_BASE = "https://localhost:3000/addin";

const isLocal = (base: string): boolean => new URL(base).hostname === "localhost";

/** The manifest for an add-in served from a folder such as `https://lead.example.gov.uk/addin`. */
export function manifestFor(base: string): string {
  if (!URL.canParse(base) || !/^https:\/\/[\w.:/-]*[\w-]$/.test(base)) {
    throw new Error(`The add-in's address must be an https address without a slash at its end, such as ${LOCAL_BASE}.`);
  }
  const values: Readonly<Record<string, string>> = {
    ID: ADD_IN.id,
    VERSION: ADD_IN.version,
    NAMESPACE,
    BASE_URL: base,
    DISPLAY_NAME: isLocal(base) ? "Lead Professional (this machine)" : "Lead Professional",
  };
  return readFileSync(TEMPLATE, "utf8").replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest.xml asks for {{${name}}}, which the build does not know.`);
    return value;
  });
}

/** What Office would refuse about a manifest, or silently do wrong with it, as sentences; `read` gives the files beside it. */
export function manifestProblems(xml: string, read: ReadFile): readonly string[] {
  const root = treeOf(xml);
  return [
    ...disorder(root),
    ...resourceProblems(root),
    ...addressProblems(root, read),
    ...runtimeProblems(root, NAMESPACE),
  ];
}
