import { edate, isoDay, parseIso, toIso, type Day } from "../../rules/dates.ts";
import { fieldOf, type FieldId } from "../../rules/fields.ts";
import type { WireCell, WireRow } from "../../rules/wire.ts";
import { firstDay, lastDay, monthOf } from "../../rules/months.ts";

/** What happened on a day has somebody's name beside it: without the day there is no name. */
const BESIDE: Partial<Readonly<Record<FieldId, FieldId>>> = {
  lastSupervision: "supervisedBy",
  jointVisitOn: "jointVisitWith",
  initialMeetingOn: "initialMeetingChair",
  reviewMeetingOn: "reviewMeetingChair",
  finalMeetingOn: "finalMeetingChair",
  concernReviewedOn: "concernReviewedBy",
};

/** A supervision of the sample's month as it would have been in another; none from before the lead began. */
function supervisedIn(month: string, on: Day, by: number, leadFrom: Day): string {
  const day = Math.min(edate(on, by), lastDay(month));
  return day < leadFrom ? "" : toIso(day);
}

/**
 * A row of the sample as its list would have had it in another month: nothing that was still to come, supervision once
 * a month. Undefined in a month before the lead began.
 */
function sampleRowIn(month: string, sampleMonth: string, row: WireRow): WireRow | undefined {
  const last = lastDay(month);
  const leadFrom = typeof row.leadFrom === "string" ? parseIso(row.leadFrom) : undefined;
  if (leadFrom === undefined || leadFrom > last) return undefined;
  const by = Math.round((firstDay(month) - firstDay(sampleMonth)) / 30.4);
  const next: Partial<Record<FieldId, WireCell>> = { ...row };
  for (const [key, cell] of Object.entries(row)) {
    const field = key as FieldId;
    const day = fieldOf(field).kind === "date" && typeof cell === "string" ? parseIso(cell) : undefined;
    if (day === undefined) continue;
    if (field === "lastSupervision") next[field] = supervisedIn(month, day, by, leadFrom);
    else if (day > last && !fieldOf(field).isForward) next[field] = "";
    const beside = BESIDE[field];
    if (beside && next[field] === "") next[beside] = "";
  }
  return next;
}

/** The sample's rows in a month; in its own month as they stand. */
export const sampleRowsIn = (month: string, sampleDay: string, rows: readonly WireRow[]): readonly WireRow[] => {
  const sampleMonth = monthOf(isoDay(sampleDay));
  return month === sampleMonth ? rows : rows.flatMap((row) => sampleRowIn(month, sampleMonth, row) ?? []);
};
