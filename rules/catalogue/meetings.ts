import type { Day } from "../dates.ts";
import type { FieldId } from "../fields.ts";
import type { Person } from "../people.ts";
import type { Row } from "../row.ts";

/** The three formal child in need meetings, in the order in which they are held. */
export const MEETINGS = [
  { name: "initial", on: "initialMeetingOn", chair: "initialMeetingChair" },
  { name: "review", on: "reviewMeetingOn", chair: "reviewMeetingChair" },
  { name: "final", on: "finalMeetingOn", chair: "finalMeetingChair" },
] as const;

export interface Meeting {
  readonly name: (typeof MEETINGS)[number]["name"];
  readonly on: Day;
  readonly chair: Person | undefined;
  /** Its two columns, the chair's first. */
  readonly fields: readonly FieldId[];
}

/** The dated meetings of a row whose two columns are both there to be relied on. */
export function meetingsOf(row: Row, isThere: (field: FieldId) => boolean): Meeting[] {
  const found: Meeting[] = [];
  for (const { name, on, chair } of MEETINGS) {
    const day = row[on];
    if (day !== undefined && isThere(on) && isThere(chair))
      found.push({ name, on: day, chair: row[chair], fields: [chair, on] });
  }
  return found;
}
