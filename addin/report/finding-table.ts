import { acceptedInWords, keyOf, SHOWN_AS } from "../../rules/finding.ts";
import type { PlacedFinding } from "../checking/finding-places.ts";
import { tabSeparated } from "./tab-separated.ts";
import { WHOLE_SHEET } from "./finding-groups.ts";

const FINDING_HEADERS: readonly string[] = [
  "Row",
  "Cell",
  "Child ref",
  "Lead professional",
  "Verdict",
  "Rule",
  "What is wrong",
  "Next step",
];

/** A finding as a line of a table, wherever it is copied or saved to. */
const findingCells = ({ finding, rowNumber, cell, childRef, lead }: PlacedFinding): readonly (string | number)[] => [
  rowNumber ?? WHOLE_SHEET,
  cell ?? "",
  childRef,
  lead,
  finding.accepted ? `${SHOWN_AS[finding.severity]}, ${acceptedInWords(finding.accepted)}` : SHOWN_AS[finding.severity],
  keyOf(finding),
  finding.message,
  finding.nextStep,
];

/** Findings as text to paste, the day and policy first. */
export const findingsAsText = (firstLine: string, findings: readonly PlacedFinding[]): string =>
  tabSeparated([[firstLine], FINDING_HEADERS, ...findings.map(findingCells)]);
