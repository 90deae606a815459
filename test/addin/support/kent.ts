import type { DefaultPolicy } from "../../../rules/default-policy.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";

/** What a workbook speaks for whose teams are Kent's. */
export const KENT: DefaultPolicy = { policy: kentTrial2024, reason: "Every team named here is one of Kent's." };
