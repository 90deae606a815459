import type { Policy } from "../policy.ts";
import { england2026 } from "./england-2026.ts";
import { kentTrial2024 } from "./kent-trial-2024.ts";
import { workingTogether } from "./working-together.ts";

/** The policies that ship with the product. */
export const POLICIES: readonly [Policy, ...Policy[]] = [kentTrial2024, england2026, workingTogether];

export { england2026, kentTrial2024, workingTogether };
