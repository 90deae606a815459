import type { Verdict } from "../../rules/finding.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";

export const MEANS: Readonly<Record<Verdict, string>> = {
  "not-eligible": "This person may not lead this case as things stand.",
  action: "A duty is overdue, missing or done by the wrong person.",
  check: "The sheet does not say, or a manager has to decide.",
  advice: "Good practice; never a breach.",
  clear: "No rule was broken on the data given. It says no more than that.",
};

export const NOTES: readonly string[] = [
  "Every child and every person here is invented. Rules are broken on purpose, to show what a check finds.",
  "The sheet 'Cases' has one row for each child, the sheet 'Staff' one for each practitioner.",
  "Beside the cases, 'LP check' gives a verdict on each row, and 'LP why' says what is wrong and what to do next.",
  "The add-in fills both columns. Without it, Excel shows what it said last.",
  `The rows are checked for 30 November 2024, by the policy '${kentTrial2024.title}'. The add-in's pane changes both.`,
  "This workbook is not a referral: if a child may be at risk, ring the council's front door.",
];
