import { SEVERITIES, type Severity } from "../../../rules/finding.ts";
import type { PlacedFinding } from "../../checking/finding-places.ts";
import { ruleOf } from "../../report/finding-groups.ts";

export interface Filter {
  readonly severities: ReadonlySet<Severity>;
  readonly search: string;
}

const searched = ({ finding, childRef, lead, cell }: PlacedFinding): string =>
  [childRef, lead, cell ?? "", finding.rule, ruleOf(finding.rule)?.title ?? "", finding.message, finding.nextStep]
    .join("\n")
    .toLowerCase();

/** The findings of the severities asked for that hold every word searched for. */
export function filtered(findings: readonly PlacedFinding[], { severities, search }: Filter): readonly PlacedFinding[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0 && SEVERITIES.every((severity) => severities.has(severity))) return findings;
  return findings.filter((placed) => {
    if (!severities.has(placed.finding.severity)) return false;
    if (words.length === 0) return true;
    const text = searched(placed);
    return words.every((word) => text.includes(word));
  });
}

/** How many findings count, by severity: those that a manager has accepted do not. */
export function severityCounts(findings: readonly PlacedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { advice: 0, check: 0, action: 0, "not-eligible": 0 };
  for (const { finding } of findings) if (!finding.accepted) counts[finding.severity] += 1;
  return counts;
}
