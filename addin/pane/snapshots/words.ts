import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { isoDay, showDay } from "../../../rules/dates.ts";
import { SEVERITIES, SHOWN_AS, type Verdict } from "../../../rules/finding.ts";
import { list } from "../../../rules/text.ts";

/** The verdicts, the worst first. */
export const VERDICTS: readonly Verdict[] = [...[...SEVERITIES].reverse(), "clear"];

/** "2 Not eligible, 1 Check and 30 Clear"; verdicts that no row has are left out. */
export function verdictsLine(verdicts: Readonly<Record<Verdict, number>>): string {
  const held = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  return held.length === 0 ? "no rows" : list(held.map((verdict) => `${verdicts[verdict]} ${SHOWN_AS[verdict]}`));
}

const TITLES = new Map<string, string>(CATALOGUE.map(({ id, title }) => [id, title]));

/** A finding's key in words: "LP-08/not-named" as "LP-08 A social-work-qualified … (not named)". */
export function findingWords(key: string): string {
  const [rule = "", breach = ""] = key.split("/");
  const title = TITLES.get(rule);
  return `${rule}${title === undefined ? "" : ` ${title}`} (${breach.replaceAll("-", " ")})`;
}

export const showIsoDay = (iso: string): string => showDay(isoDay(iso));

const TIME = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** A moment by the clock of whoever looks: "30 Nov 2024, 14:05". */
export const showMoment = (iso: string): string => {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : TIME.format(moment);
};
