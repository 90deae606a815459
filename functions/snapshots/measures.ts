import { VERDICTS, type MeasureId } from "./measure-ids.ts";
import type { ChildRow } from "./children.ts";
import type { Evaluation } from "./evaluate.ts";
import { PeopleCounted } from "./people-counted.ts";
import { recordedBy } from "./recorded.ts";
import { ROW_MEASURES } from "./row-measures.ts";

/** What is counted, and out of how many where the measure is a share. */
export interface Measure {
  readonly count: number;
  readonly of?: number;
}

/**
 * A snapshot's measures; without those that compare with a month before that is not there. Null is "not recorded": the
 * list or the register keeps nothing of it, or nobody can be told. It is never 0.
 */
export type Measures = Readonly<Partial<Record<MeasureId, Measure | null>>>;

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

interface Total {
  count: number;
  of?: number;
  untold: number;
}

const measureOf = ({ count, of, untold }: Total): Measure | null => {
  if (of === undefined) return { count };
  return of > 0 && untold === of ? null : { count, of };
};

/** The measures of a month, from its rows and, where there is one that can be compared, the month before. */
export function measuresOf(
  evaluated: Evaluation,
  month: string,
  now: Children,
  before: Children | undefined,
): Measures {
  const { checked, found } = evaluated;
  const totals = new Map<MeasureId, Total>();
  for (const { id, isShare } of ROW_MEASURES) totals.set(id, { count: 0, untold: 0, ...(isShare ? { of: 0 } : {}) });
  const people = new PeopleCounted(evaluated);
  evaluated.eachRow((row, index) => {
    const here = found[index];
    if (!here) return;
    for (const { id, isShare, read } of ROW_MEASURES) {
      const total = totals.get(id);
      if (!total) continue;
      const { count, of, untold = 0 } = read({ evaluated, month, row, found: here });
      total.count += count;
      total.untold += untold;
      if (isShare) total.of = (total.of ?? 0) + of;
    }
    if (!row.isClosed) people.add(row, here.isOther);
  });
  const all: Measures = {
    ...Object.fromEntries([...totals].map(([id, total]) => [id, measureOf(total)])),
    ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, { count: checked.counts[verdict] }])),
    "training-complete": people.trained,
    "registrations-ending": people.ending,
    ...(before ? since(before, now) : {}),
    "not-checked": {
      count: new Set(
        checked.coverage.notChecked
          .filter(({ why, breaches }) => !breaches && isForWantOfColumn(why))
          .map(({ rule }) => rule),
      ).size,
    },
  };
  const isRecorded = recordedBy(evaluated, people.isAnyLeadTold);
  return Object.fromEntries(
    Object.entries(all).map(([id, measure]) => [id, isRecorded(id as MeasureId) ? measure : null]),
  );
}
