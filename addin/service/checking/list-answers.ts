import type { ServiceFacts } from "../../../rules/check.ts";
import type { TeamReturn } from "../../../rules/context.ts";
import { MINUTE } from "../../../client/clock.ts";
import type { ChecksAnswer } from "../../../client/responses.ts";
import { grouped, leadKey, refKey, type SentRow } from "./rows.ts";

type ElsewhereLead = ChecksAnswer["elsewhere"]["leads"][string];

/** How long an answer holds before the same row is asked about anew. */
const HOLDS_FOR = 10 * MINUTE;

interface CaseCounts {
  /** Which rows bore on the count: where others do now, it is asked anew. */
  readonly bearing: string;
  /** By the lead as sent. */
  readonly counts: Readonly<Record<string, number>>;
  readonly at: number;
}

/** What the service has answered about one list. */
export interface ListAnswers {
  isAnswered(row: SentRow, now: number): boolean;
  /** The leads whose further cases are not known, or were counted beside other rows than there are now; with the rows that bear on each. */
  uncounted(rows: readonly SentRow[], now: number): Map<string, readonly SentRow[]>;
  /** Takes up an answer for some rows of a list. */
  take(sent: readonly SentRow[], all: readonly SentRow[], answer: ChecksAnswer, now: number): void;
  /** Leaves a lead uncounted whose rows are too many for one request. */
  giveUp(lead: string, all: readonly SentRow[], now: number): void;
  /** Everything is to be asked anew; what was answered stands until then. */
  expire(): void;
  /** The facts as far as they are about these rows; undefined before the first answer. */
  facts(rows: readonly SentRow[]): ServiceFacts | undefined;
  readonly lastAnswered: number | undefined;
}

/** The ids of the teams on a list, in an order of their own. */
const teamsOn = (rows: readonly SentRow[]): string[] => [...new Set(rows.flatMap(({ team }) => team ?? []))].sort();

export function noListAnswers(): ListAnswers {
  const answered = new Map<string, number>();
  /** By a row's content; and what was said last of a child, which stands until a row that was edited is answered for. */
  const leads = new Map<string, ElsewhereLead | undefined>();
  const latest = new Map<string, ElsewhereLead | undefined>();
  const leadOf = ({ content, ref }: SentRow): ElsewhereLead | undefined =>
    leads.has(content) ? leads.get(content) : latest.get(ref);
  const cases = new Map<string, CaseCounts>();
  let returns: readonly TeamReturn[] = [];
  let lastAnswered: number | undefined;

  /**
   * The service counts the children that someone leads by other teams' lists, and leaves out those that are on the rows
   * sent. So a count is right only if every row that bears on it was sent: the lead's own, and those of children whom
   * another team's list gives to that lead.
   */
  function bearingOn(rows: readonly SentRow[]): Map<string, SentRow[]> {
    const own = grouped(rows, ({ lead }) => lead);
    for (const row of rows) {
      const elsewhere = leadOf(row);
      const lead = elsewhere && leadKey(elsewhere.lead);
      if (lead !== undefined && lead !== row.lead) own.get(lead)?.push(row);
    }
    return own;
  }
  // The service answers for rows of the caller's own teams alone, so a row that comes to another team bears anew.
  const bearing = (group: readonly SentRow[], teams: string): string =>
    `${[...new Set(group.map(({ ref, team = "" }) => `${ref}\t${team}`))].sort().join("\n")}\n\n${teams}`;

  return {
    isAnswered: ({ content }, now) => now - (answered.get(content) ?? -Infinity) < HOLDS_FOR,

    uncounted(rows, now) {
      const teams = teamsOn(rows).join();
      return new Map(
        [...bearingOn(rows)].filter(([lead, group]) => {
          const known = cases.get(lead);
          return !known || now - known.at >= HOLDS_FOR || known.bearing !== bearing(group, teams);
        }),
      );
    },

    take(sent, all, { elsewhere, returns: owed }, now) {
      const ledElsewhere = new Map(Object.entries(elsewhere.leads).map(([ref, lead]) => [refKey(ref), lead]));
      for (const { content, ref } of sent) {
        answered.set(content, now);
        const lead = ledElsewhere.get(ref);
        leads.set(content, lead);
        latest.set(ref, lead);
      }
      returns = owed;
      lastAnswered = now;
      const isSent = new Set(sent);
      const teams = teamsOn(all).join();
      const counts = grouped(Object.entries(elsewhere.cases), ([lead]) => leadKey(lead));
      for (const [lead, group] of bearingOn(all)) {
        if (group.every((row) => isSent.has(row)))
          cases.set(lead, {
            bearing: bearing(group, teams),
            counts: Object.fromEntries(counts.get(lead) ?? []),
            at: now,
          });
      }
      if (answered.size > 4 * all.length + 1_000) {
        const there = new Set(all.map(({ content }) => content));
        for (const content of answered.keys()) {
          if (there.has(content)) continue;
          answered.delete(content);
          leads.delete(content);
        }
      }
    },

    giveUp(lead, all, now) {
      const group = bearingOn(all).get(lead) ?? [];
      cases.set(lead, { bearing: bearing(group, teamsOn(all).join()), counts: {}, at: now });
    },

    expire() {
      answered.clear();
      for (const [lead, known] of cases) cases.set(lead, { ...known, at: -Infinity });
    },

    facts(rows) {
      if (lastAnswered === undefined) return undefined;
      const here = new Set(rows.map(({ lead }) => lead));
      return {
        leads: Object.fromEntries(
          rows.flatMap((row) => {
            const lead = leadOf(row);
            return lead ? [[row.ref, lead]] : [];
          }),
        ),
        cases: Object.fromEntries(
          [...cases].filter(([lead]) => here.has(lead)).flatMap(([, { counts }]) => Object.entries(counts)),
        ),
        returns,
      };
    },

    get lastAnswered() {
      return lastAnswered;
    },
  };
}
