import type { Problem } from "./problems.ts";

/** The sentences about any of these settings. */
export const about = (problems: readonly Problem[], ...paths: readonly string[]): readonly string[] =>
  problems.filter(({ path }) => paths.includes(path)).map(({ sentence }) => sentence);
