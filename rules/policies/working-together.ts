import type { Policy } from "../policy.ts";
import { kentTrial2024 } from "./kent-trial-2024.ts";

/**
 * The guidance of December 2023 with no trial around it: any practitioner with the right oversight may lead
 * child in need work, in every team. The trial's dates stay, unused, so that each policy has one shape.
 */
export const workingTogether: Policy = {
  ...kentTrial2024,
  id: "working-together",
  title: "Working Together 2023",
  about:
    "The statutory guidance of December 2023 with no trial around it, kept so that what was checked by it stays explicable. It was replaced in March 2026.",
  effectiveFrom: "2023-12-15",
  scheme: "adopted",
  familyHelp: "own-status",
  assessmentByOthers: true,
  trial: { ...kentTrial2024.trial, teams: [] },
  otherTeams: [...kentTrial2024.trial.teams, ...kentTrial2024.otherTeams],
};
