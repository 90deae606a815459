import type { FeedbackTheme } from "../../../history/history.ts";

export const THEMES: Readonly<Record<FeedbackTheme, string>> = {
  "who-leads": "Who leads",
  oversight: "Oversight",
  training: "Training",
  "working-together": "Working together",
  "children-and-families": "Children and families",
  workload: "Workload",
  "this-tool": "This tool",
  other: "Something else",
};

export const LONGEST = 1_000;

/** How the service counts: without spaces at either end. */
export const lengthOf = (text: string): number => text.trim().length;

/** Why a text cannot be sent; undefined where it can. */
export function problemWith(text: string): string | undefined {
  const length = lengthOf(text);
  if (length === 0) return "Write something first.";
  if (length > LONGEST) return `The text is ${length - LONGEST} characters too long. Shorten it.`;
  return undefined;
}
