import type { WireRow } from "../../rules/wire.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { termsOf } from "../../rules/terms.ts";
import { Random } from "../bench/random.ts";
import { sample, SAMPLE_DAY } from "../seed.ts";
import { caseloads } from "./caseload.ts";
import { feedbackOfTheYear, type SeededFeedback } from "./feedback.ts";
import { YEAR } from "./seeded-months.ts";
import { sampleRowsIn } from "./sample-rows.ts";
import { SEEDED_TEAMS } from "./staff.ts";
import { wireRow } from "./wire-row.ts";

export interface TeamMonthRows {
  /** A team's id. */
  readonly team: string;
  readonly month: string;
  readonly rows: readonly WireRow[];
}

export interface Year {
  /** By month, then by team. */
  readonly lists: readonly TeamMonthRows[];
  readonly feedback: readonly SeededFeedback[];
}

/** A year of every seeded team's lists, the sample's children among them; the same each time it is asked for. */
export function inventYear(seed = 2024): Year {
  const terms = termsOf(kentTrial2024);
  const sampled = sample().rows;
  const ofTeam = (id: string): readonly WireRow[] =>
    sampled.filter(({ team }) => typeof team === "string" && terms.team(team)?.team.id === id);
  let refs = 0;
  const lists = SEEDED_TEAMS.flatMap((team, index) => {
    const cases = caseloads({ team, random: new Random(seed + index), nextRef: () => (refs += 1) }, YEAR);
    const own = ofTeam(team.id);
    return YEAR.map((month): TeamMonthRows => ({
      team: team.id,
      month,
      rows: [...sampleRowsIn(month, SAMPLE_DAY, own), ...(cases.get(month) ?? []).map((one) => wireRow(team, one))],
    }));
  });
  return {
    lists: lists.sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month))),
    feedback: feedbackOfTheYear(new Random(seed)),
  };
}
