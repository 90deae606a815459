import type { Policy } from "../../rules/policy.ts";
import { readMonths, readPolicies, type MonthOfTeam } from "../../client/responses.ts";
import { allPages } from "../../client/all-pages.ts";
import type { Ask } from "../../client/requests.ts";
import { readFeedback, type FeedbackLine } from "./feedback.ts";
import type { Span } from "./span.ts";

const MOST_MEASURES = 2_000;
const MOST_FEEDBACK = 200;

/** The council's policy with a trial: its newest version of that kind, since a later one may have ended the trial. */
export async function trialPolicy(ask: Ask): Promise<Policy | undefined> {
  const versions = readPolicies((await ask({ method: "GET", path: "/policy/versions" })).json);
  return versions.findLast(({ scheme }) => scheme === "trial") ?? versions.at(-1);
}

export const monthsIn = async (ask: Ask, { from, to }: Span): Promise<readonly MonthOfTeam[]> =>
  readMonths({ items: await allPages(ask, `/measures?from=${from}&to=${to}`, MOST_MEASURES) });

export async function feedbackIn(ask: Ask, { from, to }: Span): Promise<readonly FeedbackLine[]> {
  const all = readFeedback(await allPages(ask, "/feedback", MOST_FEEDBACK));
  return all.filter(({ month }) => month >= from && month <= to);
}
