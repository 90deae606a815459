import { type ListAnswers } from "./list-answers.ts";
import { grouped, type SentRow } from "./rows.ts";

export interface Limits {
  readonly rows: number;
  readonly characters: number;
}

/** What the service takes at once, with room to spare. */
export const LIMITS: Limits = { rows: 2_000, characters: 1_000_000 };

/** Rows of a request, up to its limits. */
function filling({ rows: mostRows, characters: most }: Limits) {
  const rows = new Set<SentRow>();
  let characters = 0;
  return {
    rows,
    /** Adds all of these rows, or none where they do not fit. */
    add(more: readonly SentRow[]): boolean {
      const fresh = [...new Set(more)].filter((row) => !rows.has(row));
      const length = fresh.reduce((sum, { content }) => sum + content.length, 0);
      if (rows.size + fresh.length > mostRows || characters + length > most) return false;
      for (const row of fresh) rows.add(row);
      characters += length;
      return true;
    },
  };
}

export interface NextBatch {
  readonly rows: readonly SentRow[];
  /** Leads with more rows than any request takes. */
  readonly tooMany: readonly string[];
}

/**
 * The rows to send next: those not answered for, and those that bear on a count that is not known. Rows that nobody
 * asks about go along where the answer would be another without them: of each team one, since the service leaves out
 * the lists of the teams on the rows; and all rows of a child together.
 */
export function nextBatch(all: readonly SentRow[], answers: ListAnswers, now: number, limits = LIMITS): NextBatch {
  const uncounted = answers.uncounted(all, now);
  const unanswered = all.filter((row) => !answers.isAnswered(row, now));
  if (uncounted.size === 0 && unanswered.length === 0) return { rows: [], tooMany: [] };
  const batch = filling(limits);
  const ofChild = grouped(all, ({ ref }) => ref);
  const withTheirChild = (rows: readonly SentRow[]): SentRow[] => rows.flatMap((row) => ofChild.get(row.ref) ?? [row]);
  for (const rows of grouped(all, ({ team }) => team).values()) batch.add(withTheirChild(rows.slice(0, 1)));
  const alongOnly = batch.rows.size;
  const tooMany: string[] = [];
  for (const [lead, rows] of uncounted) {
    if (!batch.add(withTheirChild(rows)) && batch.rows.size === alongOnly) tooMany.push(lead);
  }
  for (const row of unanswered) {
    if (!batch.add(withTheirChild([row])) && !batch.add([row])) break;
  }
  // In the sheet's own order, as a whole sheet would be sent.
  return { rows: all.filter((row) => batch.rows.has(row)), tooMany };
}
