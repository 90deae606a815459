import { england2026, kentTrial2024 } from "./policies/index.ts";
import type { Policy } from "./policy.ts";
import { typed } from "./read.ts";
import { cellsOf, type Sheet } from "./sheet.ts";
import { termsOf } from "./terms.ts";
import { count } from "./text.ts";

export interface DefaultPolicy {
  readonly policy: Policy;
  /** Why it is this one, as a sentence for the first line of a result. */
  readonly reason: string;
}

/** What is checked by where no council has said: Kent's trial where at least half of the filled team cells are Kent's teams, else England 2026. */
export function defaultPolicyFor(sheets: readonly Sheet[]): DefaultPolicy {
  const kent = termsOf(kentTrial2024);
  const teams = sheets.flatMap((sheet) =>
    sheet.columns.has("team") ? [...cellsOf(sheet, "team")].map(typed) : [sheet.whole?.team ?? ""],
  );
  const filled = teams.filter((text) => text !== "");
  const known = filled.filter((text) => kent.team(text)).length;
  if (known > 0 && known * 2 >= filled.length) {
    const why =
      known === filled.length
        ? "Every team named here is one of Kent's"
        : `${known} of ${count(filled.length, "filled team cell")} name Kent's teams`;
    return { policy: kentTrial2024, reason: `${why}, so Kent's policy is used.` };
  }
  const why =
    filled.length === 0
      ? "No team is named here"
      : `${known === 0 ? "None" : `Only ${known}`} of ${count(filled.length, "filled team cell")} ${known > 1 ? "name" : "names"} a team of Kent's`;
  return { policy: england2026, reason: `${why}, so the policy for any council of England is used.` };
}
