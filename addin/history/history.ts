import type { Receipt } from "../../client/snapshots.ts";

/** One measure of one month: a count, and out of how many where that means something. */
export interface MeasureCount {
  readonly count: number;
  readonly of?: number | undefined;
}

/** A month of a team as the service holds it: the newest version. */
export interface Month {
  readonly receipt: Receipt;
  /** By measure id; null is "not recorded", which is not 0. */
  readonly measures: Readonly<Record<string, MeasureCount | null>>;
  /** How many versions there are. */
  readonly versions: number;
}

/** What changed for one child since the month before, by finding keys ("LP-08/not-named"). */
export interface ChangedChild {
  /** The ref, where the workbook still has that child; the service itself knows only a hash. */
  readonly childRef: string | undefined;
  readonly newlyBroken: readonly string[];
  readonly mended: readonly string[];
  readonly stillBroken: readonly string[];
}

export interface MonthChanges {
  readonly month: string;
  readonly since: string | undefined;
  readonly newlyBroken: number;
  readonly mended: number;
  readonly stillBroken: number;
  readonly joined: number;
  readonly gone: number;
  readonly children: readonly ChangedChild[];
}

export const FEEDBACK_THEMES = [
  "who-leads",
  "oversight",
  "training",
  "working-together",
  "children-and-families",
  "workload",
  "this-tool",
  "other",
] as const;
export type FeedbackTheme = (typeof FEEDBACK_THEMES)[number];

/** Months that have been sent, as the pane shows them. Every call throws `NotAnswered` (service/api.ts) with a sentence. */
export interface History {
  months(team: string, from: string, to: string): Promise<readonly Month[]>;
  /** `childRefs`: those on the sheet, so that what changed leads to their rows. */
  changes(team: string, month: string, childRefs: readonly string[]): Promise<MonthChanges>;
  giveFeedback(feedback: {
    readonly theme: FeedbackTheme;
    readonly text: string;
    readonly month: string;
    readonly team: string | undefined;
  }): Promise<void>;
}
