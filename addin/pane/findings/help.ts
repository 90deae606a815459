import { keyOf, type Finding } from "../../../rules/finding.ts";
import type { Section } from "../view.ts";

const TEXTS = new Set([
  "LP-04/role-unknown",
  "LP-05/team-unknown",
  "LP-32/unknown-role",
  "LP-32/unknown-status",
  "LP-32/unknown-team",
]);

/** The part of Set-up that mends a finding for good, where there is one. */
export function sectionFor(
  finding: Pick<Finding, "rule" | "breach">,
): { readonly section: Section; readonly label: string } | undefined {
  if (finding.breach === "no-column") return { section: "columns", label: "Look at the columns" };
  return TEXTS.has(keyOf(finding)) ? { section: "texts", label: "Say what it means" } : undefined;
}

export const needsRegister = (finding: Pick<Finding, "rule" | "breach">): boolean =>
  keyOf(finding) === "LP-33/no-register";
