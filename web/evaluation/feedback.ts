import { isJsonObject, isText } from "../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../client/service-error.ts";

export const THEMES = {
  "who-leads": "Who leads",
  oversight: "Oversight",
  training: "Training",
  "working-together": "Working together",
  "children-and-families": "Children and families",
  workload: "Workload",
  "this-tool": "This tool",
  other: "Other",
} as const;

export type Theme = keyof typeof THEMES;

/** A line of feedback as the page shows it: not who gave it, nor of which team. */
export interface FeedbackLine {
  readonly theme: Theme;
  readonly text: string;
  readonly month: string;
}

const isTheme = (value: unknown): value is Theme => isText(value) && Object.hasOwn(THEMES, value);

/** The team is left behind: the page groups by theme, so that a team's few lines do not give it away. */
export function readFeedback(items: readonly unknown[]): readonly FeedbackLine[] {
  return items.map((item) => {
    if (isJsonObject(item) && isTheme(item.theme) && isText(item.text) && isText(item.month))
      return { theme: item.theme, text: item.text, month: item.month };
    throw new ServiceError("failed", UNREADABLE_ANSWER);
  });
}

export interface ThemeFeedback {
  readonly theme: Theme;
  readonly title: string;
  readonly lines: readonly FeedbackLine[];
}

/** Every theme with what was said on it, the oldest month first. */
export const byTheme = (all: readonly FeedbackLine[]): readonly ThemeFeedback[] =>
  (Object.keys(THEMES) as Theme[]).map((theme) => ({
    theme,
    title: THEMES[theme],
    lines: all
      .filter((one) => one.theme === theme)
      .sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month))),
  }));
