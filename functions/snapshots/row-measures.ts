import { endedRegistration } from "../../rules/catalogue/registrations.ts";
import { isPastWorkingDay } from "../../rules/dates.ts";
import type { Row } from "../../rules/row.ts";
import { MEETINGS } from "../../rules/catalogue/meetings.ts";
import type { Evaluation } from "./evaluate.ts";
import type { RowFindings } from "./findings.ts";
import type { MeasureId } from "./measure-ids.ts";
import { isIn } from "../../rules/months.ts";

/** A row that is being read, and what is known about it. */
export interface RowContext {
  readonly row: Row;
  readonly found: NonNullable<RowFindings>;
  readonly evaluated: Evaluation;
  readonly month: string;
}

interface Share {
  readonly count: number;
  readonly of: number;
  /** How many of them nobody can tell about, for want of anything known of somebody's registration. */
  readonly untold?: number;
}

interface RowMeasure {
  readonly id: MeasureId;
  readonly isShare: boolean;
  readonly read: (reading: RowContext) => Share;
}

const NOTHING: Share = { count: 0, of: 0 };

const counted = (id: MeasureId, holds: (reading: RowContext) => boolean): RowMeasure => ({
  id,
  isShare: false,
  read: (reading) => ({ count: Number(holds(reading)), of: 0 }),
});
const share = (id: MeasureId, read: (reading: RowContext) => Share): RowMeasure => ({ id, isShare: true, read });

const has = ({ found }: RowContext, key: RegExp): boolean => found.findings.some((one) => key.test(one));

/** Whether a rule about overseen work led by somebody other than a social worker is in force and speaks of a row. */
function isOverseen({ row, found, evaluated: { terms } }: RowContext, rule: "LP-08" | "LP-13"): boolean {
  return !terms.rulesOff.has(rule) && found.isOther && row.status !== undefined && terms.overseen.includes(row.status);
}

/** Whether all that is wrong with an overseer is a renewal that may still be entered: it is no change of oversight. */
const isAwaitingRenewal = ({ row: { overseer }, evaluated }: RowContext): boolean =>
  overseer !== undefined && endedRegistration(overseer, evaluated)?.isInGrace === true;

/** An overseer that cannot be read is not in place: a blank is never a pass. */
function oversight(reading: RowContext): Share {
  if (!isOverseen(reading, "LP-08")) return NOTHING;
  const isFound =
    has(reading, /^LP-08\/(?!lapsed$)/) || (has(reading, /^LP-08\/lapsed$/) && !isAwaitingRenewal(reading));
  return {
    count: Number(!isFound && !reading.row.isLost("overseer")),
    of: 1,
    untold: Number(has(reading, /^LP-08\/cannot-tell$/)),
  };
}

function supervision(reading: RowContext): Share {
  const isUnchecked =
    has(reading, /^LP-13\/no-column$/) || reading.row.isLost("lastSupervision") || reading.row.isLost("leadFrom");
  return isOverseen(reading, "LP-13") && !isUnchecked
    ? { count: Number(!has(reading, /^LP-13\/(overdue|never)$/)), of: 1 }
    : NOTHING;
}

function meetings({ row, found, month, evaluated: { asOf } }: RowContext): Share {
  const { lead } = row;
  if (!found.isOther || !lead || row.status !== "CIN") return NOTHING;
  const held = MEETINGS.flatMap(({ on, chair }) => {
    const day = row[on];
    return day !== undefined && isIn(month, day) && day <= asOf ? [{ day, chair: row[chair] }] : [];
  });
  const isChaired = ({ day, chair }: (typeof held)[number]): boolean =>
    chair?.standingOn(day) === "qualified" && !chair.is(lead);
  const isUntold = ({ day, chair }: (typeof held)[number]): boolean => chair?.standingOn(day) === "cannot-tell";
  return { count: held.filter(isChaired).length, of: held.length, untold: held.filter(isUntold).length };
}

function concerns({ row, month, evaluated: { terms } }: RowContext): Share {
  const { concernOn: raised, concernReviewedOn: reviewed, concernReviewedBy: by } = row;
  if (row.isClosed || raised === undefined || !isIn(month, raised)) return NOTHING;
  const isInTime =
    reviewed !== undefined &&
    reviewed >= raised &&
    !isPastWorkingDay(terms.policy.concernWorkingDays, raised, reviewed);
  const isByManager = isInTime && by?.role?.kind === "manager" && by.standingOn(reviewed) === "qualified";
  return { count: Number(isByManager), of: 1, untold: Number(isInTime && by?.standingOn(reviewed) === "cannot-tell") };
}

/** What is counted row by row. An open row is one that is not closed, as wherever the rules say "open". */
export const ROW_MEASURES: readonly RowMeasure[] = [
  counted("cases", ({ row }) => !row.isClosed),
  counted("accepted", ({ row, found }) => !row.isClosed && found.accepted !== undefined),
  counted("led-by-others", ({ row, found }) => !row.isClosed && found.isOther),
  counted("cin-led-by-others", ({ row, found }) => row.status === "CIN" && found.isOther),
  counted("eh-led-by-others", ({ row, found }) => row.status === "EH" && found.isOther),
  share("oversight-in-place", oversight),
  share("supervision-in-time", supervision),
  share("meetings-chaired", meetings),
  share("concerns-in-time", concerns),
  counted("unallocated", (reading) => has(reading, /^LP-01\//)),
];
