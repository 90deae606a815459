import type { Random } from "../bench/random.ts";
import { YEAR, TRIAL_FROM } from "./seeded-months.ts";
import { SEEDED_TEAMS } from "./staff.ts";

/** Feedback as the service takes it. */
export interface SeededFeedback {
  readonly theme: string;
  readonly text: string;
  readonly month: string;
  readonly team: string;
}

/** Invented, and about nobody. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "who-leads": [
    "Families know who to ring now that one person is named.",
    "It is not always clear who leads between the assessment and the first meeting.",
  ],
  oversight: [
    "Monthly supervision in the diary has made the difference.",
    "Our supervisor covers two teams; slots are cancelled too often.",
  ],
  training: [
    "The course came six weeks after the first case.",
    "The second training day, on chairing and on thresholds, was the useful one.",
  ],
  "working-together": [
    "Schools come to meetings when the same person asks each time.",
    "Health partners still ask for a social worker first.",
  ],
  "children-and-families": [
    "Young people say they need not tell their story twice.",
    "A parent asked what the difference in roles means for the plan.",
  ],
  workload: [
    "Two cases more each, and no time set aside for the meetings.",
    "Protected time works where the manager holds to it.",
  ],
  "this-tool": [
    "The findings say what to do next, which saves a phone call.",
    "I would like the list of months on one page.",
  ],
  other: ["Parking at the contact centre takes longer than the visit."],
};

/** Once the trial has begun, each of its teams says a few things every month, and none of them twice. */
export function feedbackOfTheYear(random: Random): readonly SeededFeedback[] {
  const all = Object.entries(TEXTS).flatMap(([theme, texts]) => texts.map((text) => ({ theme, text })));
  const teams = SEEDED_TEAMS.filter(({ isInTrial }) => isInTrial);
  return YEAR.filter((month) => month >= TRIAL_FROM).flatMap((month) =>
    teams.flatMap(({ id: team }) => all.filter(() => random.chance(0.2)).map((said) => ({ ...said, month, team }))),
  );
}
