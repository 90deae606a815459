import type { Policy } from "../policy.ts";
import { kentTrial2024 } from "./kent-trial-2024.ts";
import { workingTogether } from "./working-together.ts";

/** The policies that ship with the product, the default first. */
export const POLICIES: readonly [Policy, ...Policy[]] = [kentTrial2024, workingTogether];

export { kentTrial2024, workingTogether };
