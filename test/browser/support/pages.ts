import { fileURLToPath } from "node:url";
import { buildPages, isBuilt } from "../../../tools/build/pages.ts";

/** Builds the add-in and the workbench once, before any test opens them. */
export default async function setup(): Promise<void> {
  const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
  if (!isBuilt(dist)) await buildPages(dist);
}
