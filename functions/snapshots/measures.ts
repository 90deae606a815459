import { VERDICTS, type MeasureId } from "./measure-ids.ts";
import type { ChildRow } from "./children.ts";
import type { Evaluation } from "./evaluate.ts";
import { hasCompleted, ROW_MEASURES } from "./row-measures.ts";

/** What is counted, and out of how many where the measure is a share. */
export interface Measure {
  readonly count: number;
  readonly of?: number;
}

/** A snapshot's measures; without those that compare with a month before that is not there. */
export type Measures = Readonly<Partial<Record<MeasureId, Measure>>>;

export type Children = ReadonlyMap<string, readonly ChildRow[]>;

const isSteppedUp = ({ status }: ChildRow): boolean => status === "S47" || status === "CP" || status === "CLA";
const wasLedByOther = ({ status, isOther }: ChildRow): boolean => isOther && (status === "CIN" || status === "ASSESS");

const leadsOf = (rows: readonly ChildRow[]): string[] => rows.flatMap(({ lead }) => (lead === undefined ? [] : [lead]));

/** In both months somebody leads, and it is nobody who led before. */
function hasChangedLead(before: readonly ChildRow[], now: readonly ChildRow[]): boolean {
  const then = leadsOf(before);
  const here = leadsOf(now);
  return then.length > 0 && here.length > 0 && !here.some((lead) => then.includes(lead));
}

function since(before: Children, now: Children): Measures {
  const both = [...now].flatMap(([child, rows]) => {
    const then = before.get(child);
    return then ? [{ then, rows }] : [];
  });
  return {
    "step-ups": { count: both.filter(({ then, rows }) => then.some(wasLedByOther) && rows.some(isSteppedUp)).length },
    "lead-changes": { count: both.filter(({ then, rows }) => hasChangedLead(then, rows)).length },
  };
}

/** Rules left out for want of a column, one that hardly anyone fills included. */
const isForWantOfColumn = (why: string): boolean =>
  why === "no-column" || why === "no-register-column" || why === "hardly-filled";

/** The measures of a month, from its rows and, where there is one that can be compared, the month before. */
export function measuresOf(
  evaluated: Evaluation,
  month: string,
  now: Children,
  before: Children | undefined,
): Measures {
  const { checked, found } = evaluated;
  const totals = new Map<MeasureId, { count: number; of?: number }>();
  for (const measure of ROW_MEASURES) totals.set(measure.id, measure.isShare ? { count: 0, of: 0 } : { count: 0 });
  const leads = new Map<string, boolean>();
  evaluated.eachRow((row, index) => {
    const here = found[index];
    if (!here) return;
    for (const { id, isShare, read } of ROW_MEASURES) {
      const total = totals.get(id);
      if (!total) continue;
      const { count, of } = read({ evaluated, month, row, found: here });
      total.count += count;
      if (isShare) total.of = (total.of ?? 0) + of;
    }
    if (here.isOther && row.lead && !row.isClosed) {
      const done = row.lead.practitioner?.training ?? [];
      leads.set(
        row.lead.key,
        evaluated.register?.courses.every((course) => hasCompleted(done, course, evaluated.asOf)) === true,
      );
    }
  });
  return {
    ...Object.fromEntries(totals),
    ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, { count: checked.counts[verdict] }])),
    "training-complete": { count: [...leads.values()].filter(Boolean).length, of: leads.size },
    ...(before ? since(before, now) : {}),
    "not-checked": {
      count: new Set(
        checked.coverage.notChecked
          .filter(({ why, breaches }) => !breaches && isForWantOfColumn(why))
          .map(({ rule }) => rule),
      ).size,
    },
  };
}
