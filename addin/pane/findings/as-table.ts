import { keyOf, SHOWN_AS } from "../../../rules/finding.ts";
import type { PlacedFinding } from "../../desk/api.ts";
import { tabSeparated } from "../tab-separated.ts";
import { WHOLE_SHEET } from "./groups.ts";

const HEADERS = ["Row", "Cell", "Child ref", "Lead professional", "Verdict", "Rule", "What is wrong", "Next step"];

/** Findings as text to paste, the day and policy first. */
export const findingsAsText = (firstLine: string, findings: readonly PlacedFinding[]): string =>
  tabSeparated([
    [firstLine],
    HEADERS,
    ...findings.map(({ finding, rowNumber, cell, childRef, lead }) => [
      rowNumber ?? WHOLE_SHEET, cell ?? "", childRef, lead, SHOWN_AS[finding.severity], keyOf(finding), finding.message, finding.nextStep,
    ]),
  ]);
